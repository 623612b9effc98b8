import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { median } from './statistics';

export interface ColdStartFigures {
  name: string;
  bytes: number;
  /** Milliseconds to load the bundle in a fresh process, median. */
  load: number;
  /** The same for a plain `require('wx-server-sdk')`, in turns with it. */
  sdk: number;
}

const rounds = 9;
const run = promisify(execFile);

/** Loads a function's bundle in fresh processes beside the plain SDK. */
export async function measureColdStart(functionsDir: string, name: string): Promise<ColdStartFigures> {
  const bundle = path.join(functionsDir, name, 'index.js');
  const load: number[] = [];
  const sdk: number[] = [];
  for (let round = 0; round < rounds; round++) {
    load.push(await loadingTime(bundle));
    sdk.push(await loadingTime(require.resolve('wx-server-sdk')));
  }
  return { name, bytes: (await stat(bundle)).size, load: median(load), sdk: median(sdk) };
}

async function loadingTime(module: string): Promise<number> {
  const script = `const t = performance.now(); require(${JSON.stringify(module)}); console.log(performance.now() - t)`;
  const { stdout } = await run(process.execPath, ['-e', script]);
  return Number(stdout);
}
