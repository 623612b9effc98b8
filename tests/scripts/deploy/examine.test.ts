import { planDeployment } from '../../../scripts/deploy/apply';
import { examine, type Sign } from '../../../scripts/deploy/examine';
import { directTo } from './fake/direct';
import { FakeCloud } from './fake/fake-cloud';
import { Machine } from './machine';
import { manifest, settings } from './manifests';

let machine: Machine;
let cloud: FakeCloud;

beforeEach(async () => {
  machine = new Machine();
  cloud = new FakeCloud();
  await machine.apply(cloud);
});

afterEach(() => machine.remove());

async function signs(storage?: string): Promise<Sign[]> {
  const { environment, actual, plan } = await planDeployment(directTo(cloud), settings, manifest, machine.record);
  return examine(manifest, environment, actual, plan, storage ?? `https://${environment.storageDomain}`);
}

const bad = async (): Promise<string[]> => (await signs()).filter(({ kind }) => kind === 'bad').map(({ line }) => line);

test('an installation as apply leaves it needs only its logs kept longer', async () => {
  expect(await bad()).toEqual([expect.stringContaining('logs are kept for 30 days')]);
});

test.each<[string, () => void, string]>([
  [
    'a rule that was opened',
    () => Object.assign(cloud.tables.get('trail') ?? {}, { acl: 'READONLY', documents: 1 }),
    'clients may touch the collection trail',
  ],
  [
    'an index that is gone',
    () => Object.assign(cloud.tables.get('ballots') ?? {}, { indexes: [] }),
    'make the index mark of ballots',
  ],
  ['a timer that is gone', () => cloud.functions.get('scheduler')?.triggers.splice(0), 'give scheduler its timer tick'],
  [
    'rules of the storage that were opened',
    () => (cloud.storage = { AclTag: 'READONLY' }),
    'give the storage its rules',
  ],
  ['less memory', () => Object.assign(cloud.functions.get('voter') ?? {}, { MemorySize: 128 }), 'memory 128 → 256 MB'],
  [
    'developer tools that may vote',
    () => Object.assign(cloud.functions.get('voter')?.variables ?? {}, { ACCEPT_DEVTOOLS: 'true' }),
    'voter has ACCEPT_DEVTOOLS',
  ],
])('%s is told, and nothing is changed by looking', async (_, change, sentence) => {
  change();
  const before = cloud.calls.length;
  expect((await bad()).join('\n')).toContain(sentence);
  expect(cloud.changesSince(before)).toEqual([]);
});

test('names of variables are told, their values never', async () => {
  const said = (await signs()).map(({ line }) => line).join('\n');
  expect(said).toContain('LOG_NAME, MASTER_KEY');
  // What the test's manifest has as its key.
  expect(said).not.toMatch(/\bmaster\b/);
});

test.each([undefined, 'https://another.tcb.qcloud.la'])(
  'a mini-program that is built with the storage %s is told the right one',
  async (storage) => {
    const { environment, actual, plan } = await planDeployment(directTo(cloud), settings, manifest, machine.record);
    const told = examine(manifest, environment, actual, plan, storage).filter(({ kind }) => kind === 'bad');
    expect(told.map(({ line }) => line).join('\n')).toContain(
      `the settings name ${storage ?? 'no storage'}; write "storage": "https://${environment.storageDomain}"`,
    );
  },
);
