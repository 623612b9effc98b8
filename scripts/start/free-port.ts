import { createServer } from 'node:net';

/** How many ports are tried before giving up. */
const ATTEMPTS = 50;

/** The first free port of 127.0.0.1 from `from` on. Throws when none of the next fifty is. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < Math.min(from + ATTEMPTS, 65_536); port++) if (await isFree(port)) return port;
  throw new Error(`No port is free from ${from} on.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
