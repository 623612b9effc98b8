import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { probeCollection, probeIndexes } from '../../../scripts/deploy/probe';
import { functionEnvironment, loadOrCreateKeys } from '../../../scripts/keys/installation-keys';
import type { IndexDeclaration } from '../../../scripts/local-cloud/database/declaration';
import { startLocalCloud, type LocalCloud } from '../../../scripts/local-cloud/start';
import database from '../../../cloudfunctions/database.json';

/** A local cloud with the probe's collection; it runs dist/cloudfunctions. */
export async function startProbedCloud(indexes: readonly IndexDeclaration[] = probeIndexes): Promise<LocalCloud> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gongping-probe-'));
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: path.resolve(__dirname, '../../../dist/cloudfunctions'),
    database: { collections: { ...database.collections, [probeCollection]: { indexes } } },
    functionEnv: functionEnvironment(loadOrCreateKeys(dataDir), 'gongping.test'),
    timers: false,
    log: () => undefined,
  });
  const close = cloud.close.bind(cloud);
  return Object.assign(cloud, {
    close: async () => {
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  });
}
