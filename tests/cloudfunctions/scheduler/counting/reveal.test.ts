import { bytesToHex } from '@noble/hashes/utils.js';
import { parseEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { plainHasher } from '../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { connect, insertAll } from '../../../../scripts/connect';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { readLedger } from '../../../support/ledger';
import { PollClock } from '../../../support/poll-clock';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { juryRules, revealed } from '../../shared/universal/ledger/sample-jury';

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
    await cloud.fireTimer('scheduler').catch(() => undefined);
    clock.later(60_000);
  }
}

/** Jurors whose names make their sheets as long as those of many candidates are. */
const jurors = Array.from({ length: 230 }, (_, at) => `${at + 100}号`.padEnd(450, '评'));

it('sheets that fill several batches become public together, whoever dies between two of them', async () => {
  const pollId = await publishPoll(cloud.url, { now: clock.now, seats: 1 });
  const app = connect(cloud.url);
  const { command } = app.database();
  const votes = { weight: 30, by: 'maximum' };
  const result = { seats: 1, decimals: 2, votes, jury: juryRules, ties: [] };
  await app
    .database()
    .collection('polls')
    .doc(pollId)
    .update({ result: command.set(result) });
  await addWaitingBallots(cloud.url, pollId, 20);
  await fire();
  const at = clock.now;
  const sheets = jurors.map((juror) => {
    const sealed = revealed({ juror, scores: ['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => [id, 90, 80]) });
    return { juror, sealed, hash: bytesToHex(plainHasher.leaf(sealed)) };
  });
  await insertAll(
    app,
    'sheets',
    sheets.map(({ sealed }, n) => ({ _id: `${pollId}:m${n}`, pollId, sealed, lockedBy: 'act', state: 'submitted' })),
  );
  const persons = { proposer: 'm1', approver: 'm2', batch: null };
  await insertAll(
    app,
    'rulings',
    sheets.map(({ juror, hash }, n) => {
      return { _id: `${pollId}:sheet:m${n}:1`, pollId, at, kind: 'sheet', juror, n: 1, hash, ...persons };
    }),
  );
  clock.later(25 * hour);
  await fire();
  await insertAll(app, 'rulings', [{ _id: `${pollId}:act`, pollId, at: clock.now, kind: 'lock', ...persons }]);
  await app.database().collection('standings').doc(pollId).update({ dueAt: clock.now });
  // Dies once right behind the first batch that holds sheets.
  let deaths = 0;
  const stop = cloud.onDatabaseCall({
    after: ({ functionName, collection, body }) => {
      const isSheets =
        functionName === 'scheduler' && collection === 'batches' && JSON.stringify(body).includes('recused');
      if (!isSheets || deaths > 0) return undefined;
      deaths += 1;
      return { killInstance: true } as const;
    },
  });
  await fire();
  stop();
  expect(deaths).toBe(1);
  await fire();
  const { batches, standings } = await readLedger(cloud.url, pollId);
  const withSheets = batches.filter(({ entries }) => entries.some((text) => text.includes('"recused"')));
  expect(withSheets.length).toBeGreaterThan(1);
  // No checkpoint stands between the first sheet and the last.
  expect(withSheets.slice(0, -1).map(({ checkpoint }) => checkpoint)).toEqual(
    withSheets.slice(0, -1).map(() => undefined),
  );
  const revealedBy = batches.flatMap(({ entries }) =>
    entries.flatMap((text) => {
      const entry = parseEntry(text);
      return typeof entry === 'object' && entry.kind === 'jury' ? [entry.juror] : [];
    }),
  );
  expect(revealedBy).toEqual(jurors);
  expect(standings?.recounted).toEqual({ size: standings?.log?.size, root: expect.any(String) as string });
});
