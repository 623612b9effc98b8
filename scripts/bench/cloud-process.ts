import { functionEnvironment, loadOrCreateKeys } from '../keys/installation-keys';
import { startLocalCloud } from '../local-cloud/start';
import database from '../../cloudfunctions/database.json';

/**
 * Runs a local cloud in a process of its own, so that making the load and bearing it do not share a thread. Its timers
 * fire only when told. Sends its address to its parent.
 */
async function main(): Promise<void> {
  const [dataDir = '', functionsDir = ''] = process.argv.slice(2);
  const functionEnv = functionEnvironment(loadOrCreateKeys(dataDir), 'gongping.bench');
  const cloud = await startLocalCloud({ port: 0, dataDir, functionsDir, database, functionEnv, timers: false });
  process.send?.(cloud.url);
  process.on('disconnect', () => process.exit(0));
}

void main();
