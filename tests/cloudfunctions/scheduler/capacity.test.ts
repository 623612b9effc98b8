import { expectSoundLedger } from '../../support/ledger';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { addWaitingBallots } from '../../../scripts/trial/waiting-ballots';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ timers: true });
});
afterAll(() => cloud.close());

async function until(condition: () => Promise<boolean>): Promise<number> {
  const startedAt = Date.now();
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 100));
  return Date.now() - startedAt;
}

describe('the timer by itself', () => {
  it('counts a ballot within five seconds', async () => {
    const pollId = await publishPoll(cloud.url);
    const voter = new VoterClient(cloud.url, 'oQuick');
    await voter.cast(pollId, ['c1']);
    const took = await until(async () => (await voter.get('standings.get', { pollId })).ballots === 1);
    expect(took).toBeLessThan(5_000);
  });

  it('counts 20,000 waiting ballots within a minute', async () => {
    const pollId = await publishPoll(cloud.url);
    const voter = new VoterClient(cloud.url, 'oPatient');
    await addWaitingBallots(cloud.url, pollId, 20_000);
    const took = await until(async () => (await voter.get('standings.get', { pollId })).ballots === 20_000);
    expect(took).toBeLessThan(60_000);
    await expectSoundLedger(cloud.url, pollId, 20_000);
  });
});
