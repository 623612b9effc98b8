import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { nodeApp, wxDatabase } from '../support/clients';
import { startTestCloud } from '../support/cloud';
import type { Database, Within } from './support/transaction-types';

let cloud: LocalCloud;
let db: Database;

beforeAll(async () => {
  cloud = await startTestCloud();
  db = nodeApp(cloud.url).database() as unknown as Database;
});
afterAll(() => cloud.close());
beforeEach(() => db.collection('things').add({ _id: 'a', mark: 'ma', n: 1 }));
afterEach(() => db.collection('things').where({}).remove());

async function stored(id: string): Promise<Record<string, unknown> | undefined> {
  return (await db.collection('things').doc(id).get()).data[0];
}

describe('runTransaction of the node-sdk', () => {
  test('commits and gives what the function gives', async () => {
    expect(await db.runTransaction(async (t) => (await t.collection('things').doc('a').update({ n: 2 })).updated)).toBe(
      1,
    );
    expect(await stored('a')).toMatchObject({ n: 2 });
  });

  test('rolls back with the reason, and with an error', async () => {
    const work = async (t: Within): Promise<void> => {
      await t.collection('things').doc('a').update({ n: 2 });
      await t.rollback('reason');
    };
    await expect(db.runTransaction(work)).rejects.toBe('reason');
    const fail = async (t: Within): Promise<void> => {
      await t.collection('things').doc('a').update({ n: 2 });
      throw new Error('no');
    };
    await expect(db.runTransaction(fail)).rejects.toThrow('no');
    expect(await stored('a')).toMatchObject({ n: 1 });
  });

  test('tries again after a conflict, so that no increment is lost', async () => {
    const raise = (): Promise<unknown> =>
      db.runTransaction(async (t) => {
        const { data } = await t.collection('things').doc('a').get();
        return t
          .collection('things')
          .doc('a')
          .update({ n: Number(data?.['n']) + 1 });
      }, 100);
    await Promise.all(Array.from({ length: 8 }, raise));
    expect(await stored('a')).toMatchObject({ n: 9 });
  });
});

describe('runTransaction of the wx-server-sdk', () => {
  interface WxTransaction {
    collection(name: string): {
      doc(id: string): {
        get(): Promise<{ data: Record<string, unknown> }>;
        update(options: { data: object }): Promise<{ stats: { updated: number } }>;
      };
    };
  }
  const run = <T>(work: (transaction: WxTransaction) => Promise<T>): Promise<T> =>
    (
      wxDatabase(cloud.url) as unknown as { runTransaction(work: (t: WxTransaction) => Promise<T>): Promise<T> }
    ).runTransaction(work);

  test('commits', async () => {
    const updated = await run(async (t) => {
      const { data } = await t.collection('things').doc('a').get();
      return (
        await t
          .collection('things')
          .doc('a')
          .update({ data: { n: Number(data['n']) + 1 } })
      ).stats.updated;
    });
    expect(updated).toBe(1);
    expect(await stored('a')).toMatchObject({ n: 2 });
  });

  // Its wrapper loses the code of the error, by which the SDK would know a conflict: callers have to try again themselves.
  test('does not try again after a conflict within the function', async () => {
    let calls = 0;
    const work = async (t: WxTransaction): Promise<unknown> => {
      calls += 1;
      await t.collection('things').doc('a').get();
      await db
        .collection('things')
        .doc('a')
        .update({ n: 10 + calls });
      return t
        .collection('things')
        .doc('a')
        .update({ data: { n: 0 } });
    };
    await expect(run(work)).rejects.toMatchObject({
      errCode: -501001,
      errMsg: expect.stringContaining('[ResourceUnavailable.TransactionConflict]'),
    });
    expect(calls).toBe(1);
  });
});
