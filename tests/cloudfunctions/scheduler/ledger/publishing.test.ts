import { Recounter, type RecountReport } from '../../../../cloudfunctions/shared/universal/ledger/bundle/recounter';
import { closeDelay } from '../../../../cloudfunctions/shared/domain/counting/release';
import { nativeHasher } from '../../../../cloudfunctions/shared/platform/native-hasher';
import type { Ruling } from '../../../../cloudfunctions/shared/store/counting/rulings';
import { verifyEd25519 } from '../../../../cloudfunctions/shared/platform/verify-ed25519';
import { readAll } from '../../../support/read-all';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { expectSoundLedger, readLedger } from '../../../support/ledger';
import { VoterClient } from '../../../support/voter-client';
import { download, existingLogOf, readPublicLog } from '../support/public-log';
import { leaveRulings, publicCounts, type DecidedRuling } from '../support/decided-rulings';
import { clock, cloud, fire, later, publish, settle, useStillCloud } from '../support/still-cloud';

const minute = 60 * 1000;
const hour = 60 * minute;
useStillCloud();

describe('after the close', () => {
  it('the entries are public, and the bundle recounts to the standings', async () => {
    const stages = { voting: clock.now - hour, verifying: clock.now + hour };
    const pollId = await publish({ stages, seats: 2 });
    await new VoterClient(cloud.url, 'oWatcher').cast(pollId, ['c2']);
    await addWaitingBallots(cloud.url, pollId, 300);
    await settle();
    expect((await readPublicLog(cloud, pollId)).entries).toBeUndefined();
    later(hour + closeDelay + 1_000);
    await settle();
    const { size, entries } = await readPublicLog(cloud, pollId);
    // The rules, 301 ballots, the close and the result.
    expect(size).toBe(304);
    expect(entries).toHaveLength(304);
    const { bundle = '' } = await existingLogOf(cloud, pollId);
    expect((await download(cloud, bundle))?.toString()).toMatch(/^gongping bundle v1\n/);
    const { ballots } = await counts(pollId);
    expect((await recounted(pollId)).result).toMatchObject({ ballots });
    await expectSoundLedger(cloud.url, pollId, 301);
    expect((await readLedger(cloud.url, pollId)).standings?.dueAt).toBeNull();
  });

  it('a log that storage did not take at its close is signed and archived once it does', async () => {
    const stages = { voting: clock.now - hour, verifying: clock.now + hour };
    const pollId = await publish({ stages });
    const mend = cloud.breakStorage(`logs/${pollId}/`);
    await addWaitingBallots(cloud.url, pollId, 25);
    await settle();
    later(hour + closeDelay + 1_000);
    await settle();
    // No count without what proves it.
    expect(await counts(pollId)).toMatchObject({ ballots: 0 });
    mend();
    await settle();
    later(minute);
    await settle();
    expect((await recounted(pollId)).result).toMatchObject({ ballots: 25 });
    expect((await readPublicLog(cloud, pollId)).entries).toHaveLength(28);
    expect((await readLedger(cloud.url, pollId)).standings?.dueAt).toBeNull();
  });

  it('two persons void a ballot and put it back, and the count and the bundle follow', async () => {
    const stages = { voting: clock.now - hour, verifying: clock.now + hour, notice: clock.now + 3 * hour };
    const pollId = await publish({ stages });
    await addWaitingBallots(cloud.url, pollId, 25);
    await settle();
    later(hour + closeDelay + 1_000);
    await settle();
    const before = await counts(pollId);
    await rule(
      pollId,
      { _id: `${pollId}:r1`, kind: 'void', index: 3 },
      { _id: `${pollId}:r2`, kind: 'void', index: 4 },
    );
    await settle();
    const voided = await counts(pollId);
    expect(voided.ballots).toBe(before.ballots - 2);
    expect(sum(voided.counts)).toBe(sum(before.counts) - 2);
    await rule(
      pollId,
      { _id: `${pollId}:r3`, kind: 'restore', index: 3 },
      { _id: `${pollId}:r4`, kind: 'void', index: 0 },
    );
    await settle();
    expect((await counts(pollId)).ballots).toBe(before.ballots - 1);

    later(2 * hour);
    await settle();
    const report = await recounted(pollId);
    expect(report.result).toMatchObject({ ballots: 24, voided: 1, voids: [{ reason: '用程序投票', ballots: 1 }] });
    expect(report.state.rulings.map((ruling) => [ruling.kind, 'index' in ruling && ruling.index])).toEqual([
      ['void', 3],
      ['void', 4],
      ['restore', 3],
    ]);
    const rulings = await readAll<Ruling>(cloud.url, 'rulings');
    expect(rulings.map(({ refusal = 'taken' }) => refusal)).toEqual(['taken', 'taken', 'taken', 'NOT_A_BALLOT']);
    await expectSoundLedger(cloud.url, pollId, 25);
  });

  it.each(['before', 'after'] as const)(
    'a ruling is taken once though its writer dies %s it is written',
    async (when) => {
      const stages = { voting: clock.now - hour, verifying: clock.now + hour, notice: clock.now + 3 * hour };
      const pollId = await publish({ stages });
      await addWaitingBallots(cloud.url, pollId, 25);
      await settle();
      later(hour + closeDelay + 1_000);
      await settle();
      for (let call = 1; call <= 12; call++) {
        await rule(pollId, { _id: `${pollId}:r${call}`, kind: call % 2 ? 'void' : 'restore', index: 3 });
        let seen = 0;
        const stop = cloud.onDatabaseCall({
          [when]: ({ functionName, action }: { functionName?: string; action: string }) => {
            if (functionName !== 'scheduler' || action === 'database.getDocument') return undefined;
            seen += 1;
            return seen === call ? { killInstance: true } : undefined;
          },
        });
        await fire().catch(() => undefined);
        stop();
        await settle();
        const { voided } = (await expectSoundLedger(cloud.url, pollId, 25)).tally();
        expect(voided).toBe(call % 2);
      }
    },
  );
});

function sum(votes: Record<string, number>): number {
  return Object.values(votes).reduce((total, each) => total + each, 0);
}

const counts = (pollId: string) => publicCounts(cloud.url, pollId);

/** Two persons have agreed; the scheduler’s plan is read again within eight minutes. */
async function rule(pollId: string, ...rulings: DecidedRuling[]): Promise<void> {
  await leaveRulings(cloud.url, pollId, rulings);
  later(9 * minute);
}

async function recounted(pollId: string): Promise<RecountReport> {
  const { bundle = '' } = await existingLogOf(cloud, pollId);
  const recounter = new Recounter({ hasher: nativeHasher, verify: verifyEd25519, salt: new Uint8Array(32) });
  const lines = (await download(cloud, bundle))?.toString().split('\n') ?? [];
  for (const line of lines.slice(0, -1)) expect(recounter.line(line)).toBeNull();
  const outcome = recounter.finish(lines.at(-1) === '');
  if ('code' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome;
}
