import type { BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/domain/board';
import { closeDelay } from '../../../cloudfunctions/shared/domain/release';
import { connect } from '../../../scripts/connect';
import { publishPoll, type PollShape } from '../../../scripts/trial/publish-poll';
import { addWaitingBallots } from '../../../scripts/trial/waiting-ballots';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { download, existingLogOf } from './support/public-log';

const hour = 60 * 60 * 1000;
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterEach(() => cloud.close());

async function settle(): Promise<void> {
  for (let firing = 0; firing < 10; firing++) await cloud.fireTimer('scheduler');
}

async function boardFile<Content>(pollId: string, name: string): Promise<Content> {
  const { files } = await existingLogOf(cloud, pollId);
  const content = await download(cloud, `${files}/${name}`);
  // The scheduler wrote it.
  return JSON.parse(content?.toString() ?? 'null') as Content;
}
const standingsOf = (pollId: string): Promise<BoardStandings> => boardFile(pollId, 'standings.json');

async function publish(shape: PollShape = {}): Promise<string> {
  const stages = { voting: Date.now() - hour, verifying: Date.now() + hour, notice: Date.now() + 10 * hour };
  return publishPoll(cloud.url, { stages, seats: 2, ...shape });
}

describe('the files of the board', () => {
  it('say what the poll is, and what anyone may see of the count, after each firing', async () => {
    const pollId = await publish({ withdrawn: ['c5'] });
    await addWaitingBallots(cloud.url, pollId, 4);
    await settle();
    const poll = await boardFile<BoardPoll>(pollId, 'poll.json');
    expect(poll).toMatchObject({ v: 1, id: pollId, seats: 2, organiser: 'The office' });
    expect(poll.candidates.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
    expect(poll.candidates[4]).toMatchObject({ withdrawn: true });
    expect(await standingsOf(pollId)).toMatchObject({
      ballots: 4,
      shown: { ballots: 4, counts: { c1: 1, c2: 1, c3: 1, c4: 1, c5: 0 } },
      final: false,
    });
    await addWaitingBallots(cloud.url, pollId, 1, 4);
    await cloud.fireTimer('scheduler');
    expect(await standingsOf(pollId)).toMatchObject({ ballots: 5, shown: { ballots: 5 } });
  });

  it('have web addresses of the cover and of pictures, and tell who is frozen from who left', async () => {
    const pollId = await publish({ withdrawn: ['c4', 'c5'] });
    const app = connect(cloud.url);
    const { fileID } = await app.uploadFile({ cloudPath: 'media/cover.jpg', fileContent: Buffer.from('a picture') });
    const documents = app.database();
    await documents.collection('polls').doc(pollId).update({ cover: fileID });
    const frozen = { pictures: [fileID], standing: { state: 'frozen', reason: 'It is looked into.', at: Date.now() } };
    await documents.collection('candidates').doc(`${pollId}:c4`).update(frozen);
    await settle();
    const { cover, candidates } = await boardFile<BoardPoll>(pollId, 'poll.json');
    expect(await (await fetch(cover ?? '')).text()).toBe('a picture');
    expect(candidates[3]).toMatchObject({ frozen: true, picture: cover, sentence: 'A sentence.' });
    expect(candidates[3]).not.toHaveProperty('withdrawn');
    expect(candidates[4]).toMatchObject({ withdrawn: true });
    expect(JSON.stringify(candidates)).not.toContain('looked into');
  });

  it('hold no counts before everyone may see them, and the same as everyone sees afterwards', async () => {
    const pollId = await publish({ countPolicy: { kind: 'afterClose' } });
    await addWaitingBallots(cloud.url, pollId, 30);
    await settle();
    expect(await standingsOf(pollId)).toMatchObject({ ballots: 30, shown: null });
    expect(JSON.stringify(await standingsOf(pollId))).not.toContain('counts');
    cloud.setClock(hour + closeDelay + 1_000);
    await settle();
    const shown = await new VoterClient(cloud.url, 'oAnyone').get('standings.get', { pollId });
    const board = await standingsOf(pollId);
    expect(board).toMatchObject({ final: true, log: { bundle: expect.stringMatching(/^bundles\/\d+\.txt$/) } });
    const { files } = await existingLogOf(cloud, pollId);
    expect((await download(cloud, `${files}/${board.log?.bundle ?? ''}`))?.toString()).toMatch(/^gongping/);
    expect(shown).toMatchObject({
      counts: board.shown?.counts,
      ballots: board.shown?.ballots,
      asOf: board.shown?.asOf,
    });
  });

  it('are there before the vote opens, and say when it will and that nothing is counted', async () => {
    const now = Date.now();
    const stages = { promoting: now - hour, voting: now + hour, verifying: now + 2 * hour };
    const pollId = await publish({ stages, countPolicy: { kind: 'afterClose' } });
    await settle();
    const at = (name: string) => `${cloud.url}/storage/logs/${pollId}/${name}`;
    const [poll, standings] = await Promise.all(
      // As above.
      ['poll.json', 'standings.json'].map(async (name) => (await (await fetch(at(name))).json()) as object),
    );
    expect(poll).toMatchObject({ stages, countPolicy: 'afterClose', choices: { min: 1, max: 1 } });
    expect(standings).toEqual({
      v: 1,
      ballots: 0,
      shown: null,
      nextAt: stages.verifying + closeDelay,
      final: false,
      at: expect.any(Number),
    });
  });

  it('cost a thousand viewers no database call', async () => {
    const pollId = await publish();
    await addWaitingBallots(cloud.url, pollId, 3);
    await settle();
    const { files } = await existingLogOf(cloud, pollId);
    const url = `${cloud.url}/storage/${files.replace(/^cloud:\/\/[^/]+\//, '')}/standings.json`;
    cloud.resetStats();
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, viewer) => fetch(`${url}?t=${viewer}`)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(cloud.stats().calls).toEqual({});
  });
});
