import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { nativeHasher } from '../../../../cloudfunctions/shared/platform/native-hasher';
import type { Batch } from '../../../../cloudfunctions/shared/store/counting/batches';
import { LogState } from '../../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { parseEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { Frontier } from '../../../../cloudfunctions/shared/universal/ledger/tree/frontier';
import { connect, insertAll } from '../../../../scripts/connect';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { expectSoundLedger, readLedger } from '../../../support/ledger';
import { PollClock } from '../../../support/poll-clock';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { handedInText, juryRules, revealed, type SampleSheet } from '../../shared/universal/ledger/sample-jury';

const hour = 60 * 60 * 1000;
let cloud: TestCloud;
let clock: PollClock;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  clock = new PollClock(cloud);
});
afterAll(() => cloud.close());

async function fire(): Promise<void> {
  for (let firing = 0; firing < 6; firing++) {
    await cloud.fireTimer('scheduler');
    clock.later(60_000);
  }
}

/** The instance at hand, and what it knows, is gone. */
async function forget(): Promise<void> {
  const stop = cloud.onDatabaseCall({
    before: ({ functionName }) => (functionName === 'scheduler' ? { killInstance: true } : undefined),
  });
  await cloud.fireTimer('scheduler').catch(() => undefined);
  stop();
}

/** Writes entries behind a log's last batch, as a sequencer would that dies before it ends its release. */
async function append(pollId: string, texts: readonly string[]): Promise<void> {
  const { batches } = await readLedger(cloud.url, pollId);
  const [first, last] = [batches[0], batches.at(-1)];
  const rules = parseEntry(first?.entries[0] ?? '');
  if (!first || !last || typeof rules === 'string' || rules.kind !== 'rules') throw new Error('a log');
  const state = LogState.resume(rules, first.sheet ?? [], last.tally);
  const tree = new Frontier(nativeHasher, last.tally.size, last.peaks.map(hexToBytes));
  for (const text of texts) {
    const entry = parseEntry(text);
    if (typeof entry === 'string') throw new Error(entry);
    expect(state.apply(entry, first.sheet)).toBeNull();
    tree.append(nativeHasher.leaf(text));
  }
  const n = last.n + 1;
  const peaks = tree.peaks.map(bytesToHex);
  const batch: Batch = {
    pollId,
    n,
    at: clock.now,
    entries: [...texts],
    tags: '',
    tally: state.tally(),
    peaks,
    signed: last.signed,
  };
  const app = connect(cloud.url);
  await insertAll(app, 'batches', [{ _id: `${pollId}:batch:${n}`, ...batch }]);
  await app.database().collection('standings').doc(pollId).update({ dueAt: clock.now });
}

const sheets = ['1号评委', '2号评委', '3号评委'].map((juror, at): SampleSheet => ({
  juror,
  // Whatever the votes are, the second wins by this.
  scores: ['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => [id, id === 'c2' ? 90 : 20 + at, 20]),
}));

it('a jury’s sheets are read again by whoever goes on with a log, and the count waits for them', async () => {
  const pollId = await publishPoll(cloud.url, { now: clock.now, seats: 1 });
  const app = connect(cloud.url);
  const { command } = app.database();
  const result = {
    seats: 1,
    decimals: 2,
    votes: { weight: 30, by: 'maximum' },
    jury: juryRules,
    // Who is equal only the sheets show: without their points nobody knows whether a lot is needed.
    ties: [{ by: 'lot', draw: '福彩3D', at: clock.now + 48 * hour, digits: 3 }],
  };
  await app
    .database()
    .collection('polls')
    .doc(pollId)
    .update({ result: command.set(result) });
  await addWaitingBallots(cloud.url, pollId, 20);
  await fire();
  clock.later(25 * hour);
  await fire();
  const closed = await readLedger(cloud.url, pollId);
  expect(closed.batches.at(-1)?.tally).toMatchObject({ isClosed: true, hasResult: false });

  await append(pollId, [...sheets.map((sheet) => handedInText(sheet)), ...sheets.slice(0, 1).map(revealed)]);
  await append(pollId, sheets.slice(1).map(revealed));
  await forget();
  await fire();

  const { batches, standings } = await readLedger(cloud.url, pollId);
  const state = await expectSoundLedger(cloud.url, pollId, 20);
  expect(state.jury.jurors).toBe(3);
  expect(state.result?.ranking.flatMap(({ candidate, won }) => (won ? [candidate] : []))).toEqual(['c2']);
  // A stranger’s recount of the bundle comes to the same.
  expect(standings?.recounted).toEqual({
    size: batches.at(-1)?.tally.size,
    root: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});
