import { queuePause } from '../../../miniprogram/services/queue';
import { dayLength, dayOf, instantOf } from '../../../cloudfunctions/shared/universal/day';
import { bringCrowd, passTime, type CrowdReport } from '../../../scripts/trial/crowd';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { expectSoundLedger } from '../../support/ledger';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

/** Thirty-three a second open the poll, as when 20,000 come within ten minutes; CROWD_VOTERS=20000 lets them all come. */
const voters = Number(process.env['CROWD_VOTERS'] ?? 300);
const perSecond = 20_000 / 600;
const second = 1000;
const hour = 3_600_000;

let cloud: TestCloud;
let clock: { now: number };
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 4 });
  clock = { now: instantOf(dayOf(Date.now() + dayLength), '09:20') };
  cloud.setClock(() => clock.now);
});
afterEach(() => cloud.close());

/** Each document that was inserted into the ballots, and how often an insert was carried out or asked for. */
function watchInserts(): { asked: number; reads: number } {
  const seen = { asked: 0, reads: 0 };
  cloud.onDatabaseCall({
    before: ({ functionName, action, collection }) => {
      if (functionName === 'voter' && collection === 'ballots')
        seen[action === 'database.insertDocument' ? 'asked' : 'reads'] += 1;
      return undefined;
    },
  });
  return seen;
}

/** Until all of them are in the log, under the same limit. */
async function untilCounted(pollId: string): Promise<number> {
  const from = clock.now;
  const count = async (): Promise<number> => {
    const reply = await new VoterClient(cloud.url, 'oWatcher').ask('standings.get', { pollId });
    return reply.ok ? reply.data.ballots : -1;
  };
  // The last few wait for the turn of an hour.
  for (let turn = 1; turn < 20 && (await count()) < voters; turn += 1) {
    clock.now = from - (from % hour) + turn * hour + 35 * second;
    let isOver = false;
    const fired = cloud.fireTimer('scheduler').finally(() => (isOver = true));
    // A flag that the firing sets.
    while (!(isOver as boolean)) await passTime(clock);
    await fired;
  }
  return count();
}

function tell(name: string, { openedAfter, castAfter, refused, lastAt }: CrowdReport): void {
  const at = (list: number[], share: number): string =>
    `${((list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? NaN) / second).toFixed(1)} s`;
  const spread = (list: number[]): string => `p50 ${at(list, 0.5)}, p95 ${at(list, 0.95)}, last ${at(list, 1)}`;
  process.stdout.write(
    `${name}: opened after ${spread(openedAfter)}; receipt after ${spread(castAfter)}; ` +
      `${refused} refusals; the last receipt ${(lastAt / 60_000).toFixed(1)} min after the first came\n`,
  );
}

test.each([30, 100, 500])(
  'a crowd at a database of %i calls a second: all are counted, none twice, and each ballot is one insert',
  async (limit) => {
    const pollId = await publishPoll(cloud.url, { now: clock.now });
    const inserts = watchInserts();
    const lift = cloud.injectFaults(`cap:perSecond=${limit}`);
    const arriveWithin = (voters / perSecond) * second;
    const report = await bringCrowd(cloud, clock, pollId, { voters, arriveWithin, pauseAfter: queuePause });
    expect(report).toMatchObject({ cast: voters, others: {} });
    // The cloud was too small for them, or nobody queued and this shows nothing; the largest is large enough.
    if (limit === 30) expect(report.refused).toBeGreaterThan(voters / 4);
    const counted = await untilCounted(pollId);
    lift();
    expect(counted).toBe(voters);
    await expectSoundLedger(cloud.url, pollId, voters);
    if (limit === 500) expect(inserts.asked).toBe(voters);
    if (process.env['CROWD_VOTERS'] !== undefined) tell(`${voters} voters at ${limit} a second`, report);
  },
  3_600_000,
);
