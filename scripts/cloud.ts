import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions } from './build/functions';
import { functionEnvironment, loadOrCreateKeys } from './keys/installation-keys';
import { localTemplates } from './keys/local-templates';
import { faultHelp, parseFaults, type FaultPlan } from './local-cloud/faults/parse-faults';
import { startLocalCloud } from './local-cloud/start';
import { watchFunctions } from './watch/watch-functions';
import { pagesOf, type AppConfig } from './wechat-files/app-config';

const help = `Runs the cloud functions on a local CloudBase.

  npm run cloud -- --port P --data DIR [--seed demo] [--fault "…"]

  --port P     the port on 127.0.0.1 (default 9100; 0 takes any free one)
  --data DIR   where the database, the files and the keys are kept (default .data/cloud)
  --seed demo  fill in the demonstration polls, once
  --watch      build the functions anew whenever a file of them is saved
  --fault F    break on demand, once all is up (see below)
  --help       this text

Prints "ready http://127.0.0.1:P" when all is up.
Doors: POST /admin (SDK), POST /functions/NAME, POST /timers/NAME, GET /stats, POST /stats/reset, /storage/PATH,
GET /outbox (subscribe messages), POST /cloudids (open data for a page).

${faultHelp}`;

/** The installation's name in receipts; a real one is named after its owner's domain. */
const LOG_NAME = 'gongping.local';

const root = path.resolve(__dirname, '..');

interface Arguments {
  port: number;
  dataDir: string;
  isSeeded: boolean;
  isWatched: boolean;
  faults: FaultPlan | undefined;
}

/** Reads the command line; undefined when only help was asked for. Throws a sentence for a wrong option. */
function readArguments(): Arguments | undefined {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9100' },
      data: { type: 'string', default: path.join(root, '.data/cloud') },
      seed: { type: 'string' },
      watch: { type: 'boolean', default: false },
      fault: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is no port number`);
  if (values.seed !== undefined && values.seed !== 'demo')
    throw new Error(`--seed ${values.seed}: there is only "demo"`);
  const faults = values.fault === undefined ? undefined : parseFaults(values.fault);
  return {
    port,
    dataDir: path.resolve(values.data),
    isSeeded: values.seed === 'demo',
    isWatched: values.watch,
    faults,
  };
}

async function run({ port, dataDir, isSeeded, isWatched, faults }: Arguments): Promise<void> {
  const functionsDir = await buildFunctions();
  const database: unknown = JSON.parse(readFileSync(path.join(root, 'cloudfunctions/database.json'), 'utf8'));
  const storageRules: unknown = JSON.parse(readFileSync(path.join(root, 'cloudfunctions/storage.json'), 'utf8'));
  const keys = loadOrCreateKeys(dataDir);
  const functionEnv = functionEnvironment(keys, LOG_NAME, { templates: localTemplates });
  const wechat = { pages: await pagesOfMiniprogram() };
  const cloud = await startLocalCloud({
    port,
    dataDir,
    functionsDir,
    compiledDir: path.join(root, '.cache/compiled'),
    database,
    storageRules,
    functionEnv,
    inbox: 'inbox',
    wechat,
  });
  if (cloud.recovered !== undefined) console.log(cloud.recovered);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    void cloud.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  if (isSeeded) {
    const { seedDemo } = await import('./seed/demo');
    await seedDemo({ url: cloud.url, keys, logName: LOG_NAME });
  }
  if (isWatched) await watchFunctions(path.join(root, 'cloudfunctions'), cloud);
  // Not before: filling in the demonstration is no test of anything.
  if (faults !== undefined) cloud.injectFaults(faults);
  console.log(`ready ${cloud.url}`);
}

/** All pages that a code may lead to, first the home page. */
async function pagesOfMiniprogram(): Promise<string[]> {
  // The build checks app.json.
  return pagesOf(JSON.parse(await readFile(path.join(root, 'miniprogram/app.json'), 'utf8')) as AppConfig);
}

async function main(): Promise<void> {
  try {
    const given = readArguments();
    if (given === undefined) console.log(help);
    else await run(given);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

void main();
