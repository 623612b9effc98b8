import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A local cloud as people start it, in a process group of its own. */
export interface CloudProcess {
  url: string;
  /** What it printed before it was ready. */
  printed: string[];
  /** `kill -9` of the whole group; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Runs `npm run cloud` without npm on a data folder. Rejects with what it printed if it ends before it is ready. */
export async function startCloudProcess(dataDir: string): Promise<CloudProcess> {
  const script = path.join(__dirname, '../../../scripts/cloud.ts');
  const options = ['--import', 'tsx', script, '--port', '0', '--data', dataDir];
  const child = spawn(process.execPath, options, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  const printed: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => printed.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^ready (http:\S+)$/.exec(line)?.[1];
      if (address === undefined) printed.push(line);
      else resolve(address);
    });
    void exited.then(() => reject(new Error(`the cloud ended: ${printed.join(' | ')}`)));
  });
  const kill = async (): Promise<void> => {
    // A negative number names the group; the child leads its own.
    process.kill(-(child.pid ?? NaN), 'SIGKILL');
    await exited;
  };
  return { url, printed, kill };
}
