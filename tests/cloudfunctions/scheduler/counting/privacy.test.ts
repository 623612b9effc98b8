import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { closesAt } from '../../../../cloudfunctions/shared/domain/counting/release';
import { nativeHasher } from '../../../../cloudfunctions/shared/platform/native-hasher';
import type { Batch } from '../../../../cloudfunctions/shared/store/counting/batches';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { readLedger } from '../../../support/ledger';
import { PollClock } from '../../../support/poll-clock';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

const minute = 60 * 1000;
const hour = 60 * minute;
const step = 20;
/**
 * How long before a release a ballot was cast that has to be in it. This test's clock stands still, and in a call time goes on: a scheduler
 * that was woken looks again seconds later, and what was cast behind that look has still the time at which the call began.
 */
const longestLook = 30 * 1000;

/** A release has to pass more. */
const runs = Number(process.env['PRIVACY_RUNS'] ?? 3);

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterEach(() => cloud.close());

interface Cast {
  at: number;
  isObservers: boolean;
  leaf: string;
}

/** Every public file of a poll's log, with its age. */
function filesOf(pollId: string): string[] {
  const folder = path.join(cloud.dataDir, 'storage/logs', pollId);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => {
      const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
      return `${file} ${statSync(file).mtimeMs} ${digest}`;
    })
    .sort();
}

/** How much of the log its files tell of; a release puts them in place one after the other. */
function sizesOf(pollId: string): number[] {
  const read = (name: string): string => readFileSync(path.join(cloud.dataDir, 'storage/logs', pollId, name), 'utf8');
  // The scheduler wrote it.
  const { log } = JSON.parse(read('standings.json')) as { log?: { size: number } };
  const peaks = readdirSync(path.join(cloud.dataDir, 'storage/logs', pollId, 'peaks')).map(Number);
  return [Number(read('checkpoint').split('\n')[1]), log?.size ?? 0, Math.max(...peaks)];
}

/** All that the observer can learn, but for what their own ballots are: the files, their ages, and every procedure. */
async function look(pollId: string, own: readonly VoterClient[]): Promise<{ size: number; view: string }> {
  const anyone = new VoterClient(cloud.url, 'oObserver');
  const standings = await anyone.get('standings.get', { pollId });
  const indexes = await Promise.all(
    own.map(async (each) => (await each.get('ballot.locate', { pollId, period: 'once', nth: 1 })).index),
  );
  const size = standings.log?.size ?? 0;
  const files = filesOf(pollId);
  const view = JSON.stringify([files, standings]);
  const { log } = await anyone.get('standings.get', { pollId });
  // Of one's own ballots nothing is told that the public log does not hold.
  expect(indexes.filter((index) => index !== null && index >= (log?.size ?? 0))).toEqual([]);
  // A release that a ballot called for is on its way: what is seen in the midst of it is of no single moment.
  const isCalm = [...sizesOf(pollId), log?.size ?? 0].every((each) => each === size);
  return isCalm && filesOf(pollId).join() === files.join() ? { size, view } : look(pollId, own);
}

/** Minutes between two ballots, and whose the second is. */
const stream = fc.array(
  fc.record({
    gap: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(45)),
    isObservers: fc.boolean(),
    choice: fc.nat({ max: 4 }),
  }),
  { minLength: 20, maxLength: 60 },
);

test('whoever watches everything and votes with several identities cannot tell another’s ballot from the others of its release', async () => {
  await fc.assert(
    fc.asyncProperty(stream, fc.nat(59), async (ballots, start) => {
      const clock = new PollClock(cloud);
      clock.later(start * minute);
      const voting = clock.now;
      const length = ballots.reduce((sum, { gap }) => sum + gap, 0) + 5;
      const stages = { voting, verifying: voting + length * minute };
      const pollId = await publishPoll(cloud.url, { stages, now: voting });
      await clock.run(voting + minute);
      const casts: Cast[] = [];
      const own: VoterClient[] = [];
      const observed: { size: number; view: string; at: number }[] = [];
      const watch = async (): Promise<void> => {
        observed.push({ ...(await look(pollId, own)), at: clock.now });
      };
      await watch();
      for (const [index, { gap, isObservers, choice }] of ballots.entries()) {
        for (let passed = 0; passed < gap; passed++) {
          await clock.run(clock.now + minute);
          if (passed % 7 === 0) await watch();
        }
        const voter = new VoterClient(cloud.url, `o${isObservers ? 'Observer' : 'Other'}${index}`);
        const reply = await voter.cast(pollId, [`c${choice + 1}`]);
        if (!reply.ok) throw new Error(JSON.stringify(reply));
        casts.push({ at: clock.now, isObservers, leaf: reply.data.receipt.leafHash });
        if (isObservers) own.push(voter);
        await watch();
      }
      await clock.run(closesAt({ stages }) + 3 * minute);
      // Between releases nothing has moved, not even the age of a file.
      for (const [index, { size, view }] of observed.entries()) {
        const before = observed[index - 1];
        if (before?.size === size) expect(view).toBe(before.view);
      }
      expectHidden((await readLedger(cloud.url, pollId)).batches, casts, stages);
    }),
    { numRuns: runs, seed: 11, endOnFailure: true },
  );
}, 600_000);

/** Holds each release against the ballots as they were cast. */
function expectHidden(
  batches: readonly Batch[],
  casts: readonly Cast[],
  stages: { voting: number; verifying: number },
): void {
  const castOf = new Map(casts.map((cast) => [cast.leaf, cast]));
  let released: Cast[] = [];
  let tags: string[] = [];
  let lastAt = stages.voting;
  let count = 0;
  for (const { entries, checkpoint, signed } of batches) {
    for (const text of entries) {
      const cast = castOf.get(bytesToHex(nativeHasher.leaf(text)));
      if (cast === undefined) continue;
      released.push(cast);
      tags.push(/"tag":"(\w+)"/.exec(text)?.[1] ?? '');
    }
    if (checkpoint === undefined) continue;
    // The order tells nothing of who came when.
    expect(tags).toEqual([...tags].sort());
    const at = signed.at ?? 0;
    if (released.length > 0) {
      const own = released.filter(({ isObservers }) => isObservers).length;
      const isOfStep = released.length - own >= step - own;
      const isOfHour = at % hour === 0 && at - lastAt >= hour && released.every((cast) => cast.at < at);
      const isOfClose = at >= closesAt({ stages });
      expect({ isHidden: isOfStep || isOfHour || isOfClose, at, lastAt }).toMatchObject({ isHidden: true });
      // Whoever came in that time is in it: nobody stands out by being left out.
      const until = isOfStep || isOfClose ? at : Math.min(at, stages.verifying);
      const isOwed = ({ at: castAt }: Cast): boolean => castAt > lastAt + minute && castAt < until - longestLook;
      expect(casts.filter((cast) => isOwed(cast) && !released.includes(cast))).toEqual([]);
      if (isOfClose && !isOfStep) expect(at - lastAt).toBeGreaterThanOrEqual(Math.min(10 * minute, at - stages.voting));
      lastAt = at;
    }
    count += released.length;
    released = [];
    tags = [];
  }
  expect(count).toBe(casts.length);
}
