import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Counts {
  passed: number;
  /** Tests that failed, and test files that could not be run at all. */
  failed: number;
}

/** Two runs as one. */
export function sumOf(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** The part of jest's JSON result that is read here. */
export interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
}

const root = path.resolve(__dirname, '../..');

/** Runs these test files, given by their paths in the repository. */
export function runFiles(files: readonly string[], args: readonly string[] = []): Promise<Counts> {
  const { argument, environment } = onlyListed(files);
  return runJest([...args, argument], environment);
}

/** How jest is told to run these files alone, without repeating all their names at its end. */
export function onlyListed(files: readonly string[]): { argument: string; environment: Record<string, string> } {
  const filter = path.join(root, 'tests/support/jest/only-listed.cjs');
  return { argument: `--filter=${filter}`, environment: { RUN_ONLY: JSON.stringify(files) } };
}

/** Runs jest and counts; see `countsOf`. */
export async function runJest(args: readonly string[], environment: Record<string, string> = {}): Promise<Counts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongping-jest-'));
  const resultFile = path.join(folder, 'result.json');
  try {
    const exitCode = await jest([...args, '--json', `--outputFile=${resultFile}`], environment);
    return countsOf(resultIn(resultFile), exitCode);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What a run amounts to. One that ended without a result (jest crashed, or refused its arguments), that ran nothing, or
 * that jest itself calls failed is a failure though no test says so.
 */
export function countsOf(result: JestResult | undefined, exitCode: number | null): Counts {
  const passed = result?.numPassedTests ?? 0;
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
  const fellShort = passed === 0 || exitCode !== 0;
  return { passed, failed: failed === 0 && fellShort ? 1 : failed };
}

function jest(args: string[], environment: Record<string, string>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', reject).on('exit', resolve);
  });
}

function resultIn(resultFile: string): JestResult | undefined {
  // Where it is there, jest wrote it a moment ago.
  return existsSync(resultFile) ? (JSON.parse(readFileSync(resultFile, 'utf8')) as JestResult) : undefined;
}

/** Ends the process's output with the line that everybody looks for, and decides the exit code. */
export function report({ passed, failed }: Counts): void {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
