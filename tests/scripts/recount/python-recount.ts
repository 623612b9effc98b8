import { spawnSync } from 'node:child_process';
import path from 'node:path';

const script = path.resolve(__dirname, '../../../scripts/recount-py/recount.py');

/** The system's own Python has Debian's packages even where another one comes first in the path. */
const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import cryptography']).status === 0,
);

/** `describe` where Python and its Ed25519 are installed, else one that says what is missing. */
export const describePython =
  python !== undefined
    ? describe
    : (title: string, body: () => void) => describe.skip(`${title} (needs python3 with cryptography)`, body);

/** What the Python recounter says of each bundle, as JSON lines. */
export function recountInPython(files: readonly string[], ...options: string[]): string[] {
  const run = spawnSync(python ?? 'python3', [script, '--json', ...options, ...files], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.stderr !== '') throw new Error(run.stderr);
  const lines = run.stdout.trimEnd().split('\n');
  expect(run.status).toBe(lines.every((line) => line.startsWith('{"ok":true')) ? 0 : 1);
  return lines;
}

/** The Python command as somebody types it. */
export function pythonCommand(...args: string[]): { stdout: string; stderr: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(python ?? 'python3', [script, ...args], { encoding: 'utf8' });
  return { stdout, stderr, status };
}
