import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { readAll } from '../../support/read-all';
import { outcomes, VoterClient } from '../../support/voter-client';

/** A release has to pass twenty rounds (RACE_ROUNDS=20); a few show a broken limit at once. */
const rounds = Number(process.env['RACE_ROUNDS'] ?? 2);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const publish = (rules: object): Promise<string> =>
  publishPoll(cloud.url, { rules, countPolicy: { kind: 'live', step: 1 } });
const times = <T>(n: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, index) => make(index)));

/** Counts everything, then holds the count against the ballots themselves. */
async function expectCountEqualsBallots(pollId: string, expected: number): Promise<void> {
  await cloud.fireTimer('scheduler');
  // Ballots have called the scheduler too, and whichever call is first counts.
  await cloud.whenStill();
  const standings = await new VoterClient(cloud.url, 'oObserver').get('standings.get', { pollId });
  const ballots = (await readAll<{ _id: string; choices: string[] }>(cloud.url, 'ballots')).filter(({ _id }) =>
    _id.startsWith(`${pollId}:`),
  );
  const counts: Record<string, number> = { c1: 0, c2: 0, c3: 0, c4: 0, c5: 0 };
  for (const choice of ballots.flatMap(({ choices }) => choices)) counts[choice] = (counts[choice] ?? 0) + 1;
  expect(ballots).toHaveLength(expected);
  expect(standings).toMatchObject({ hidden: false, ballots: expected, counts });
}

describe.each(Array.from({ length: rounds }, (_, index) => index + 1))('round %d', (round) => {
  it('500 casts of one person at once make one ballot', async () => {
    const pollId = await publish({});
    const voter = new VoterClient(cloud.url, `oOne${round}`);
    const replies = await times(500, (index) => voter.cast(pollId, [`c${(index % 5) + 1}`]));
    expect(outcomes(replies)).toEqual({ ok: 1, ALREADY_VOTED: 499 });
    await expectCountEqualsBallots(pollId, 1);
  });

  it('20 casts with one castId at once get one and the same receipt', async () => {
    const pollId = await publish({ ballotsPerPeriod: 5 });
    const voter = new VoterClient(cloud.url, `oRetry${round}`);
    const replies = await times(20, () => voter.cast(pollId, ['c1'], { castId: 'one-and-the-same' }));
    const receipts = replies.map((reply) => (reply.ok ? JSON.stringify(reply.data.receipt) : reply.error.code));
    expect(new Set(receipts).size).toBe(1);
    expect(outcomes(replies)).toEqual({ ok: 20 });
    await expectCountEqualsBallots(pollId, 1);
  });

  it('500 people at once cast 500 ballots', async () => {
    const pollId = await publish({});
    const replies = await times(500, (index) =>
      new VoterClient(cloud.url, `oCrowd${round}x${index}`).cast(pollId, [`c${(index % 5) + 1}`]),
    );
    expect(outcomes(replies)).toEqual({ ok: 500 });
    await expectCountEqualsBallots(pollId, 500);
  });

  it('a person with three ballots a period casts exactly three', async () => {
    const pollId = await publish({ ballotsPerPeriod: 3 });
    const voter = new VoterClient(cloud.url, `oThree${round}`);
    const replies = await times(60, (index) => voter.cast(pollId, ['c1'], { nth: (index % 3) + 1 }));
    expect(outcomes(replies)).toEqual({ ok: 3, NO_BALLOT_LEFT: 57 });
    await expectCountEqualsBallots(pollId, 3);
  });

  it('a cap of two a candidate lets exactly two through for each', async () => {
    const pollId = await publish({ ballotsPerPeriod: 10, perCandidate: 2 });
    const voter = new VoterClient(cloud.url, `oCap${round}`);
    const replies = await times(60, (index) => voter.cast(pollId, [`c${(index % 3) + 1}`]));
    expect(outcomes(replies)).toEqual({ ok: 6, ALREADY_VOTED_FOR: 54 });
    await expectCountEqualsBallots(pollId, 6);
  });
});
