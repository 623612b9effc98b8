import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const websiteDir = path.resolve(__dirname, '../../../dist/website');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** How a test wants an address answered. */
export type Answer = (response: ServerResponse) => void;

export interface Site {
  /** The recount page, in a folder of a host that has other things too. */
  recountUrl: string;
  /** The board, beside it. */
  boardUrl: string;
  /** Where certificates are checked, beside them. */
  verifyUrl: string;
  /** An address of the same host that is answered like this. @param name its last part */
  put(name: string, answer: Answer): string;
  /** Every path that was asked for. */
  asked: string[];
  close(): Promise<void>;
}

/** A plain static host: no headers beyond the type of what it sends. */
export async function startSite(): Promise<Site> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    asked.push(pathname);
    const answer = answers.get(pathname);
    if (answer) return answer(response);
    const file = path.join(websiteDir, pathname.replace('/some/folder/', '').replace(/\/$/, '/index.html'));
    if (!pathname.startsWith('/some/folder/') || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>nothing here</title>');
      return;
    }
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const host = `http://127.0.0.1:${port}`;
  return {
    recountUrl: `${host}/some/folder/recount/`,
    boardUrl: `${host}/some/folder/board/`,
    verifyUrl: `${host}/some/folder/verify/`,
    put(name, answer) {
      answers.set(`/files/${name}`, answer);
      return `${host}/files/${name}`;
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
