import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInCloud {
  url: string;
  close(): Promise<void>;
}

/**
 * The doors of a local cloud that the preview knocks at: function `echo` answers what it was called with, and by whom;
 * every other function is broken; storage holds one small text.
 */
export async function startStandInCloud(): Promise<StandInCloud> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const event: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null');
      if (request.url === '/functions/echo') {
        const { 'x-wx-openid': openid, 'x-wx-source': source } = request.headers;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ event, openid, source }));
      } else if (request.url === '/storage/polls/cover.txt') response.end('a cover');
      else response.writeHead(500).end('it broke');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
