import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { nodeDatabase, type NodeDatabase } from '../support/clients';
import { startTestCloud } from '../support/cloud';
import { buildProbes } from '../support/functions';

let cloud: LocalCloud;
let db: NodeDatabase;
let mend = (): void => undefined;

beforeAll(async () => {
  cloud = await startTestCloud({ functionsDir: buildProbes() });
  db = nodeDatabase(cloud.url);
});
afterAll(() => cloud.close());
afterEach(async () => {
  mend();
  await db.collection('things').where({}).remove();
});

function inject(faults: string): void {
  mend = cloud.injectFaults(faults);
}
const add = (mark: number): Promise<unknown> => db.collection('things').add({ mark });
const addInFunction = (mark: number, name = 'probe'): Promise<unknown> =>
  cloud.invoke(name, { do: 'add', data: { mark } });
async function count(): Promise<number> {
  return (await db.collection('things').count()).total;
}
async function outcomes(calls: Promise<unknown>[]): Promise<boolean[]> {
  return (await Promise.allSettled(calls)).map(({ status }) => status === 'fulfilled');
}

test('latency lets a call take its time', async () => {
  inject('latency:ms=150,action=insertDocument');
  const startedAt = performance.now();
  await add(1);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(145);
});

test('a lost answer leaves the write carried out', async () => {
  inject('lost:action=insertDocument');
  await expect(add(1)).rejects.toThrow();
  expect(await count()).toBe(1);
});

test('an error keeps the call from being carried out, and strikes only what its filter names', async () => {
  inject('error:code=SYS_ERR,collection=things,action=insertDocument,function=brief');
  await add(1);
  await addInFunction(2);
  await expect(addInFunction(3, 'brief')).rejects.toMatchObject({ errCode: -504002 });
  expect(await count()).toBe(2);
});

test('a rate strikes about as often as it says, and the same seed makes the same choices', async () => {
  const run = async (seed: string): Promise<boolean[]> => {
    inject(`error:rate=0.3,action=insertDocument;seed=${seed}`);
    const result: boolean[] = [];
    for (let mark = 0; mark < 100; mark += 1) result.push(...(await outcomes([add(mark)])));
    mend();
    await db.collection('things').where({}).remove();
    return result;
  };
  const first = await run('7');
  expect(first.filter((isDone) => !isDone).length).toBeGreaterThan(15);
  expect(first.filter((isDone) => !isDone).length).toBeLessThan(45);
  expect(await run('7')).toEqual(first);
  expect(await run('8')).not.toEqual(first);
});

test.each([
  ['before', 0],
  ['after', 1],
])('the death of an instance %s its write leaves %i documents', async (when, left) => {
  inject(`death:when=${when},action=insertDocument`);
  await expect(addInFunction(1)).rejects.toMatchObject({ errCode: -504002 });
  expect(await count()).toBe(left);
});

test('a transaction that meets a conflict is over, and leaves neither a write nor a lock', async () => {
  await db.collection('things').add({ _id: 'a', mark: 1 });
  // The SDK's typings leave the transaction's own calls out.
  type Transaction = {
    collection(name: string): Pick<ReturnType<NodeDatabase['collection']>, 'doc'>;
    commit(): Promise<unknown>;
  };
  const begin = async (): Promise<Transaction> => (await db.startTransaction()) as Transaction;
  inject('conflict');
  const first = await begin();
  await first.collection('things').doc('a').update({ mark: 2 });
  await expect(first.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
  mend();
  expect((await db.collection('things').where({ mark: 2 }).count()).total).toBe(0);
  const second = await begin();
  await second.collection('things').doc('a').update({ mark: 3 });
  await second.commit();
  expect((await db.collection('things').where({ mark: 3 }).count()).total).toBe(1);
});

test('a time-out cuts an invocation off in the middle of its work, and the next one is served', async () => {
  inject('timeout:ms=30,function=probe');
  await expect(cloud.invoke('probe', { do: 'wait', ms: 5000 })).rejects.toMatchObject({ errCode: -504003 });
  mend();
  expect(await cloud.invoke('probe', { do: 'wait', ms: 1 })).toEqual({ running: 1 });
});

test('a timer fires twice at once, or not at all', async () => {
  inject('timer-twice:function=brief');
  cloud.resetStats();
  await cloud.fireTimer('tick');
  expect(cloud.stats().invocations).toEqual({ brief: 2 });
  mend();
  inject('timer-never');
  await expect(cloud.fireTimer('tick')).rejects.toThrow('did not fire');
  expect(cloud.stats().invocations).toEqual({ brief: 2 });
});

test("a plan's cap refuses what goes beyond its number a second, and nothing a second later", async () => {
  inject('cap:plan=entry');
  const startedAt = performance.now();
  const results = await outcomes(Array.from({ length: 60 }, (_, mark) => add(mark)));
  const windows = 1 + Math.floor((performance.now() - startedAt) / 1000);
  const passed = results.filter(Boolean).length;
  expect(passed).toBeGreaterThanOrEqual(30);
  expect(passed).toBeLessThanOrEqual(30 * windows);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await add(100);
  mend();
  expect(await count()).toBe(passed + 1);
});

test('the statistics tell how often each fault has struck', async () => {
  const before = cloud.stats().faults.error ?? 0;
  inject('error:action=insertDocument');
  await outcomes([add(1), add(2)]);
  expect(cloud.stats().faults.error).toBe(before + 2);
});

test('a cloud that is mended breaks no more', async () => {
  inject('error;latency:ms=1');
  mend();
  await add(1);
  expect(await count()).toBe(1);
});

test('a stale read answers an earlier state, of any age, and writes see what is', async () => {
  inject('stale;seed=3');
  for (let mark = 1; mark <= 30; mark += 1) await add(mark);
  const seen = new Set<number>();
  for (let read = 0; read < 40; read += 1) seen.add(await count());
  expect(seen.size).toBeGreaterThan(10);
  expect([...seen].every((each) => each >= 0 && each <= 30)).toBe(true);
  // What an update finds is what is there.
  const { updated } = await db.collection('things').where({}).update({ seen: true });
  expect(updated).toBe(30);
  mend();
  expect(await count()).toBe(30);
});

test('a stale read shows documents as they were, and those that are gone', async () => {
  await db.collection('things').add({ _id: 'one', mark: 0 });
  inject('stale;seed=5');
  for (let mark = 1; mark <= 20; mark += 1) await db.collection('things').doc('one').update({ mark });
  await db.collection('things').doc('one').remove();
  const marks = new Set<number>();
  for (let read = 0; read < 60; read += 1) {
    const { data } = (await db.collection('things').where({ _id: 'one' }).get()) as { data: { mark: number }[] };
    for (const { mark } of data) marks.add(mark);
  }
  expect(marks.size).toBeGreaterThan(8);
  expect(marks.has(20)).toBe(true);
});

test('a collection is set back to what it was at some time since', async () => {
  await add(0);
  inject('restore:collection=things,action=insertDocument,rate=0.2;seed=2');
  const counts: number[] = [];
  for (let mark = 1; mark <= 40; mark += 1) {
    await add(mark);
    counts.push(await count());
  }
  mend();
  const setBack = counts.filter((each, index) => each < (counts[index - 1] ?? 0)).length;
  expect(setBack).toBeGreaterThan(2);
  expect(counts.every((each) => each >= 1)).toBe(true);
  expect(cloud.stats().faults).toMatchObject({ restore: expect.any(Number), stale: expect.any(Number) });
});
