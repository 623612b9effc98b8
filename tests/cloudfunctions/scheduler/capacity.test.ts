import { eventually } from '../../support/eventually';
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

describe('the timer by itself', () => {
  it('counts a ballot', async () => {
    const pollId = await publishPoll(cloud.url);
    const voter = new VoterClient(cloud.url, 'oQuick');
    await voter.cast(pollId, ['c1']);
    await eventually(async () => {
      expect((await voter.get('standings.get', { pollId })).ballots).toBe(1);
    });
  });

  it('counts 20,000 waiting ballots', async () => {
    const pollId = await publishPoll(cloud.url);
    const voter = new VoterClient(cloud.url, 'oPatient');
    await addWaitingBallots(cloud.url, pollId, 20_000);
    await eventually(async () => {
      expect((await voter.get('standings.get', { pollId })).ballots).toBe(20_000);
    });
    await expectSoundLedger(cloud.url, pollId, 20_000);
  });
});
