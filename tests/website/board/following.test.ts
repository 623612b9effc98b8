import type { BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { closeDelay } from '../../../cloudfunctions/shared/domain/counting/release';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { stopClock } from '../support/board-page';
import { useBoard } from '../support/use-site';

const hour = 60 * 60 * 1000;
const setting = useBoard();
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterEach(() => cloud.close());

const folderOf = (pollId: string): string => `${cloud.url}/storage/logs/${pollId}`;

async function settle(): Promise<void> {
  for (let firing = 0; firing < 10; firing++) await cloud.fireTimer('scheduler');
}

/** Everyone casts one ballot for one candidate. */
async function cast(pollId: string, choices: readonly string[], from = 0): Promise<void> {
  const replies = await Promise.all(
    choices.map((choice, index) => new VoterClient(cloud.url, `oVoter-${from + index}`).cast(pollId, [choice])),
  );
  expect(replies.every(({ ok }) => ok)).toBe(true);
}

describe('the board of a poll in the cloud', () => {
  it('shows a ballot within five seconds of its own clock after it is counted, at no call of the database', async () => {
    const pollId = await publishPoll(cloud.url, { countPolicy: { kind: 'live', step: 1 } });
    await cast(pollId, ['c1', 'c1', 'c2']);
    await settle();
    const board = await setting().open(folderOf(pollId), '', {}, stopClock);
    await board.says('#ballots', '3');
    expect((await board.ranking()).slice(0, 2)).toEqual(['1 Candidate 1 2 66.7%', '2 Candidate 2 1 33.3%']);
    for (const [round, choice] of ['c2', 'c2', 'c3'].entries()) {
      await cast(pollId, [choice], 10 + round);
      await cloud.fireTimer('scheduler');
      cloud.resetStats();
      await board.page.clock.runFor(5_000);
      await board.says('#ballots', String(4 + round));
      expect(cloud.stats().calls).toEqual({});
    }
    expect((await board.ranking()).slice(0, 3)).toEqual([
      '1 Candidate 2 3 50.0%',
      '2 Candidate 1 2 33.3%',
      '3 Candidate 3 1 16.7%',
    ]);
  });

  it('has no count anywhere while the poll hides it, and shows it once it is released', async () => {
    const now = Date.now();
    const stages = { voting: now - hour, verifying: now + hour, notice: now + 10 * hour };
    const pollId = await publishPoll(cloud.url, { stages, countPolicy: { kind: 'afterClose' } });
    await cast(
      pollId,
      Array.from({ length: 20 }, (_, index) => (index % 4 === 0 ? 'c2' : 'c1')),
    );
    await settle();
    const board = await setting().open(folderOf(pollId));
    await board.says('#count-title', '票数还没有公布');
    expect(await board.text('#ballots')).toBe('20');
    expect(await board.page.locator('tr.line').count()).toBe(0);
    const files = board.answers.filter(({ url }) => url.includes('/storage/'));
    expect(files.map(({ url }) => new URL(url).pathname.split('/').at(-1))).toEqual(
      expect.arrayContaining(['poll.json', 'standings.json']),
    );
    for (const { body } of files) expect(body).not.toMatch(/"counts"|"votes"/);
    expect(await board.page.content()).not.toContain('75.0%');

    cloud.setClock(hour + closeDelay + 1_000);
    await settle();
    await board.says('#as-of-label', '最终票数');
    expect((await board.ranking())[0]).toBe('1 Candidate 1 15 75.0%');
  });

  it('leads after the close to the recount of the very log it shows', async () => {
    const now = Date.now();
    const pollId = await publishPoll(cloud.url, {
      stages: { voting: now - hour, verifying: now + hour, notice: now + 5 * hour },
    });
    await cast(pollId, ['c1', 'c2', 'c2']);
    await settle();
    const board = await setting().open(folderOf(pollId));
    await board.says('#log-facts', `gongping.test/${pollId}+`);
    expect(await board.page.locator('#recount').isHidden()).toBe(true);
    cloud.setClock(hour + closeDelay + 1_000);
    await settle();
    // The result has to be in the log, or there is nothing to compare a recount with.
    cloud.setClock(5 * hour);
    await settle();
    await board.page.reload();
    await board.says('#as-of-label', '最终票数');
    await board.page.getByRole('link', { name: '重新计票' }).click();
    await board.page.locator('#outcome h2').first().waitFor();
    expect(await board.text('#outcome h2 >> nth=0')).toBe('核对通过');
    expect(await board.text('#outcome .ranking tbody tr >> nth=0')).toContain('Candidate 2');
  });

  it('gives away no voter: no identity, no tag and no cast is in any file it reads', async () => {
    const pollId = await publishPoll(cloud.url);
    await cast(
      pollId,
      Array.from({ length: 25 }, (_, index) => `c${(index % 5) + 1}`),
    );
    await settle();
    const board = await setting().open(folderOf(pollId));
    await board.says('#ballots', '25');
    const ballots = await readAll<{ _id: string; castId: string; mark: string }>(cloud.url, 'ballots');
    expect(ballots).toHaveLength(25);
    const read = board.answers.map(({ body }) => body).join('\n') + (await board.page.content());
    const secrets = ballots.flatMap(({ _id, castId, mark }) => [_id.split(':')[1], castId, mark]);
    for (const secret of ['oVoter', ...secrets]) expect(read).not.toContain(String(secret));
    const [standings] = board.answers.filter(({ url }) => url.includes('standings.json'));
    // The scheduler wrote it.
    const { shown } = JSON.parse(standings?.body ?? 'null') as BoardStandings;
    expect(Object.keys(shown ?? {}).sort()).toEqual(['asOf', 'ballots', 'batch', 'counts']);
  });
});
