import { planDeployment } from '../../../scripts/deploy/apply';
import type { Manifest } from '../../../scripts/deploy/manifest';
import { directTo } from './fake/direct';
import { FakeCloud } from './fake/fake-cloud';
import { expectWhole, Machine } from './machine';
import { largeFont, largeManifest, manifest, settings, withCode } from './manifests';

let machine: Machine;

beforeEach(() => {
  machine = new Machine();
});

afterEach(() => {
  machine.remove();
});

test('a fresh environment becomes whole, and a second apply changes nothing', async () => {
  const cloud = new FakeCloud();
  expect(await machine.apply(cloud)).toBeGreaterThan(0);
  expectWhole(cloud);
  const before = cloud.calls.length;
  expect(await machine.apply(cloud)).toBe(0);
  expect(cloud.changesSince(before)).toEqual([]);
});

test('the timer starts last, after what has to hold before it was seen', async () => {
  const cloud = new FakeCloud();
  let triggersThen: number | undefined;
  await machine.apply(cloud, manifest, {
    beforeTimers: () => {
      triggersThen = cloud.functions.get('scheduler')?.triggers.length;
      return Promise.resolve();
    },
  });
  expect(triggersThen).toBe(0);
  expect(cloud.changesSince(0).at(-1)).toBe('BatchCreateTrigger');
});

test('where the probe refuses the cloud, all is there but the timer', async () => {
  const cloud = new FakeCloud();
  const refused = machine.apply(cloud, manifest, {
    beforeTimers: () => Promise.reject(new Error('kinder than its promises')),
  });
  await expect(refused).rejects.toThrow('kinder than its promises');
  expect(cloud.functions.get('scheduler')?.triggers).toEqual([]);
});

test('changed code of one function sends that function once, and nothing else', async () => {
  const cloud = new FakeCloud();
  await machine.apply(cloud);
  const before = cloud.calls.length;
  await machine.apply(cloud, withCode('two'));
  expectWhole(cloud, 'two');
  const changes = cloud.calls.slice(before).filter(({ action }) => action.startsWith('Update'));
  expect(new Set(changes.map(({ parameters }) => parameters['FunctionName']))).toEqual(new Set(['voter']));
  expect(changes.filter(({ action }) => action === 'UpdateFunctionCode')).toHaveLength(1);
});

test('rolling back runs the former code again, and leaves variables and data', async () => {
  const cloud = new FakeCloud();
  await machine.apply(cloud);
  await machine.apply(cloud, withCode('two'));
  Object.assign(cloud.tables.get('ballots') ?? {}, { documents: 7 });
  const names = await machine.rollBack(cloud);
  expect(names).toEqual(['voter']);
  expectWhole(cloud, 'one');
  expect(cloud.tables.get('ballots')?.documents).toBe(7);
  // The environment is what the former version says it shall be.
  expect(await machine.apply(cloud, withCode('one'))).toBe(0);
  // There is one way back, and it has been gone.
  expect(await machine.rollBack(cloud)).toEqual([]);
});

test('code too large to go along goes by the storage, there and back', async () => {
  const cloud = new FakeCloud();
  await machine.apply(cloud, largeManifest);
  expect(cloud.packages.size).toBe(1);
  const documents = cloud.functions.get('documents');
  if (documents === undefined) throw new Error('no documents');
  expect(largeFont.equals(documents.files.get('font.otf') ?? Buffer.alloc(0))).toBe(true);
  await machine.apply(cloud);
  expect(documents.files.get('font.otf')).toHaveLength(6);
  await machine.rollBack(cloud);
  expect(largeFont.equals(documents.files.get('font.otf') ?? Buffer.alloc(0))).toBe(true);
});

test('a question that is denied is no sign that something is missing: nothing is changed', async () => {
  const cloud = new FakeCloud();
  await machine.apply(cloud);
  for (const denied of new Set(
    cloud.calls.map(({ action }) => action).filter((action) => /^(Describe|List|GetFunction$)/.test(action)),
  )) {
    const before = cloud.calls.length;
    cloud.faultAt = (action) => (action === denied ? 'denied' : undefined);
    await expect(machine.apply(cloud)).rejects.toThrow('UnauthorizedOperation');
    expect(cloud.changesSince(before)).toEqual([]);
  }
});

describe('refused, and nothing changed', () => {
  const refusals: [string, (cloud: FakeCloud) => void, string][] = [
    [
      'an environment that is not there',
      (cloud) => Object.assign(cloud, { environment: 'another-1a2b3c' }),
      'no environment gongping-1a2b3c',
    ],
    [
      'an environment of another account',
      (cloud) => (cloud.account = '999999999999'),
      'belongs to the account 999999999999',
    ],
    ['an environment that is isolated', (cloud) => (cloud.status = 'ISOLATE'), 'is ISOLATE, not NORMAL'],
    [
      'a collection with documents that clients may touch',
      (cloud) => Object.assign(cloud.tables.get('ballots') ?? {}, { acl: 'READONLY', documents: 3 }),
      'clients may touch the collection ballots, which holds 3 documents',
    ],
    [
      'another index of that name where documents are',
      (cloud) => {
        const table = cloud.tables.get('ballots');
        if (table === undefined) throw new Error('no ballots');
        table.documents = 3;
        for (const index of table.indexes) if (index.Name === 'mark') index.Unique = false;
      },
      'the index mark of ballots is not unique on mark up there and has to be unique on mark up',
    ],
    [
      'rules of the storage that somebody else wrote',
      (cloud) => (cloud.storage = { AclTag: 'CUSTOM', Rule: '{"read":true,"write":true}' }),
      'the storage has rules of somebody else',
    ],
    [
      'another runtime, which cannot be changed',
      (cloud) => Object.assign(cloud.functions.get('voter') ?? {}, { Runtime: 'Nodejs16.13' }),
      'the function voter runs on Nodejs16.13',
    ],
    [
      'keys other than those that polls are under way with',
      (cloud) => Object.assign(cloud.functions.get('voter')?.variables ?? {}, { MASTER_KEY: 'another' }),
      'voter has a MASTER_KEY that is not among your keys',
    ],
  ];

  test.each(refusals)('%s', async (_, change, sentence) => {
    const cloud = new FakeCloud();
    await machine.apply(cloud);
    change(cloud);
    const before = cloud.calls.length;
    await expect(machine.apply(cloud)).rejects.toThrow(sentence);
    expect(cloud.changesSince(before)).toEqual([]);
  });
});

