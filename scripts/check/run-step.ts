import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Step } from './steps';

export interface Outcome {
  name: string;
  command: string;
  passed: boolean;
  output: string;
  seconds: number;
}

const root = path.resolve(__dirname, '../..');

/** Runs one step in a process of its own and keeps what it printed, so that steps at once do not mix their lines. */
export function runStep({ name, command }: Step): Promise<Outcome> {
  const startedAt = performance.now();
  const [file, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, file), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ name, command: command.join(' '), passed: code === 0, output, seconds });
    });
  });
}
