import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import database from '../../cloudfunctions/database.json';
import storageRules from '../../cloudfunctions/storage.json';
import { functionEnvironment, loadOrCreateKeys, type Keys } from '../../scripts/keys/installation-keys';
import { localTemplates } from '../../scripts/keys/local-templates';
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../scripts/local-cloud/start';
import { connect } from '../../scripts/connect';

// The SDK warns of a slow call seconds after it, when another test is running.
process.env['SILENCE'] = 'true';

/** A local cloud on a folder of its own, running the built functions; its timers fire only when a test says so. */
export type TestCloud = LocalCloud & {
  /** Where everything is kept: documents, and under `storage` the files. */
  dataDir: string;
  keys: Keys;
  /** The installation's name in its logs. */
  logName: string;
  /** What functions printed so far. */
  logs: string[];
  /** Takes every document out of a collection. */
  emptyCollection: (name: string) => Promise<void>;
};

export async function startTestCloud(
  options: Partial<Pick<LocalCloudOptions, 'dataDir' | 'instancesPerFunction' | 'timers' | 'wechat'>> = {},
): Promise<TestCloud> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'gongping-')));
  const keys = loadOrCreateKeys(dataDir);
  const logName = 'gongping.test';
  const logs: string[] = [];
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: path.resolve(__dirname, '../../dist/cloudfunctions'),
    compiledDir: path.resolve(__dirname, '../../.cache/compiled'),
    database,
    storageRules,
    functionEnv: functionEnvironment(keys, logName, { templates: localTemplates }),
    inbox: 'inbox',
    timers: false,
    log: (_, line) => logs.push(line),
    ...options,
  });
  return Object.assign(cloud, {
    dataDir,
    keys,
    logName,
    logs,
    // A folder that was given belongs to who gave it.
    close: options.dataDir === undefined ? closeAndRemove(cloud.close.bind(cloud), dataDir) : cloud.close.bind(cloud),
    emptyCollection: async (name: string) => {
      const db = connect(cloud.url).database();
      await db
        .collection(name)
        .where({ _id: db.command.neq('') })
        .remove();
    },
  });
}

function closeAndRemove(close: () => Promise<void>, dataDir: string): () => Promise<void> {
  return async () => {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  };
}
