import { estimate, type Poll } from '../../../scripts/cost/estimate';
import { priceOf } from '../../../scripts/local-cloud/points';
import { seededRandom } from '../../../scripts/random/random';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { expectSoundLedger } from '../../support/ledger';
import { PollClock } from '../../support/poll-clock';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

/** COST_VOTERS=20000 plays a whole one, which takes most of an hour: a release takes seconds. */
const voters = Number(process.env['COST_VOTERS'] ?? 200);
const isWhole = voters > 2_000;
const second = 1_000;
const hour = 3_600_000;

const poll: Poll = {
  voters,
  days: isWhole ? 1 : 0.25,
  hours: 24,
  ballots: 1,
  looks: 1,
  rankings: 1,
  step: 20,
  candidates: 5,
  picture: 0,
  peak: 0,
};

let cloud: TestCloud;
let clock: PollClock;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  clock = new PollClock(cloud);
});
afterAll(() => cloud.close());

interface Act {
  at: number;
  run: () => Promise<unknown>;
}

/** One voter's way: to the poll, the ballot, what the page asks with the receipt, and the ranking and the poll some other time. */
function actsOf(person: number, pollId: string, from: number, span: number, random: () => number): Act[] {
  const voter = new VoterClient(cloud.url, `oVoter${person}`);
  const opens = Math.round(from + random() * span);
  const casts = opens + 30 * second;
  const other = Math.round(from + random() * span);
  const look = (): Promise<unknown> => voter.get('poll.get', { pollId });
  return [
    { at: opens, run: look },
    {
      at: casts,
      run: async () => {
        expect(await voter.cast(pollId, [`c${1 + (person % 5)}`])).toMatchObject({ ok: true });
        await look();
        await voter.get('ballot.mine', { pollId });
      },
    },
    { at: other, run: () => voter.get('standings.get', { pollId }) },
    { at: other + 10 * second, run: look },
  ];
}

const wakes = (): number => cloud.stats().calls['functions.invokeFunction'] ?? 0;

test(`the estimate for ${voters} voters is what a simulated poll costs, within five of a hundred`, async () => {
  const span = poll.days * 24 * hour;
  const random = seededRandom('what a poll costs');
  const stages = { voting: clock.now, verifying: clock.now + span + 3 * hour };
  const pollId = await publishPoll(cloud.url, {
    now: clock.now,
    stages,
    countPolicy: { kind: 'live' },
  });
  await clock.run(clock.now + 60 * second);
  await new VoterClient(cloud.url, 'oFirst').get('poll.get', { pollId });
  const from = clock.now;
  const acts = Array.from({ length: voters }, (_, person) => actsOf(person, pollId, from, span, random))
    .flat()
    .sort((a, b) => a.at - b.at);
  cloud.resetStats();
  for (const { at, run } of acts) {
    await clock.run(Math.max(clock.now, at));
    const before = wakes();
    await run();
    // A release takes seconds of the machine's clock, and the other one stands still.
    if (wakes() > before) await cloud.whenStill();
  }
  await clock.run(from + span);
  const stats = cloud.stats();

  const said = estimate(poll);
  const priced = priceOf({
    byFunction: { all: { 'database.any': Math.round(said.databaseCalls) } },
    invocations: { all: Math.round(said.invocations) },
  }).total;
  const off = {
    database: said.databaseCalls / databaseCalls(stats.calls) - 1,
    invocations: said.invocations / sum(Object.values(stats.invocations)) - 1,
    points: priced / stats.points.total - 1,
  };
  if (process.env['COST_VOTERS'] !== undefined)
    process.stdout.write(
      `${voters} voters: ${databaseCalls(stats.calls)} database calls, ${stats.points.total.toFixed(1)} points; estimate off by ` +
        `${Object.entries(off)
          .map(([name, share]) => `${name} ${(100 * share).toFixed(2)} %`)
          .join(', ')}\n`,
    );
  for (const share of Object.values(off)) expect(Math.abs(share)).toBeLessThan(0.05);
  await clock.run(clock.now + 2 * hour);
  await expectSoundLedger(cloud.url, pollId, voters);
}, 7_200_000);

function databaseCalls(calls: Readonly<Record<string, number>>): number {
  return sum(Object.entries(calls).map(([name, count]) => (name.startsWith('database.') ? count : 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