test('rules that an earlier version of this product wrote are replaced', async () => {
  const cloud = new FakeCloud();
  await machine.apply(cloud, { ...manifest, storage: { read: 'false', write: 'false' } });
  await machine.apply(cloud);
  expectWhole(cloud);
});

test('a new master key in front of the old one goes in, and the old one alone can be left out afterwards', async () => {
  const cloud = new FakeCloud();
  const withKey = (key: string): Manifest => ({
    ...manifest,
    functions: manifest.functions.map((each) =>
      each.name === 'voter' ? { ...each, environment: { ...each.environment, MASTER_KEY: key } } : each,
    ),
  });
  await machine.apply(cloud);
  await machine.apply(cloud, withKey('new,master'));
  await machine.apply(cloud, withKey('new'));
  expect(cloud.functions.get('voter')?.variables['MASTER_KEY']).toBe('new');
});

test('a variable and a timer that are not wanted any more go; what is of somebody else stays', async () => {
  const cloud = new FakeCloud();
  await machine.apply(cloud);
  const scheduler = cloud.functions.get('scheduler');
  if (scheduler === undefined) throw new Error('no scheduler');
  scheduler.variables['ACCEPT_DEVTOOLS'] = 'true';
  scheduler.triggers = [{ TriggerName: 'often', TriggerDesc: '* * * * * * *' }];
  cloud.functions.set('theirs', { ...scheduler, triggers: [] });
  cloud.tables.set('theirs', { acl: 'READONLY', documents: 9, hasDuplicates: true, indexes: [] });
  await machine.apply(cloud);
  expect(scheduler.variables).not.toHaveProperty('ACCEPT_DEVTOOLS');
  expect(scheduler.triggers.map(({ TriggerName }) => TriggerName)).toEqual(['tick']);
  expect(cloud.tables.get('theirs')?.acl).toBe('READONLY');
  expect(cloud.functions.has('theirs')).toBe(true);
});

test('a unique index that the documents do not allow stops the run with the cloud’s reason', async () => {
  const cloud = new FakeCloud();
  await machine.apply(cloud);
  const table = cloud.tables.get('ballots');
  if (table === undefined) throw new Error('no ballots');
  table.indexes = table.indexes.filter(({ Name }) => Name !== 'mark');
  Object.assign(table, { documents: 2, hasDuplicates: true });
  await expect(machine.apply(cloud)).rejects.toThrow('could not make the index mark of ballots');
});

test('the plan names what it would do, and no value of a variable', async () => {
  const cloud = new FakeCloud();
  const { plan } = await planDeployment(directTo(cloud), settings, manifest, machine.record);
  expect(plan.refusals).toEqual([]);
  expect(plan.steps.map(({ kind }) => kind)).toEqual([
    'create-collection',
    'close-collection',
    'create-index',
    'create-index',
    'create-collection',
    'close-collection',
    'storage-rules',
    'create-function',
    'create-function',
    'create-function',
    'add-website',
    'create-trigger',
  ]);
  expect(cloud.changesSince(0)).toEqual([]);
});

test('an installation with open polls gets new collections and indexes before new code, and keeps its documents', async () => {
  const cloud = new FakeCloud();
  await machine.apply(cloud);
  // As an earlier version left it: it knew neither this index nor that collection.
  const ballots = cloud.tables.get('ballots');
  if (ballots === undefined) throw new Error('no ballots');
  ballots.documents = 4711;
  ballots.indexes = ballots.indexes.filter(({ Name }) => Name !== 'waiting');
  const [other = ''] = [...cloud.tables.keys()].filter((name) => name !== 'ballots');
  cloud.tables.delete(other);
  const before = cloud.calls.length;
  await machine.apply(cloud, withCode('two'));
  expectWhole(cloud, 'two');
  expect(cloud.tables.get('ballots')?.documents).toBe(4711);
  const changes = cloud.changesSince(before);
  expect(changes.lastIndexOf('CreateTable')).toBeLessThan(changes.indexOf('UpdateFunctionCode'));
  expect(changes.lastIndexOf('UpdateTable')).toBeLessThan(changes.indexOf('UpdateFunctionCode'));
  expect(changes).toEqual(expect.arrayContaining(['CreateTable', 'UpdateTable', 'UpdateFunctionCode']));
  expect(changes.filter((action) => action.startsWith('Delete'))).toEqual([]);
});
