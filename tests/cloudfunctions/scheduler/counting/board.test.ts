import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { BoardPoll, BoardStandings } from '../../../../cloudfunctions/shared/universal/board';
import { closeDelay } from '../../../../cloudfunctions/shared/domain/counting/release';
import { connect } from '../../../../scripts/connect';
import { publishPoll, type PollShape } from '../../../../scripts/trial/publish-poll';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { download, existingLogOf } from '../support/public-log';

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
    const pollId = await publish({ withdrawn: ['c5'], countPolicy: { kind: 'live', step: 1 } });
    await addWaitingBallots(cloud.url, pollId, 4);
    await settle();
    const poll = await boardFile<BoardPoll>(pollId, 'poll.json');
    expect(poll).toMatchObject({ v: 1, id: pollId, seats: 2, organiser: 'The office' });
    expect(poll.candidates.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
    expect(poll.candidates[4]).toMatchObject({ withdrawn: true });
    expect(await standingsOf(pollId)).toMatchObject({
      ballots: 4,
      step: 1,
      shown: { ballots: 4, counts: { c1: 1, c2: 1, c3: 1, c4: 1, c5: 0 } },
      final: false,
    });
    await addWaitingBallots(cloud.url, pollId, 1, 4);
    await cloud.fireTimer('scheduler');
    expect(await standingsOf(pollId)).toMatchObject({ ballots: 5, shown: { ballots: 5 } });
  });

  it('name the cover and pictures as seen from their folder, and tell who is frozen from who left', async () => {
    const pollId = await publish({ withdrawn: ['c4', 'c5'] });
    const app = connect(cloud.url);
    const { fileID } = await app.uploadFile({ cloudPath: 'media/cover.jpg', fileContent: Buffer.from('a picture') });
    const documents = app.database();
    await documents.collection('polls').doc(pollId).update({ cover: fileID });
    const frozen = { pictures: [fileID], standing: { state: 'frozen', reason: 'It is looked into.', at: Date.now() } };
    await documents.collection('candidates').doc(`${pollId}:c4`).update(frozen);
    await settle();
    const { cover, candidates } = await boardFile<BoardPoll>(pollId, 'poll.json');
    expect(cover).toBe('../../media/cover.jpg');
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

  it('lie beside a code that opens the poll from the board, drawn once', async () => {
    const pollId = await publish();
    await settle();
    const { code = '' } = await boardFile<BoardPoll>(pollId, 'poll.json');
    const response = await fetch(new URL(code, `${cloud.url}/storage/logs/${pollId}/`));
    const { data, width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
    const scene = encodeURIComponent(`${pollId}..board`);
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(`packages/voter/poll/poll?scene=${scene}`);
    await addWaitingBallots(cloud.url, pollId, 30);
    cloud.resetStats();
    await settle();
    expect(await boardFile<BoardPoll>(pollId, 'poll.json')).toMatchObject({ code });
    expect(cloud.stats().calls).not.toHaveProperty('openapi.wxacode.getUnlimited');
  });

  it('are whole without the code where WeChat draws none, ahead of the vote and in it', async () => {
    cloud.refuseOpenApi('wxacode.getUnlimited', 45009);
    const open = await publish();
    const stages = { voting: Date.now() + hour, verifying: Date.now() + 2 * hour };
    const ahead = await publish({ stages });
    await settle();
    for (const pollId of [open, ahead]) {
      const [poll, standings] = await Promise.all(
        ['poll.json', 'standings.json'].map(async (name): Promise<unknown> => {
          const response = await fetch(`${cloud.url}/storage/logs/${pollId}/${name}`);
          return response.json();
        }),
      );
      expect(poll).toMatchObject({ id: pollId });
      expect(poll).not.toHaveProperty('code');
      expect(standings).toMatchObject({ ballots: 0 });
    }
    expect(cloud.logs.join('\n')).toContain('wxacode.getUnlimited');
  });

  it('name no host: a picture is found from the folder, whatever its name', async () => {
    const pollId = await publish();
    const app = connect(cloud.url);
    const fileContent = Buffer.from('a picture');
    const { fileID } = await app.uploadFile({ cloudPath: `polls/${pollId}/第1张.jpg`, fileContent });
    const candidate = app.database().collection('candidates').doc(`${pollId}:c2`);
    await candidate.update({ pictures: [fileID, 'cloud://elsewhere/second.jpg'] });
    await settle();
    const poll = await boardFile<BoardPoll>(pollId, 'poll.json');
    expect(JSON.stringify(poll)).not.toMatch(/127\.0\.0\.1|https?:|cloud:/);
    const picture = new URL(poll.candidates[1]?.picture ?? '', `${cloud.url}/storage/logs/${pollId}/`);
    expect(await (await fetch(picture)).text()).toBe('a picture');
  });

  it('follow what organisers do: publish, take a candidate out, call the poll off', async () => {
    const owner = new OrganiserClient(cloud.url, 'oOwner');
    const pollId = await readyPoll(owner);
    const file = async (): Promise<BoardPoll | null> => {
      const response = await fetch(`${cloud.url}/storage/logs/${pollId}/poll.json`);
      // As above.
      return response.ok ? ((await response.json()) as BoardPoll) : null;
    };
    let time = 0;
    // The scheduler reads its plan once in a while.
    const settleLater = async (): Promise<void> => {
      cloud.setClock((time += hour / 10));
      await settle();
    };
    await settleLater();
    expect(await file()).toBeNull();
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    await settleLater();
    const before = await file();
    expect(before?.candidates.map(({ name }) => name)).toEqual(['第一项', '第二项']);
    const candidateId = before?.candidates[0]?.id ?? '';
    await owner.get('act.propose', { pollId, act: { kind: 'withdrawCandidate', candidateId, reason: '自愿退出' } });
    await settleLater();
    expect((await file())?.candidates[0]).toMatchObject({ withdrawn: true });
    expect(await file()).not.toHaveProperty('withdrawal');
    await owner.get('act.propose', { pollId, act: { kind: 'withdraw', reason: '资料有误' } });
    await settleLater();
    expect(await file()).toMatchObject({ withdrawal: { reason: '资料有误' } });
  });

  it('cost a thousand viewers no database call', async () => {
    const pollId = await publish();
    await addWaitingBallots(cloud.url, pollId, 3);
    await settle();
    const { files } = await existingLogOf(cloud, pollId);
    const url = `${cloud.url}/storage/${files.replace(/^cloud:\/\/[^/]+\//, '')}/standings.json`;
    cloud.resetStats();
    let answered = 0;
    // Fifty at once. Every body is read: one that is not holds its connection, and the cloud could not close.
    const viewers = Array.from({ length: 50 }, async (_, lane) => {
      for (let viewer = lane; viewer < 1_000; viewer += 50) {
        const response = await fetch(`${url}?t=${viewer}`);
        const { v } = (await response.json()) as BoardStandings;
        if (response.ok && v === 1) answered += 1;
      }
    });
    await Promise.all(viewers);
    expect(answered).toBe(1_000);
    expect(cloud.stats().calls).toEqual({});
  });
});
