import type { Inquiry, InquiryBallot } from '../../../../cloudfunctions/shared/store/fairplay/inquiries';
import { connect } from '../../../../scripts/connect';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { day, fireAt, hour, lookAt, minute, publishFarmed, residents } from './farmed-poll';

let cloud: TestCloud;
let start: number;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  // Half past an hour at which a block of two hours begins, so that the farm's two hours are one.
  const even = 2 * hour;
  start = Math.ceil(Date.now() / even) * even + 30 * minute;
});
afterEach(() => cloud.close());

const inquiries = (): Promise<Inquiry[]> => readAll<Inquiry & { _id: string }>(cloud.url, 'inquiries');
const pages = (): Promise<{ _id: string; ballots: InquiryBallot[] }[]> => readAll(cloud.url, 'inquiryBallots');
const farm = { candidate: 4, at: 2, n: 80, farmed: 70 };

async function textAt(pollId: string, index: number): Promise<string> {
  const batches = await readAll<{ _id: string; pollId: string; entries: string[]; tally: { size: number } }>(
    cloud.url,
    'batches',
  );
  const batch = batches.find(
    (each) => each.pollId === pollId && index < each.tally.size && index >= each.tally.size - each.entries.length,
  );
  return batch?.entries[index - batch.tally.size + batch.entries.length] ?? '';
}

const pollOf = async (pollId: string): Promise<{ inquired?: { inquiries: number } } | undefined> =>
  (await readAll<{ _id: string; inquired?: { inquiries: number } }>(cloud.url, 'polls')).find(
    ({ _id }) => _id === pollId,
  );

describe('the ballots of a closed poll', () => {
  it('are looked at once: a farm among residents is an inquiry about its ballots and no others', async () => {
    const pollId = await publishFarmed(cloud, [...residents, farm], start);
    await fireAt(cloud, start);
    // While people vote nobody is told anything.
    expect(await inquiries()).toEqual([]);
    expect(await readAll(cloud.url, 'signals')).toEqual([]);

    await lookAt(cloud, start);
    const opening = Math.floor((start - 10 * hour) / hour) * hour;
    expect(await inquiries()).toMatchObject([
      {
        pollId,
        n: 1,
        candidateId: 'c4',
        from: opening + 2 * hour,
        to: opening + 4 * hour,
        state: 'open',
        facts: {
          n: 110,
          m: 71,
          isThin: false,
          flags: [
            { flag: 'platform', ballots: 1 },
            { flag: 'unvisited', ballots: 70 },
          ],
        },
        pointers: { net: 70 / 71, list: 1 },
      },
    ]);
    const [page] = await pages();
    expect(page?._id).toBe(`${pollId}:1:0`);
    const indexes = page?.ballots.map(([index]) => index) ?? [];
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
    expect(new Set(indexes).size).toBe(71);
    for (const index of indexes) expect(await textAt(pollId, index)).toContain('"choices":["c4"]');
    // What it was found by is gone at once.
    expect(await readAll(cloud.url, 'signals')).toEqual([]);
    expect(await readAll(cloud.url, 'errands')).toMatchObject([{ _id: `forget:${pollId}` }]);
    expect(await pollOf(pollId)).toMatchObject({ inquired: { inquiries: 1 } });
  });

  it('of residents alone open none, however many come at once', async () => {
    const pollId = await publishFarmed(cloud, [...residents, { candidate: 7, at: 4, n: 400 }], start);
    await lookAt(cloud, start);
    expect(await inquiries()).toEqual([]);
    expect(await pollOf(pollId)).toMatchObject({ inquired: { inquiries: 0 } });
  });

  it('are added up once each, though the scheduler dies at every step', async () => {
    const pollId = await publishFarmed(cloud, [...residents, farm], start);
    await fireAt(cloud, start);
    let deaths = 0;
    const dying = ['signals', 'inquiryBallots', 'inquiries'];
    const seen = new Set<string>();
    const stop = cloud.onDatabaseCall({
      after: ({ collection, functionName, action }) => {
        const step = `${collection} ${action}`;
        if (functionName !== 'scheduler' || !dying.includes(collection) || seen.has(step)) return undefined;
        seen.add(step);
        deaths += 1;
        return { killInstance: true };
      },
    });
    for (let more = 0; more < 8; more += 1) await fireAt(cloud, start + (8 + more * 11) * minute);
    stop();
    expect(deaths).toBeGreaterThanOrEqual(4);
    expect(await inquiries()).toMatchObject([{ pollId, facts: { n: 110, m: 71 } }]);
    expect(await pages()).toHaveLength(1);
    expect(await readAll(cloud.url, 'signals')).toEqual([]);
  });

  it('are not told of by a read that shows fewer: it is looked at anew', async () => {
    const pollId = await publishFarmed(cloud, [...residents, farm], start);
    await fireAt(cloud, start);
    const app = connect(cloud.url).database();
    const [hidden] = await readAll<{ _id: string; batch: number }>(cloud.url, 'ballots');
    if (hidden === undefined) throw new Error('no ballot is there');
    await app.collection('ballots').doc(hidden._id).update({ batch: -1 });
    await fireAt(cloud, start + 8 * minute);
    await fireAt(cloud, start + 12 * minute);
    expect(await inquiries()).toEqual([]);
    expect(await readAll(cloud.url, 'signals')).toEqual([]);
    await app.collection('ballots').doc(hidden._id).update({ batch: hidden.batch });
    await fireAt(cloud, start + 60 * minute);
    expect(await inquiries()).toMatchObject([{ pollId, n: 1 }]);
  });

  it('are forgotten with their traces: which of them an inquiry was about, and what pointed anywhere', async () => {
    await publishFarmed(cloud, [...residents, farm], start);
    await lookAt(cloud, start);
    expect(await pages()).toHaveLength(1);
    await fireAt(cloud, start + 61 * day);
    expect(await pages()).toEqual([]);
    expect(await readAll(cloud.url, 'signals')).toEqual([]);
    const [inquiry] = await inquiries();
    expect(inquiry).toMatchObject({ state: 'open', facts: { m: 71 } });
    expect(inquiry).not.toHaveProperty('pointers');
    expect(
      (await readAll<{ _id: string; trace?: object }>(cloud.url, 'ballots')).filter(({ trace }) => trace !== undefined),
    ).toEqual([]);
  });
});
