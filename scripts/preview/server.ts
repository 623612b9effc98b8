import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Changes } from './changes';
import { cachedCompiler } from './compile/cached-compiler';
import {
  enterGroup,
  forwardClientFile,
  forwardFile,
  forwardFunction,
  forwardNotices,
  forwardService,
} from './cloud-door';
import { hostAssets } from './host-assets';
import { performAction, showView } from './panel-door';
import { anyProgram, type PreviewProgram } from './program';
import { websiteFile } from './website-file';

export interface PreviewOptions {
  /** 0 for any free port. */
  port: number;
  /** Address of the local cloud, without a slash at the end. */
  cloudUrl: string;
  /** The built mini-program. */
  appDir: string;
  /** The built website, served below /website/; none without it. */
  websiteDir?: string;
  /** What is to be known of the mini-program beside its files: its name, who uses it, what the panel offers. */
  program?: PreviewProgram;
  /** Whether open pages listen to `tell`. */
  isWatched?: boolean;
}

export interface Preview {
  url: string;
  /** Tells the pages that are open what has changed: the style alone, or anything. They show it. */
  tell(what: 'style' | 'app'): void;
  close(): Promise<void>;
}

type Answer = { type: string; body: string | Buffer; status?: number };

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
};

/**
 * Serves the built mini-program in a phone's frame, on this machine only. The mini-program is compiled anew for every
 * load of the page, so a rebuild shows on reload.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { port, cloudUrl, appDir, websiteDir, program = anyProgram, isWatched = false } = options;
  const cloud = { url: cloudUrl, program };
  const host = await hostAssets(program, isWatched);
  const compiled = cachedCompiler(appDir);
  const changes = new Changes();
  const routes: Readonly<Record<string, () => Answer>> = {
    '/': () => ({ type: 'text/html', body: host.html }),
    '/preview.js': () => ({ type: 'text/javascript', body: host.script }),
    '/preview.css': () => ({ type: 'text/css', body: host.style }),
    '/app.js': () => ({ type: 'text/javascript', body: compiled().script }),
    '/app.css': () => ({ type: 'text/css', body: compiled().style }),
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // Whoever asked has gone, as a page does that asks and is left: nobody waits for the rest.
      if (isGone(error)) return;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`preview: ${request.url ?? ''}: ${text}\n`);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(text);
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://preview');
    const pathname = decodeURIComponent(url.pathname);
    if (pathname.startsWith('/functions/')) return forwardFunction(cloud, pathname.slice(11), url, request, response);
    const wanted = pathname.startsWith('/actions/') && request.method === 'POST' ? pathname.slice(9) : null;
    const action = program.actions?.find(({ id }) => id === wanted);
    if (action) return performAction(action, cloud, url.searchParams.get('path') ?? '', response);
    const view = program.views?.find(({ id }) => pathname === `/views/${id}`);
    if (view) return showView(view, cloud, url.searchParams, response);
    if (pathname === '/changes') return changes.listen(response);
    if (pathname === '/cloud-file') return forwardFile(cloud, url.searchParams.get('id') ?? '', request, response);
    if (pathname.startsWith('/storage/'))
      return forwardFile(cloud, `cloud://storage/${pathname.slice(9)}`, request, response);
    if (pathname === '/group-enter') return enterGroup(cloud, url, response);
    if (pathname === '/service-messages') return forwardService(cloud, url, request, response);
    if (pathname === '/service-notices') return forwardNotices(cloud, url, response);
    if (pathname === '/client-files') return forwardClientFile(cloud, url, request, response);
    const route = routes[pathname];
    if (route) return send(request, response, route());
    if (pathname.startsWith('/files/')) return send(request, response, await packageFile(appDir, pathname.slice(7)));
    const isWebsite = websiteDir !== undefined && pathname.startsWith('/website/');
    const file = isWebsite ? await websiteFile(websiteDir, pathname.slice(9)) : null;
    return send(request, response, file ?? { type: 'text/plain', body: 'not found', status: 404 });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A listening TCP server has an address of this kind.
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}`,
    tell: (what) => changes.tell(what),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function packageFile(appDir: string, name: string): Promise<Answer> {
  const file = path.join(appDir, name);
  const type = types[path.extname(file).toLowerCase()];
  if (!file.startsWith(appDir + path.sep) || !type) return { type: 'text/plain', body: 'not found', status: 404 };
  try {
    return { type, body: await readFile(file) };
  } catch {
    return { type: 'text/plain', body: 'not found', status: 404 };
  }
}

function send(request: IncomingMessage, response: ServerResponse, { type, body, status = 200 }: Answer): void {
  const isText = typeof body === 'string';
  const zipped = isText && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(status, {
    'content-type': isText ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-cache',
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(zipped ? gzipSync(body, { level: 4 }) : body);
}

/** Whether there is nobody any more to write to: since it was begun, or before. */
function isGone(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ERR_STREAM_UNABLE_TO_PIPE';
}
