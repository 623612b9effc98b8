import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions } from './build/functions';
import { planDeployment } from './deploy/apply';
import { credentials } from './deploy/credentials';
import { examine } from './deploy/examine';
import { loadManifest } from './deploy/load-manifest';
import { DeployRecord, recordFolder } from './deploy/record';
import { readSettingsFile } from './deploy/settings';
import { connectTencent } from './deploy/tencent';

const help = `Says what of an installation is not as it shall be. Reads only; values of variables are never shown.

  npm run doctor -- --env E

  --env E        the environment; it has to be the one in the settings
  --settings F   the settings (default installation.json), see npm run deploy -- --help
  --built        compares with what npm run build made, without building anew
  --help         this text

Rules, indexes, functions with their variables' names, timers, logs; then what only a person can see, each with where to look.
Credentials: TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY. Something to mend is an exit code of 1.
`;

const marks = { good: 'well  ', bad: 'MEND  ', see: 'see   ' };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      env: { type: 'string' },
      settings: { type: 'string', default: 'installation.json' },
      built: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const settings = readSettingsFile(values.settings);
  if (values.env !== settings.environment) throw new Error(`say which environment: --env ${settings.environment}`);
  const tencent = connectTencent(settings, credentials());
  const functionsDir = values.built ? path.resolve(__dirname, '../dist/cloudfunctions') : await buildFunctions();
  const manifest = loadManifest(settings, functionsDir);
  const record = new DeployRecord(recordFolder(values.settings, settings.environment));
  const { environment, actual, plan } = await planDeployment(tencent, settings, manifest, record);
  const signs = examine(manifest, environment, actual, plan, settings.storage);
  for (const { kind, line } of signs) console.log(`${marks[kind]}${line}`);
  if (signs.some(({ kind }) => kind === 'bad')) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
