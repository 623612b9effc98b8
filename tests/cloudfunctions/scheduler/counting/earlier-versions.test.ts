import type { Batch } from '../../../../cloudfunctions/shared/store/counting/batches';
import { connect } from '../../../../scripts/connect';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { expectSoundLedger, readLedger } from '../../../support/ledger';
import { PollClock } from '../../../support/poll-clock';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { readPublicLog } from '../support/public-log';

const hour = 60 * 60 * 1000;
let cloud: TestCloud;
let clock: PollClock;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  clock = new PollClock(cloud);
});
afterEach(() => cloud.close());

async function fire(): Promise<void> {
  for (let firing = 0; firing < 4; firing++) await cloud.fireTimer('scheduler').catch(() => undefined);
}

/** The instance at hand, and what it knows, is gone. */
async function forget(): Promise<void> {
  const stop = cloud.onDatabaseCall({
    before: ({ functionName }) => (functionName === 'scheduler' ? { killInstance: true } : undefined),
  });
  await cloud.fireTimer('scheduler').catch(() => undefined);
  stop();
}

/**
 * Makes of a log what versions before releases left: no tags beside entries, no times of releases, and behind the last checkpoint a
 * batch of ballots that are counted and marked, and that waited for company to be published.
 */
async function asBefore(pollId: string): Promise<void> {
  const db = connect(cloud.url).database();
  const { batches } = await readLedger(cloud.url, pollId);
  const last = batches.at(-1);
  const signed = batches.at(-2)?.signed;
  if (last === undefined || signed === undefined) throw new Error('the log is too short');
  for (const batch of batches) {
    const { _id, tags: _tags, ...rest } = batch as Batch & { _id: string };
    const { checkpoint, ...open } = rest;
    const old = batch === last ? { ...open, signed: { n: signed.n, size: signed.size } } : { ...open, checkpoint };
    const { at: _at, ...plain } = old.signed as { n: number; size: number; at?: number };
    await db
      .collection('batches')
      .doc(_id)
      .set({ ...old, signed: plain });
  }
  const {
    previous: _previous,
    releasedAt: _releasedAt,
    ...standings
  } = (await readLedger(cloud.url, pollId)).standings as never as Record<string, unknown> & {
    _id: string;
    log: object;
  };
  const { _id, ...rest } = standings;
  await db
    .collection('standings')
    .doc(_id)
    .set({ ...rest, log: { ...standings.log, size: signed.size, batch: signed.n } });
}

describe('an open poll of a version before releases', () => {
  it('goes on: what it counted is published, and no ballot is counted twice', async () => {
    const pollId = await publishPoll(cloud.url, { now: clock.now });
    await addWaitingBallots(cloud.url, pollId, 20);
    await fire();
    await addWaitingBallots(cloud.url, pollId, 21, 20);
    await fire();
    await asBefore(pollId);
    await forget();
    // The marks of some are lost beside it.
    const db = connect(cloud.url).database();
    const { ballots } = await readLedger(cloud.url, pollId);
    for (const { _id } of ballots.slice(0, 5)) await db.collection('ballots').doc(_id).update({ batch: null });
    await addWaitingBallots(cloud.url, pollId, 3, 41);
    clock.toNextHour();
    await fire();
    clock.later(3 * hour);
    await fire();
    expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: 45 });
    await expectSoundLedger(cloud.url, pollId, 44);
    await addWaitingBallots(cloud.url, pollId, 20, 44);
    await fire();
    expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: 65 });
    await expectSoundLedger(cloud.url, pollId, 64);
  });
});

describe('marks that are lost', () => {
  it.each([1, 400])('of %i ballots are set anew, and the log does not grow', async (lost) => {
    const pollId = await publishPoll(cloud.url, { now: clock.now });
    for (let from = 0; from < 1_240; from += 20) {
      await addWaitingBallots(cloud.url, pollId, 20, from);
      await cloud.fireTimer('scheduler');
      if (from === 0) await fire();
    }
    await fire();
    const before = await readLedger(cloud.url, pollId);
    const db = connect(cloud.url).database();
    const { command } = db;
    const ids = before.ballots.slice(0, lost).map(({ _id }) => _id);
    await db
      .collection('ballots')
      .where({ _id: command.in(ids) })
      .update({ batch: null });
    await forget();
    await fire();
    expect((await readLedger(cloud.url, pollId)).batches).toHaveLength(before.batches.length);
    await expectSoundLedger(cloud.url, pollId, 1_240);
  });
});
