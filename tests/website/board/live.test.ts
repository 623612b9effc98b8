import { publishPoll } from '../../../scripts/trial/publish-poll';
import { startTestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { useBoard } from '../support/use-site';

const setting = useBoard();

test('a board follows ballots as they are cast, by the scheduler’s own timer', async () => {
  const timed = await startTestCloud({ timers: true });
  try {
    const pollId = await publishPoll(timed.url, { countPolicy: { kind: 'live', step: 1 } });
    const board = await setting().open(`${timed.url}/storage/logs/${pollId}`);
    // The scheduler comes to know the poll, and the board its files.
    await new VoterClient(timed.url, 'oVoter-1').cast(pollId, ['c1']);
    await board.says('#ballots', '1');
    for (let round = 2; round <= 7; round++) {
      await new VoterClient(timed.url, `oVoter-${round}`).cast(pollId, ['c1']);
      await board.says('#ballots', String(round));
    }
  } finally {
    await timed.close();
  }
});
