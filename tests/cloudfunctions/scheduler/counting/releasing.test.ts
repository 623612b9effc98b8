import { dayOf, endOfDay } from '../../../../cloudfunctions/shared/universal/day';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { expectSoundLedger, readLedger } from '../../../support/ledger';
import { VoterClient } from '../../../support/voter-client';
import { download, existingLogOf, publicLogOf, readPublicLog } from '../support/public-log';
import { leaveRulings, publicCounts, type DecidedRuling } from '../support/decided-rulings';
import { clock, cloud, fire, later, publish, settle, useStillCloud } from '../support/still-cloud';

const minute = 60 * 1000;
const hour = 60 * minute;
useStillCloud();

async function publishedSize(pollId: string): Promise<number> {
  return (await publicLogOf(cloud, pollId))?.size ?? 0;
}

describe('a log', () => {
  it('is public with its rules before the first ballot', async () => {
    const stages = { voting: clock.now + hour, verifying: clock.now + 24 * hour };
    const pollId = await publish({ stages });
    await settle();
    expect(await publishedSize(pollId)).toBe(0);
    later(hour + 1_000);
    await settle();
    expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: 1, entries: undefined });
    expect((await readLedger(cloud.url, pollId)).batches).toHaveLength(1);
  });

  it('advances by twenty ballots and not by nineteen, else at the first full hour a whole hour behind the last', async () => {
    const pollId = await publish();
    await addWaitingBallots(cloud.url, pollId, 19);
    await settle();
    expect(await publishedSize(pollId)).toBe(1);
    await addWaitingBallots(cloud.url, pollId, 1, 19);
    await settle();
    expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: 21 });

    await addWaitingBallots(cloud.url, pollId, 1, 20);
    await settle();
    clock.toNextHour();
    await settle();
    expect(await publishedSize(pollId)).toBe(21);
    await clock.run(clock.now + 59 * minute);
    expect(await publishedSize(pollId)).toBe(21);
    clock.toNextHour();
    await settle();
    expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: 22 });
    await expectSoundLedger(cloud.url, pollId, 21);
  });

  it('never mixes two days where people vote daily: a ballot just behind midnight would stand alone in its release', async () => {
    const midnight = endOfDay(dayOf(clock.now));
    clock.to(midnight - 20 * minute);
    const stages = { voting: midnight - 3 * hour, verifying: midnight + 20 * hour };
    const pollId = await publish({ stages, rules: { period: 'daily' } });
    await settle();
    for (let n = 0; n < 19; n++) await new VoterClient(cloud.url, `oEvening${n}`).cast(pollId, ['c1']);
    clock.to(midnight + 10_000);
    await new VoterClient(cloud.url, 'oNight').cast(pollId, ['c2']);
    await clock.run(midnight + 2 * hour);
    const { batches } = await readLedger(cloud.url, pollId);
    const periods = batches.map(({ entries }) => entries.join().match(/(?<="period":")[\d-]+/g) ?? []);
    const [first, second] = [dayOf(midnight - 1), dayOf(midnight)];
    expect(periods).toEqual([[], Array.from({ length: 19 }, () => first), [second]]);
    expect(batches.slice(1).map(({ signed }) => signed.at)).toEqual([midnight, midnight + hour]);
  });

  it('moves with all that is public, and nothing moves in between', async () => {
    const pollId = await publish();
    await addWaitingBallots(cloud.url, pollId, 23);
    await settle();
    const voter = new VoterClient(cloud.url, 'oWaiting');
    await voter.cast(pollId, ['c1']);
    const seen = async (): Promise<string> => {
      const { files } = await existingLogOf(cloud, pollId);
      const names = ['checkpoint', 'standings.json', 'tile/0/000.p/24', 'tile/0/000.p/25'];
      const contents = await Promise.all(names.map((name) => download(cloud, `${files}/${name}`)));
      const standings = await new VoterClient(cloud.url, 'oAnyone').get('standings.get', { pollId });
      return JSON.stringify([contents.map((content) => content?.toString('base64')), standings]);
    };
    const before = await seen();
    expect(await counts(pollId)).toMatchObject({ ballots: 23 });
    await clock.run(clock.now + 30 * minute);
    expect(await seen()).toBe(before);
    // What waits for the log does not make it move either.
    await rule(pollId, { _id: `${pollId}:r1`, kind: 'void', index: 3 });
    await settle();
    expect(await seen()).toBe(before);
    expect(await voter.get('ballot.mine', { pollId })).toMatchObject({ ballots: [{ counted: false }] });
    expect(await voter.get('ballot.locate', { pollId, period: 'once', nth: 1 })).toMatchObject({ index: null });

    clock.toNextHour();
    clock.toNextHour();
    await settle();
    expect(await counts(pollId)).toMatchObject({ ballots: 23, asOf: clock.now - 35_000 });
    expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: 26 });
    expect(await voter.get('ballot.mine', { pollId })).toMatchObject({ ballots: [{ counted: true }] });
    expect((await voter.get('ballot.locate', { pollId, period: 'once', nth: 1 })).index).toBe(24);
    const { batches } = await readLedger(cloud.url, pollId);
    expect(batches.every(({ checkpoint }) => checkpoint !== undefined)).toBe(true);
  });

  it('has each release in the order of tags, over all of its batches', async () => {
    const pollId = await publish();
    await addWaitingBallots(cloud.url, pollId, 1_203);
    await settle();
    const { batches } = await readLedger(cloud.url, pollId);
    const tags = batches.flatMap(({ entries }) => entries.flatMap((text) => /"tag":"(\w+)"/.exec(text)?.[1] ?? []));
    expect(tags).toHaveLength(1_203);
    expect(tags).toEqual([...tags].sort());
    expect(batches.map(({ checkpoint }) => checkpoint !== undefined)).toEqual([true, false, false, true]);
    await expectSoundLedger(cloud.url, pollId, 1_203);
  });

  it.each([2, 3, 4, 5])('is gone on with where a release broke off at its write number %i', async (write) => {
    const pollId = await publish();
    await settle();
    await addWaitingBallots(cloud.url, pollId, 1_203);
    let seen = 0;
    const stop = cloud.onDatabaseCall({
      before: ({ functionName, action }) => {
        if (functionName !== 'scheduler' || action === 'database.getDocument') return undefined;
        seen += 1;
        return seen === write ? { killInstance: true } : undefined;
      },
    });
    await fire().catch(() => undefined);
    stop();
    expect(seen).toBe(write);
    expect(await publishedSize(pollId)).toBe(1);
    await settle();
    expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: 1_204 });
    await expectSoundLedger(cloud.url, pollId, 1_203);
  });

  it('has tiles of every level that a stranger’s verifier agrees with', async () => {
    const pollId = await publish();
    for (const [from, count] of [
      [0, 254],
      [254, 20],
      [274, 40],
      [314, 500],
    ] as const) {
      await addWaitingBallots(cloud.url, pollId, count, from);
      await settle();
      expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: from + count + 1 });
    }
  });

  it('waits while storage is out of order, and is published afterwards', async () => {
    const pollId = await publish();
    const mend = cloud.breakStorage(`logs/${pollId}/`);
    await addWaitingBallots(cloud.url, pollId, 30);
    await settle();
    await addWaitingBallots(cloud.url, pollId, 30, 30);
    await settle();
    expect(await publishedSize(pollId)).toBe(0);

    mend();
    later(minute);
    await settle();
    expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: 61 });
    await addWaitingBallots(cloud.url, pollId, 20, 60);
    await settle();
    expect(await readPublicLog(cloud, pollId)).toMatchObject({ size: 81 });
    await expectSoundLedger(cloud.url, pollId, 80);
    // One checkpoint after the other: none is signed that was not published.
    const { batches } = await readLedger(cloud.url, pollId);
    const { files } = await existingLogOf(cloud, pollId);
    for (const { checkpoint, signed } of batches) {
      if (checkpoint === undefined) continue;
      expect((await download(cloud, `${files}/checkpoints/${signed.size}`))?.toString()).toBe(checkpoint);
    }
  });
});

const counts = (pollId: string) => publicCounts(cloud.url, pollId);

/** Two persons have agreed; the scheduler’s plan is read again within eight minutes. */
async function rule(pollId: string, ...rulings: DecidedRuling[]): Promise<void> {
  await leaveRulings(cloud.url, pollId, rulings);
  later(9 * minute);
}
