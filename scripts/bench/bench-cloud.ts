import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFunctions, bundleFunction } from '../build/functions';
import { loadOrCreateKeys, type Keys } from '../keys/installation-keys';
import { startServerProcess } from './server-process';

export interface BenchCloud {
  url: string;
  keys: Keys;
  /** The functions it runs: the deployed ones and `bare`. */
  functionsDir: string;
  close(): Promise<void>;
}

/**
 * Starts a local cloud on a folder of its own, with the deployed functions and the bare one beside them.
 * @param without functions it does not run
 */
export async function startBenchCloud(without: readonly string[] = []): Promise<BenchCloud> {
  const dir = await mkdtemp(path.join(tmpdir(), 'gongping-bench-'));
  const functionsDir = path.join(dir, 'functions');
  await cp(await buildFunctions(), functionsDir, { recursive: true });
  for (const name of without) await rm(path.join(functionsDir, name), { recursive: true });
  await bundleFunction(path.join(__dirname, 'bare'), path.join(functionsDir, 'bare'));
  const dataDir = path.join(dir, 'data');
  const keys = loadOrCreateKeys(dataDir);
  const { url, close: stop } = await startServerProcess('cloud-process.ts', [dataDir, functionsDir]);
  const close = async (): Promise<void> => {
    await stop();
    await rm(dir, { recursive: true, force: true });
  };
  return { url, keys, functionsDir, close };
}
