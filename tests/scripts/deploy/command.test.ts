import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { probeCollection } from '../../../scripts/deploy/probe';
import { newKeys, writeKeys } from '../../../scripts/keys/installation-keys';
import { installTool } from '../../../scripts/tools/on-demand';
import { runScriptWith, type ScriptRun } from '../../support/run-script';
import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { startProbedCloud } from './probed-cloud';
import { FakeCloud } from './fake/fake-cloud';
import { credentials, startFakeProxy, type FakeProxy } from './fake/fake-proxy';

// The command as it is, with the vendor's own tool, against a proxy that answers for the vendor's hosts. It proves what is sent and that
// it copes with what it is told; what Tencent really answers it cannot prove. What it deploys is dist/cloudfunctions.

const keys = newKeys();
let folder = '';
let cloud: FakeCloud;
let proxy: FakeProxy;

/** What answers the probe. */
let local: LocalCloud;

beforeAll(
  async () => {
    // Once, and before any clock of a test runs: it needs the registry.
    installTool('@cloudbase/manager-node');
    local = await startProbedCloud();
  },
  10 * 60 * 1000,
);

afterAll(() => local.close());

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongping-command-'));
  writeKeys(path.join(folder, 'keys.json'), keys);
  write({});
  cloud = new FakeCloud();
  proxy = await startFakeProxy(cloud, local.url);
});

