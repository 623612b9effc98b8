import path from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from './ask';
import { buildFunctions } from './build/functions';
import { buildMiniprogram } from './build/miniprogram';
import { connectTo } from './connect';
import { applyDeployment, planDeployment, rollBack } from './deploy/apply';
import { credentials } from './deploy/credentials';
import { loadManifest } from './deploy/load-manifest';
import { describeStep, type Plan } from './deploy/plan';
import { probe } from './deploy/probe';
import { checkInstallation, objectionsTo, uploadProgram, type ProgramTool } from './deploy/program';
import { DeployRecord, recordFolder } from './deploy/record';
import { installationOf, readSettingsFile, settingsJsonSchema, type DeploySettings } from './deploy/settings';
import { connectTencent, type Tencent } from './deploy/tencent';
import { loadTool } from './tools/on-demand';
import { programProblems } from './wechat-files/program-problems';

const help = `Brings a CloudBase environment to what this project needs: collections, indexes, rules, functions, timers.

  npm run deploy -- plan --env E          shows what would be done; changes nothing
  npm run deploy -- apply --env E         shows it, asks for the environment's name, and does it; a second time there is nothing to do.
                                          Before the timer starts, npm run probe has to find every promise kept
  npm run deploy -- rollback --env E      puts back the code that ran before the last apply; data and variables stay as they are
  npm run deploy -- program --env E       builds the mini-program and says what WeChat's own offline check objects to;
                                          --upload 1.2.3 puts it up as that version, to be reviewed and released by hand
  npm run deploy -- schema                the JSON schema of the settings, for your editor

  --env E        the environment; it has to be the one in the settings
  --settings F   the settings (default installation.json)
  --confirm E    the environment's name once more, where nobody can be asked
  --dry-run      with apply: the same as plan
  --built        takes what npm run build made, without building anew
  --help         this text

The settings: {"environment": "gongping-1a2b3c", "account": "100012345678", "appid": "wx0123456789abcdef",
"name": "gongping.example.cn", "keys": "keys.json"}; keys.json is made by npm run keys -- new.
The mini-program is built with "environment" and "storage" ("https://BUCKET.tcb.qcloud.la", which npm run doctor names); it is not put up without.
Credentials: TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY, of an account that may change the environment. HTTPS_PROXY is honoured.
The tools for it, @cloudbase/manager-node and for program miniprogram-ci (275 MB), are installed into .cache/tools when they are first needed.
`;

interface Given {
  env: string | undefined;
  settings: string;
  confirm: string | undefined;
  'dry-run': boolean;
  upload: string | undefined;
  built: boolean;
}

async function run(command: string, given: Given): Promise<void> {
  if (command === 'schema') {
    console.log(JSON.stringify(settingsJsonSchema(), null, 2));
    return;
  }
  if (command !== 'plan' && command !== 'apply' && command !== 'rollback' && command !== 'program') {
    throw new Error(`there is no "${command}"; see --help`);
  }
  const settings = readSettingsFile(given.settings);
  if (given.env === undefined) throw new Error(`say which environment: --env ${settings.environment}`);
  if (given.env !== settings.environment) {
    throw new Error(`--env is ${given.env}, and the settings are of ${settings.environment}: nothing was done`);
  }
  if (command === 'program') return program(settings, given);
  const tencent = connectTencent(settings, credentials());
  const record = new DeployRecord(recordFolder(given.settings, settings.environment));
  const step = (line: string, at: number, of: number): void => console.log(`[${at}/${of}] ${line}`);
  if (command === 'rollback') {
    await confirmed(given, settings);
    const names = await rollBack(tencent, settings, record, { step });
    console.log(
      names.length === 0 ? 'There is no former code here to go back to.' : `Former code runs: ${names.join(', ')}.`,
    );
    return;
  }
  const functionsDir = given.built ? path.resolve(__dirname, '../dist/cloudfunctions') : await buildFunctions();
  const manifest = loadManifest(settings, functionsDir);
  const { plan } = await planDeployment(tencent, settings, manifest, record);
  show(plan, settings);
  if (plan.refusals.length > 0) {
    process.exitCode = 1;
    return;
  }
  if (command === 'plan' || given['dry-run'] || plan.steps.length === 0) return;
  await confirmed(given, settings);
  await apply(tencent, settings, manifest, record, step);
}

