import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { connect, insertAll } from '../../../../scripts/connect';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { usualFairPlay as fairPlay } from '../../../../cloudfunctions/shared/domain/poll/usual-rules';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

const minute = 60_000;
const day = 24 * 60 * minute;
const trace = { rank: 3, pace: 0, net: 'feedc0de' };

let cloud: TestCloud;
let start: number;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  start = Date.now();
});
afterEach(() => cloud.close());

/** A poll of one day with one ballot, whose trace the first visit has planned the end of. */
async function publishTraced(): Promise<string> {
  const pollId = await publishPoll(cloud.url, { fairPlay, stages: { voting: start - minute, verifying: start + day } });
  await new VoterClient(cloud.url, 'oLi', '10.1.2.3').cast(pollId, ['c1']);
  return pollId;
}

const ballotsWithTrace = async (pollId: string): Promise<number> =>
  (await readAll<{ _id: string; trace?: object }>(cloud.url, 'ballots')).filter(
    (ballot) => ballot._id.startsWith(`${pollId}:`) && ballot.trace !== undefined,
  ).length;

const pollOf = async (pollId: string): Promise<{ traceKey?: object; traces?: { forgottenAt: number } } | undefined> =>
  (await readAll<{ _id: string; traceKey?: object; traces?: { forgottenAt: number } }>(cloud.url, 'polls')).find(
    ({ _id }) => _id === pollId,
  );

const errands = async (): Promise<string[]> =>
  (await readAll<{ _id: string }>(cloud.url, 'errands')).map(({ _id }) => _id);

/** As many firings as an idle instance needs to ask for every plan. */
async function fireAt(at: number, times = 4): Promise<void> {
  cloud.setClock(at - Date.now());
  for (let firing = 0; firing < times; firing++) await cloud.fireTimer('scheduler').catch(() => undefined);
}

async function update(collection: string, id: string, data: object): Promise<void> {
  await connect(cloud.url).database().collection(collection).doc(id).update(data);
}

function publicFiles(pollId: string): Map<string, string> {
  const folder = path.join(cloud.dataDir, 'storage/logs', pollId);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(entries.map((entry) => [entry.name, readFileSync(path.join(entry.parentPath, entry.name), 'latin1')]));
}

describe('what ballots keep for a while', () => {
  it('go 60 days after the vote, though nobody looks after the poll any more, and the public file says so', async () => {
    const pollId = await publishTraced();
    await fireAt(start + day + 5 * minute);
    expect(await ballotsWithTrace(pollId)).toBe(1);
    for (let days = 2; days <= 60; days += 29) await fireAt(start + days * day);
    expect(await ballotsWithTrace(pollId)).toBe(1);
    expect(await pollOf(pollId)).toHaveProperty('traceKey');

    await fireAt(start + 61 * day + minute);
    expect(await ballotsWithTrace(pollId)).toBe(0);
    const poll = await pollOf(pollId);
    expect(poll).not.toHaveProperty('traceKey');
    expect(poll?.traces?.forgottenAt).toBeGreaterThanOrEqual(start + 61 * day);
    expect(await errands()).toEqual([]);
    await fireAt(start + 61 * day + 20 * minute);
    const files = publicFiles(pollId);
    expect(JSON.parse(files.get('poll.json') ?? '')).toMatchObject({ tracesForgottenAt: poll?.traces?.forgottenAt });
    for (const text of files.values()) expect(text).not.toMatch(/"trace"|"net"|traceKey/);
  });

  it('go with the award, unless somebody’s objection is open', async () => {
    const [pollId, disputed, other] = [await publishTraced(), await publishTraced(), await publishTraced()];
    await fireAt(start + day + 5 * minute);
    for (const each of [pollId, disputed])
      await update('polls', each, { reached: { awarded: start + day + 6 * minute } });
    const objection = {
      _id: `${disputed}:1`,
      pollId: disputed,
      place: 'a',
      number: `${disputed}:1`,
      state: 'received',
    };
    await insertAll(connect(cloud.url), 'objections', [objection]);
    await fireAt(start + 2 * day + 10 * minute);
    expect(await Promise.all([pollId, disputed, other].map(ballotsWithTrace))).toEqual([0, 1, 1]);

    await update('objections', `${disputed}:1`, { state: 'answered' });
    await fireAt(start + 3 * day + 20 * minute);
    expect(await Promise.all([pollId, disputed, other].map(ballotsWithTrace))).toEqual([0, 0, 1]);
  });

  it('stay while an end that was moved lies ahead', async () => {
    const pollId = await publishTraced();
    await update('polls', pollId, { 'stages.verifying': start + 5 * day });
    await fireAt(start + 62 * day);
    expect(await ballotsWithTrace(pollId)).toBe(1);
    await fireAt(start + 65 * day + minute);
    expect(await ballotsWithTrace(pollId)).toBe(0);
  });

  it('go to the last of many, though the scheduler dies at every step', async () => {
    const pollId = await publishTraced();
    const ballots = Array.from({ length: 1_200 }, (_, index) => {
      const _id = `${pollId}:${index.toString(16).padStart(32, '0')}`;
      return {
        _id,
        mark: _id,
        period: 'once',
        choices: ['c1'],
        castId: `cast-${index}`,
        hour: start,
        batch: -1,
        trace,
      };
    });
    await insertAll(connect(cloud.url), 'ballots', ballots);
    await fireAt(start + day + 5 * minute);
    let deaths = 0;
    const stop = cloud.onDatabaseCall({
      before: ({ collection, functionName, action }) => {
        const isStep = functionName === 'scheduler' && collection === 'ballots' && action === 'database.modifyDocument';
        if (!isStep || deaths >= 4) return undefined;
        return (deaths += 1) % 2 === 0 ? undefined : { killInstance: true };
      },
    });
    await fireAt(start + 61 * day + minute, 12);
    stop();
    expect(deaths).toBeGreaterThanOrEqual(3);
    expect(await ballotsWithTrace(pollId)).toBe(0);
    expect(await pollOf(pollId)).toHaveProperty('traces');
    expect(await errands()).toEqual([]);
  });
});
