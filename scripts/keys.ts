import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseTemplates } from '../cloudfunctions/shared/domain/reminders/templates';
import { connectTo, type CloudAddress } from './connect';
import {
  functionEnvironment,
  newKeys,
  readKeys,
  receiptVerifiers,
  withNewKey,
  withoutOldKeys,
  writeKeys,
  type InstallationSettings,
  type KeyName,
} from './keys/installation-keys';
import { rewrapPolls } from './keys/rewrap-polls';

const help = `Makes and changes the keys of an installation. They are kept in one file that only you can read.

  npm run keys -- new --file FILE              makes a master key, keys for receipts, logs and objections; never overwrites
  npm run keys -- environment --file FILE --name NAME --out DIR [--templates FILE] [--program VERSION] [--push-source NAME]
                                               writes DIR/voter.json, DIR/scheduler.json …, the environment of each function
  npm run keys -- public --file FILE --name NAME
                                               prints what may be published: the keys that receipts are checked by
  npm run keys -- rotate KIND --file FILE      puts a new key in front of the old one; KIND is master, receipt or log
  npm run keys -- rewrap --file FILE CLOUD     wraps every poll's secret with the newest master key; the secrets stay
  npm run keys -- retire KIND --file FILE      forgets all but the newest key of a kind

  --file FILE  where the keys are (keep a copy offline: without the master key no poll can go on)
  --name NAME  the installation's name in its logs, your domain for instance: gongping.example.cn
  --templates FILE   JSON of your subscribe message templates; without it nobody is offered reminders (see the README)
  --program VERSION  trial or develop, where codes, links and messages are to open that in place of the released version
  --push-source NAME what WeChat's messages come from, should the log of inbox show another source than the usual one
  CLOUD        --local URL for a local cloud, or --env ENVIRONMENT with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY set
  --help       this text

Changing the master key: rotate, environment and deploy, rewrap, retire, environment and deploy.
A log keeps the key it began with, so retire a log key only when no poll that began with it is open.
`;

const kinds: Readonly<Record<string, KeyName>> = { master: 'MASTER_KEY', receipt: 'RECEIPT_KEY', log: 'LOG_KEY' };

interface Given extends CloudAddress {
  file: string;
  name: string;
  out: string;
  templates: string | undefined;
  program: string | undefined;
  'push-source': string | undefined;
}

function readArguments(): { command: string; kind: string; given: Given } | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      file: { type: 'string', default: '' },
      name: { type: 'string', default: '' },
      out: { type: 'string', default: '' },
      templates: { type: 'string' },
      program: { type: 'string' },
      'push-source': { type: 'string' },
      local: { type: 'string' },
      env: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, kind = ''] = positionals;
  if (values.help || command === undefined) return undefined;
  return {
    command,
    kind,
    given: { ...values, templates: values.templates, program: values.program, 'push-source': values['push-source'] },
  };
}

function wanted(given: Given, option: 'file' | 'name' | 'out'): string {
  if (given[option] === '') throw new Error(`--${option} is missing; see --help`);
  return given[option];
}

function kindOf(kind: string): KeyName {
  const name = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (name === undefined) throw new Error(`"${kind}" is no kind of key: master, receipt or log`);
  return name;
}

async function run(command: string, kind: string, given: Given): Promise<void> {
  const file = wanted(given, 'file');
  switch (command) {
    case 'new':
      if (existsSync(file))
        throw new Error(`${file} is there already, and keys that are lost stay lost; choose another`);
      writeKeys(file, newKeys());
      console.log(`made ${file}. Keep a copy offline.`);
      return;
    case 'environment':
      writeEnvironments(file, wanted(given, 'name'), wanted(given, 'out'), readSettings(given));
      return;
    case 'public':
      for (const verifier of receiptVerifiers(readKeys(file), wanted(given, 'name'))) console.log(verifier);
      return;
    case 'rotate':
      writeKeys(file, withNewKey(readKeys(file), kindOf(kind)));
      console.log(`${file} has a new ${kind} key in front of the old one.`);
      return;
    case 'retire':
      writeKeys(file, withoutOldKeys(readKeys(file), kindOf(kind)));
      console.log(`${file} has only the newest ${kind} key.`);
      return;
    case 'rewrap': {
      const { polls, rewrapped } = await rewrapPolls(connectTo(given), readKeys(file).MASTER_KEY.split(','));
      console.log(
        `${polls} polls have a secret; ${rewrapped} were wrapped anew, the others had the newest key already.`,
      );
      return;
    }
    default:
      throw new Error(`there is no "${command}"; see --help`);
  }
}

/** @throws a sentence that names what is wrong in them */
function readSettings({ templates: file, program, 'push-source': pushSource }: Given): InstallationSettings {
  if (program !== undefined && program !== 'trial' && program !== 'develop') {
    throw new Error(`--program ${program}: trial or develop; leave it out for the released version`);
  }
  const templates = file === undefined ? undefined : readFileSync(file, 'utf8');
  parseTemplates(templates);
  return {
    ...(templates === undefined ? {} : { templates: JSON.stringify(JSON.parse(templates)) }),
    ...(program === undefined ? {} : { program }),
    ...(pushSource === undefined ? {} : { pushSource }),
  };
}

function writeEnvironments(file: string, name: string, out: string, settings: InstallationSettings): void {
  mkdirSync(out, { recursive: true });
  for (const [functionName, environment] of Object.entries(functionEnvironment(readKeys(file), name, settings))) {
    const target = path.join(out, `${functionName}.json`);
    writeFileSync(target, `${JSON.stringify(environment, null, 2)}\n`, { mode: 0o600 });
    console.log(`wrote ${target}`);
  }
}

async function main(): Promise<void> {
  const asked = readArguments();
  if (asked === undefined) console.log(help);
  else await run(asked.command, asked.kind, asked.given);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