async function program(settings: DeploySettings, { built, upload, confirm }: Given): Promise<void> {
  if (upload !== undefined && !/^\d+\.\d+\.\d+$/.test(upload))
    throw new Error(`--upload ${upload}: a version such as 1.2.3`);
  const folder = path.resolve(__dirname, '..');
  if (upload !== undefined && settings.uploadKey === undefined) throw new Error('the settings name no uploadKey');
  // Without an address it can be checked, and nothing more.
  const installation = upload === undefined && settings.storage === undefined ? undefined : installationOf(settings);
  const output = path.join(folder, 'dist/miniprogram');
  if (!built) await buildMiniprogram(undefined, output, installation);
  else if (installation !== undefined) checkInstallation(output, installation);
  const problems = programProblems(output);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const tool = loadTool('miniprogram-ci') as ProgramTool;
  for (const objection of await objectionsTo(tool, { appid: settings.appid, folder })) console.log(objection);
  if (upload === undefined || settings.uploadKey === undefined) return;
  await confirmed({ confirm }, settings);
  await uploadProgram(tool, { appid: settings.appid, folder }, settings.uploadKey, upload);
  console.log(`${upload} is put up; submit it for review in the console of WeChat (版本管理).`);
}

async function apply(
  tencent: Tencent,
  settings: DeploySettings,
  manifest: ReturnType<typeof loadManifest>,
  record: DeployRecord,
  step: (line: string, at: number, of: number) => void,
): Promise<void> {
  const steps = await applyDeployment(tencent, settings, manifest, record, {
    step,
    beforeTimers: () => probed(settings),
  });
  console.log(`${settings.environment} is as it shall be: ${steps} steps were done.`);
}

/** @throws a sentence when the cloud does not keep what the count relies on */
async function probed({ environment, region }: DeploySettings): Promise<void> {
  console.log('The probe sees whether this cloud keeps what the count relies on:');
  const findings = await probe(connectTo({ env: environment, region }), ({ promise, isKept }) =>
    console.log(`  ${isKept ? 'kept  ' : 'BROKEN'} ${promise}`),
  );
  const broken = findings.filter(({ isKept }) => !isKept);
  if (broken.length > 0) {
    throw new Error(
      `this cloud does not keep what the count relies on, so the timer was not started and no poll may be opened here:\n- ` +
        broken.map(({ promise, saw }) => `${promise}: ${JSON.stringify(saw)}`).join('\n- '),
    );
  }
}

function show({ steps, refusals }: Plan, { environment, account }: DeploySettings): void {
  console.log(`Environment ${environment} of the account ${account}`);
  if (refusals.length > 0) {
    console.log('Nothing can be done before this is settled:');
    for (const refusal of refusals) console.log(`- ${refusal}.`);
    return;
  }
  if (steps.length === 0) console.log('It is as it shall be; there is nothing to do.');
  for (const each of steps) console.log(`  ${describeStep(each)}`);
}

/** @throws a sentence unless the environment was named once more */
async function confirmed(given: Pick<Given, 'confirm'>, { environment }: DeploySettings): Promise<void> {
  const answer = given.confirm ?? (await ask(() => Promise.resolve(`To go on, type the environment's name: `)));
  if (answer === undefined) throw new Error(`nobody can be asked here: --confirm ${environment} says that it is meant`);
  if (answer.trim() !== environment) throw new Error(`that is not ${environment}: nothing was changed`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      env: { type: 'string' },
      settings: { type: 'string', default: 'installation.json' },
      confirm: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      upload: { type: 'string' },
      built: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command] = positionals;
  if (values.help || command === undefined) console.log(help);
  else await run(command, { ...values, env: values.env, confirm: values.confirm, upload: values.upload });
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => {
    // WeChat's tool goes on watching files, and would never end.
    if (process.argv.includes('program')) process.exit();
  });
