import type { DatabaseCall } from '../../scripts/local-cloud/database-hook';
import type { LocalCloud } from '../../scripts/local-cloud/start';
import { nodeDatabase, type NodeDatabase } from './support/clients';
import { startTestCloud } from './support/cloud';
import { buildProbes } from './support/functions';

let cloud: LocalCloud;
let db: NodeDatabase;

beforeAll(async () => {
  cloud = await startTestCloud({ functionsDir: buildProbes() });
  db = nodeDatabase(cloud.url);
});
afterAll(() => cloud.close());
afterEach(async () => {
  await db.collection('things').where({}).remove();
});

const add = { do: 'add', data: { _id: 'a', mark: 'a' } };

/** Runs `work` while a hook is on. */
async function withHook<T>(hook: Parameters<LocalCloud['onDatabaseCall']>[0], work: () => Promise<T>): Promise<T> {
  const remove = cloud.onDatabaseCall(hook);
  try {
    return await work();
  } finally {
    remove();
  }
}

async function count(): Promise<number> {
  return (await db.collection('things').count()).total ?? -1;
}

test('a hook sees each call before and after, and who made it', async () => {
  const seen: [string, DatabaseCall, unknown][] = [];
  await withHook(
    {
      before: (call) => void seen.push(['before', call, undefined]),
      after: (call, answer) => void seen.push(['after', call, answer['data']]),
    },
    () => cloud.invoke('probe', add),
  );
  expect(seen).toHaveLength(2);
  expect(seen[0]?.[1]).toMatchObject({
    action: 'database.insertDocument',
    collection: 'things',
    functionName: 'probe',
    instance: expect.any(Number),
  });
  expect(seen[1]?.[1]).toBe(seen[0]?.[1]);
  expect(seen[1]?.[2]).toEqual({ insertedIds: ['a'] });
});

test('a refusal before the call keeps it from being carried out', async () => {
  const refuse = { code: 'DATABASE_TIMEOUT', message: 'on purpose' };
  await withHook({ before: () => ({ refuse }) }, () =>
    expect(db.collection('things').add({ mark: 1 })).rejects.toMatchObject(refuse),
  );
  expect(await count()).toBe(0);
});

test('a lost answer leaves the write carried out', async () => {
  const once = nodeDatabase(cloud.url);
  await withHook({ after: () => ({ breakConnection: true }) }, () =>
    expect(once.collection('things').add({ mark: 1 })).rejects.toThrow(),
  );
  expect(await count()).toBe(1);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('an instance killed %s its write leaves %i documents, and its caller a failure', async (when, left) => {
  await withHook({ [when]: () => ({ killInstance: true }) }, () =>
    expect(cloud.invoke('probe', add)).rejects.toMatchObject({ errCode: -504002 }),
  );
  expect(await count()).toBe(left);
});

test('a delayed write is carried out although its caller is long gone', async () => {
  let release = (): void => undefined;
  const held = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  const done = new Promise<void>((resolve) => {
    const remove = cloud.onDatabaseCall({
      before: (call) => (call.functionName === 'brief' ? held : undefined),
      after: (call) => {
        if (call.functionName !== 'brief') return undefined;
        remove();
        resolve();
        return undefined;
      },
    });
  });
  await expect(cloud.invoke('brief', add)).rejects.toMatchObject({ errCode: -504003 });
  expect(await count()).toBe(0);
  release();
  await done;
  expect(await count()).toBe(1);
});