afterEach(async () => {
  await proxy.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = {
  environment: 'gongping-1a2b3c',
  account: '100012345678',
  appid: 'wx0123456789abcdef',
  name: 'gongping.example.cn',
  keys: 'keys.json',
  websites: ['www.example.cn'],
  storage: 'https://676f-gongping.tcb.qcloud.la',
};

function write(more: object): void {
  writeFileSync(path.join(folder, 'installation.json'), JSON.stringify({ ...settings, ...more }));
}

function deploy(command: string, ...args: string[]): Promise<ScriptRun> {
  const file = path.join(folder, 'installation.json');
  const env = args.includes('--env') ? [] : ['--env', settings.environment];
  return runScriptWith(proxy.variables, 'deploy.ts', command, ...env, '--settings', file, '--built', ...args);
}

/** All that the run said, which must not hold a secret. */
function saidBy({ stdout, stderr }: ScriptRun): string {
  const all = stdout + stderr;
  const secrets = [credentials.secretKey, keys.MASTER_KEY, keys.RECEIPT_KEY, keys.LOG_KEY, keys.PARTICIPANT_KEY];
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
  return all;
}

test('plan shows what is missing and changes nothing; apply does it; a second apply has nothing to do; signatures hold', async () => {
  const planned = await deploy('plan');
  expect(saidBy(planned)).toContain('make the index mark of ballots, unique on mark up');
  expect(cloud.changesSince(0)).toEqual([]);

  const applied = await deploy('apply', '--confirm', settings.environment);
  expect(saidBy(applied)).toContain('is as it shall be');
  expect(applied.status).toBe(0);
  const declared = JSON.parse(readFileSync('cloudfunctions/database.json', 'utf8')) as { collections: object };
  expect([...cloud.tables.keys()].sort()).toEqual([...Object.keys(declared.collections), probeCollection].sort());
  expect([...cloud.tables.values()].filter(({ acl }) => acl !== 'ADMINONLY')).toEqual([]);
  expect(cloud.storage.Rule).toBe(JSON.stringify(JSON.parse(readFileSync('cloudfunctions/storage.json', 'utf8'))));
  expect(cloud.functions.get('voter')?.variables).toMatchObject({ MASTER_KEY: keys.MASTER_KEY });
  // The typeface makes it too large to go along.
  expect([...cloud.packages.keys()]).toEqual(['/2026-11-29/1250000000/gongping-1a2b3c/documents.zip']);
  expect(cloud.functions.get('documents')?.files.size).toBe(4);
  // The probe went through the same door, and then the timer could start.
  expect(saidBy(applied)).toContain('kept   of 100 inserts on one _id at once, one is taken');
  expect(cloud.functions.get('scheduler')?.triggers).toHaveLength(1);
  expect(cloud.origins).toEqual(['www.example.cn']);

  const before = cloud.calls.length;
  expect(saidBy(await deploy('apply', '--confirm', settings.environment))).toContain('there is nothing to do');
  expect(cloud.changesSince(before)).toEqual([]);

  // The doctor sees the same, and names no value.
  const seen = await runScriptWith(
    proxy.variables,
    'doctor.ts',
    '--env',
    settings.environment,
    '--settings',
    path.join(folder, 'installation.json'),
    '--built',
  );
  expect(saidBy(seen)).toMatch(/well {2}.* are as they shall be/);
  expect(saidBy(seen)).toContain('LOG_NAME, MASTER_KEY, RECEIPT_KEY');
  // The fake keeps its logs for thirty days.
  expect(saidBy(seen).match(/MEND.*/g)).toEqual([expect.stringContaining('logs are kept for 30 days')]);
  expect(cloud.changesSince(before)).toEqual([]);

  // Somebody's hand on one function: it alone is sent, and what was there can be put back.
  const voter = cloud.functions.get('voter');
  if (voter === undefined) throw new Error('no voter');
  voter.variables['DEPLOYED_CODE'] = 'of somebody else';
  expect(saidBy(await deploy('apply', '--confirm', settings.environment))).toContain('[1/1] send the code of voter');
  expect(saidBy(await deploy('rollback', '--confirm', settings.environment))).toContain('Former code runs: voter.');
  expect(voter.variables['DEPLOYED_CODE']).toBe('of somebody else');
  expect(proxy.complaints).toEqual([]);
});

test('an answer that is lost, and a cloud that is busy, are got over by the real tool as well', async () => {
  cloud.faultAt = (_, change) =>
    change === 1 ? 'lost after' : change === 4 ? 'throttled' : change === 9 ? 'lost before' : undefined;
  const { status } = await deploy('apply', '--confirm', settings.environment);
  expect(status).toBe(0);
  cloud.faultAt = () => undefined;
  expect(saidBy(await deploy('plan'))).toContain('there is nothing to do');
});

describe('refused, and nothing changed', () => {
  test.each<[string, () => void, string[], string]>([
    [
      'another environment than the settings’',
      () => undefined,
      ['--env', 'another-1a2b3c'],
      'the settings are of gongping-1a2b3c',
    ],
    ['no environment named', () => undefined, ['--env='], '--env is , and the settings are of'],
    ['nobody who confirms it', () => undefined, [], '--confirm gongping-1a2b3c says that it is meant'],
    ['another name confirmed', () => undefined, ['--confirm', 'another-1a2b3c'], 'that is not gongping-1a2b3c'],
    [
      'another account',
      () => (cloud.account = '999999999999'),
      ['--confirm', settings.environment],
      'belongs to the account 999999999999',
    ],
    [
      'settings with an unknown field',
      () => write({ enviroment: 'x' }),
      ['--confirm', settings.environment],
      'enviroment',
    ],
    ['settings with a wrong account', () => write({ account: 'me' }), ['--confirm', settings.environment], 'account'],
    [
      'templates that nothing can fill',
      () => write({ templates: { opening: { id: 'x', fields: { thing1: 'nothing' } } } }),
      ['--confirm', settings.environment],
      'TEMPLATES.opening.fields.thing1',
    ],
  ])('%s', async (_, change, args, sentence) => {
    change();
    const run = await deploy('apply', ...args);
    expect(saidBy(run)).toContain(sentence);
    expect(run.status).toBe(1);
    expect(cloud.changesSince(0)).toEqual([]);
  });

  test('credentials that are not the account’s', async () => {
    proxy.variables['TENCENTCLOUD_SECRETKEY'] = 'another';
    const run = await deploy('apply', '--confirm', settings.environment);
    expect(run.stderr).toContain('AuthFailure.SignatureFailure');
    expect(cloud.calls).toEqual([]);
  });
});
