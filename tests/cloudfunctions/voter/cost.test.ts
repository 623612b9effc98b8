import { knowingPoll, voterOperations, type VoterOperation } from '../../../scripts/cost/operations';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { VoterClient } from '../../support/voter-client';

let cloud: TestCloud;
beforeAll(async () => {
  // One instance, so that it is certain which one has seen the poll before.
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const publish = (rules: object = {}): Promise<string> => publishPoll(cloud.url, { rules });

async function callsDuring(run: () => Promise<unknown>): Promise<Record<string, number>> {
  cloud.resetStats();
  await run();
  // The scheduler that a ballot may wake has its own account.
  return cloud.stats().byFunction['voter'] ?? {};
}

describe('what a ballot costs', () => {
  it('is exactly one insert and no read in steady state', async () => {
    const pollId = await publish();
    await new VoterClient(cloud.url, 'oFirst').get('poll.get', { pollId });
    const calls = await callsDuring(async () => {
      for (let person = 0; person < 100; person++) {
        expect(await new VoterClient(cloud.url, `oPerson${person}`).cast(pollId, ['c1'])).toMatchObject({ ok: true });
      }
    });
    const { 'functions.invokeFunction': wakes = 0, ...others } = calls;
    expect(others).toEqual({ 'database.insertDocument': 100 });
    // Every twentieth at the most, and not within two seconds of the one before.
    expect(wakes).toBeGreaterThanOrEqual(1);
    expect(wakes).toBeLessThanOrEqual(5);
  });

  it('is the same for a voter’s second ballot when the page says which one it is', async () => {
    const pollId = await publish({ ballotsPerPeriod: 2, perCandidate: 1 });
    const voter = new VoterClient(cloud.url, 'oTwice');
    await voter.cast(pollId, ['c1']);
    const { me } = await voter.get('poll.get', { pollId });
    expect(me).toMatchObject({ ballotsLeft: 1, nth: 2 });
    const calls = await callsDuring(() => voter.cast(pollId, ['c2'], { nth: 2 }));
    expect(calls).toEqual({ 'database.insertDocument': 1 });
  });

  it('is one read more for a retry or a refusal', async () => {
    const pollId = await publish();
    const voter = new VoterClient(cloud.url, 'oAgain');
    await voter.cast(pollId, ['c1'], { castId: 'cast-0001' });
    const oneOfEach = { 'database.insertDocument': 1, 'database.getDocument': 1 };
    expect(await callsDuring(() => voter.cast(pollId, ['c1'], { castId: 'cast-0001' }))).toEqual(oneOfEach);
    expect(await callsDuring(() => voter.cast(pollId, ['c1']))).toEqual(oneOfEach);
  });

  it('is nothing when the ballot is refused by the rules', async () => {
    const pollId = await publish();
    const voter = new VoterClient(cloud.url, 'oWrong');
    await voter.get('poll.get', { pollId });
    expect(await callsDuring(() => voter.cast(pollId, ['c1', 'c2']))).toEqual({});
  });
});

describe('what reading costs', () => {
  it('is two reads for a poll that the instance meets, and once in its life an update that gives it its secret', async () => {
    const pollId = await publish();
    const voter = new VoterClient(cloud.url, 'oEarly');
    const first = await callsDuring(() => voter.get('candidate.get', { pollId, candidateId: 'c1' }));
    expect(first).toEqual({ 'database.getDocument': 3, 'database.modifyDocument': 1 });
  });

  it('is one call for the standings and one for a poll that the instance knows', async () => {
    const pollId = await publish();
    const voter = new VoterClient(cloud.url, 'oReader');
    await voter.get('poll.get', { pollId });
    expect(await callsDuring(() => voter.get('poll.get', { pollId }))).toEqual({ 'database.getDocument': 1 });
    expect(await callsDuring(() => voter.get('standings.get', { pollId }))).toEqual({ 'database.getDocument': 1 });
  });
});

describe('what the estimate of `npm run cost` adds up', () => {
  const databaseCalls = async (run: () => Promise<unknown>): Promise<number> =>
    Object.entries(await callsDuring(run)).reduce(
      (sum, [action, count]) => sum + (action.startsWith('database.') ? count : 0),
      0,
    );

  it('is what each operation costs where the poll is known', async () => {
    const pollId = await publish();
    const voter = new VoterClient(cloud.url, 'oEstimate');
    await voter.get('poll.get', { pollId });
    await voter.get('candidate.get', { pollId, candidateId: 'c1' });
    const run: Record<VoterOperation, () => Promise<unknown>> = {
      'poll.list': () => voter.get('poll.list', {}),
      'poll.get': () => voter.get('poll.get', { pollId }),
      'candidate.get': () => voter.get('candidate.get', { pollId, candidateId: 'c1' }),
      'standings.get': () => voter.get('standings.get', { pollId }),
      'ballot.cast': () => voter.cast(pollId, ['c1']),
      'ballot.mine': () => voter.get('ballot.mine', { pollId }),
    };
    const costs: Record<string, number> = {};
    for (const [name, ask] of Object.entries(run)) costs[name] = await databaseCalls(ask);
    expect(costs).toEqual(
      Object.fromEntries(Object.entries(voterOperations).map(([name, { database }]) => [name, database])),
    );
  });

  it('and what it costs to know the poll again', async () => {
    const pollId = await publish();
    const voter = new VoterClient(cloud.url, 'oKnowing');
    const look = (): Promise<number> => databaseCalls(() => voter.get('standings.get', { pollId }));
    const { poll, candidates } = knowingPoll;
    await voter.get('poll.get', { pollId });
    cloud.setClock(poll.every / 3);
    expect(await look()).toBe(voterOperations['standings.get'].database);
    cloud.setClock(poll.every + 1_000);
    expect(await look()).toBe(voterOperations['standings.get'].database + poll.database);
    cloud.setClock(candidates.every + 1_000);
    expect(await look()).toBe(voterOperations['standings.get'].database + poll.database + candidates.database);
    cloud.setClock(0);
  });
});
