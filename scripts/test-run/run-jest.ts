import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Counts {
  passed: number;
  /** Tests that failed, and test files that could not be run at all. */
  failed: number;
}

/** The part of jest's JSON result that is read here. */
interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
}

const root = path.resolve(__dirname, '../..');

/**
 * Runs jest and counts.
 * A run that ends without a result (jest crashed, or refused its arguments) or that ran nothing counts as one failure.
 */
export async function runJest(args: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongping-jest-'));
  const resultFile = path.join(folder, 'result.json');
  try {
    const code = await jest([...args, '--json', `--outputFile=${resultFile}`]);
    const { passed, failed } = countsIn(resultFile);
    const fellShort = failed === 0 && (passed === 0 || code !== 0);
    return { passed, failed: fellShort ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function jest(args: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', reject).on('exit', resolve);
  });
}

function countsIn(resultFile: string): Counts {
  let text: string;
  try {
    text = readFileSync(resultFile, 'utf8');
  } catch {
    return { passed: 0, failed: 0 };
  }
  // Jest wrote it a moment ago.
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(text) as JestResult;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/** Ends the process's output with the line that everybody looks for, and decides the exit code. */
export function report({ passed, failed }: Counts): void {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
