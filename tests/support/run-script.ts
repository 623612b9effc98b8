import { spawn } from 'node:child_process';
import path from 'node:path';

export interface ScriptRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a script of the workshop as its npm command does. This process goes on meanwhile: a local cloud in it has to answer.
 * @param script its file's name in `scripts/`
 */
export function runScript(script: string, ...args: string[]): Promise<ScriptRun> {
  return runScriptWith({}, script, ...args);
}

/** The same with more variables around it. */
export function runScriptWith(
  variables: Readonly<Record<string, string>>,
  script: string,
  ...args: string[]
): Promise<ScriptRun> {
  const root = path.resolve(__dirname, '../..');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'scripts', script), ...args], {
      cwd: root,
      env: { ...process.env, ...variables },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
