import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface CloudProcess {
  url: string;
  /** Resolves when the process is gone: to true when it was asked to end, as Ctrl-C asks it as well as us. */
  ended: Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Runs the local cloud with the demonstration polls in a process of its own, so that voting and drawing pages do not
 * wait for each other. Resolves when it is ready; rejects when it ends before.
 */
export async function startCloudProcess(options: {
  port: number;
  dataDir: string;
  isWatched: boolean;
}): Promise<CloudProcess> {
  const { port, dataDir, isWatched } = options;
  const script = path.resolve(__dirname, '../cloud.ts');
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', script, '--port', String(port), '--data', dataDir, '--seed', 'demo'],
      ...(isWatched ? ['--watch'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit').then(([code]) => code === 0);
  const killIt = (): void => void child.kill();
  process.once('exit', killIt);
  const ready = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^ready (http:\S+)$/.exec(line)?.[1];
      if (url === undefined) console.log(line);
      else resolve(url);
    });
  });
  const url = await Promise.race([ready, ended.then(() => undefined)]);
  if (url === undefined) throw new Error('The local cloud could not start.');
  return {
    url,
    ended,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
