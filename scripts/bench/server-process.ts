import { fork } from 'node:child_process';
import path from 'node:path';

/** A server in a process of its own, so that making the load and bearing it do not share a thread. */
export interface ServerProcess {
  url: string;
  pid: number;
  close: () => Promise<void>;
}

/** Runs one of this folder's scripts, which sends its address once it listens. Rejects if it ends before. */
export async function startServerProcess(script: string, args: string[] = []): Promise<ServerProcess> {
  const child = fork(path.join(__dirname, script), args);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => {
      resolve(JSON.stringify(message).slice(1, -1));
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  const close = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    await ended;
  };
  // It runs, so it has a number.
  return { url, pid: child.pid ?? 0, close };
}
