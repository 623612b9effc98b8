import { expectSoundLedger, readLedger } from '../../../support/ledger';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ timers: true });
});
afterAll(() => cloud.close());

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe('what nobody fires by hand', () => {
  it('counts a ballot of a poll that releases each by itself, since the ballot wakes the scheduler', async () => {
    const pollId = await publishPoll(cloud.url, { countPolicy: { kind: 'live', step: 1 } });
    const voter = new VoterClient(cloud.url, 'oQuick');
    await voter.cast(pollId, ['c1']);
    await until(async () => (await voter.get('standings.get', { pollId })).ballots === 1);
    // The timer alone would have come by chance.
    expect(cloud.stats().calls['functions.invokeFunction']).toBeGreaterThanOrEqual(1);
  });

  it('counts 20,000 waiting ballots in one go, by the timer', async () => {
    const id = 'patience';
    // Ahead of their poll: else the timer may come while they are put there, and take some.
    await addWaitingBallots(cloud.url, id, 20_000);
    const pollId = await publishPoll(cloud.url, { id });
    const voter = new VoterClient(cloud.url, 'oPatient');
    cloud.setClock(9 * 60 * 1000);
    await until(async () => (await voter.get('standings.get', { pollId })).ballots > 0);
    expect((await voter.get('standings.get', { pollId })).ballots).toBe(20_000);
    await until(async () => (await readLedger(cloud.url, pollId)).ballots.every(({ batch }) => batch !== null));
    await expectSoundLedger(cloud.url, pollId, 20_000);
  }, 150_000);
});
