import { readFile } from 'node:fs/promises';
import jsQr from 'jsqr';
import path from 'node:path';
import { PNG } from 'pngjs';
import { decodeScene } from '../../../cloudfunctions/shared/universal/scene';
import { connect } from '../../../scripts/connect';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { OrganiserClient } from '../../support/organiser-client';
import { programPages } from '../../support/program-pages';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';

let cloud: TestCloud;
let anyone: OrganiserClient;
beforeAll(async () => {
  cloud = await startTestCloud({ wechat: { pages: programPages } });
  anyone = new OrganiserClient(cloud.url, 'oAnyone');
});
afterAll(() => cloud.close());

/** What a reader that knows nothing of us finds in a stored code. */
async function readCode(file: string): Promise<{ page: string; scene: string }> {
  const picture = PNG.sync.read(
    await readFile(path.join(cloud.dataDir, 'storage', file.replace(/^cloud:\/\/[^/]+\//, ''))),
  );
  const text = jsQr(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data ?? '';
  const [page = '', query = ''] = text.split('?');
  return { page, scene: new URLSearchParams(query).get('scene') ?? '' };
}

async function callsDuring(run: () => Promise<unknown>): Promise<Record<string, number>> {
  cloud.resetStats();
  await run();
  return cloud.stats().calls;
}

describe('a code', () => {
  it('leads to its poll or candidate and says where it hangs, to a reader that is not ours', async () => {
    const pollId = await publishPoll(cloud.url);
    const poll = await readCode((await anyone.take('code.get', { pollId, channel: 'poster' })).file);
    expect(poll.page).toBe('packages/voter/poll/poll');
    expect(decodeScene(poll.scene)).toEqual({ pollId, channel: 'poster' });
    const candidate = await readCode((await anyone.take('code.get', { pollId, candidateId: 'c2' })).file);
    expect(candidate.page).toBe('packages/voter/candidate/candidate');
    expect(decodeScene(candidate.scene)).toEqual({ pollId, candidateId: 'c2' });
  });

  it('is drawn once: asking again costs two reads and nothing of WeChat', async () => {
    const pollId = await publishPoll(cloud.url);
    const ask = { pollId, candidateId: 'c1', channel: 'poster' };
    const first = await callsDuring(() => anyone.take('code.get', ask));
    expect(first).toMatchObject({ 'openapi.wxacode.getUnlimited': 1, 'database.insertDocument': 1 });
    expect(await callsDuring(() => anyone.take('code.get', ask))).toEqual({ 'database.getDocument': 2 });
  });

  it('is one file, however many ask for it at once', async () => {
    const pollId = await publishPoll(cloud.url);
    const answers = await Promise.all(Array.from({ length: 12 }, () => anyone.take('code.get', { pollId })));
    expect(new Set(answers.map(({ file }) => file)).size).toBe(1);
    expect(await readAll(cloud.url, 'codes', { pollId })).toHaveLength(1);
  });

  it.each<[object, string, string | undefined]>([
    [{ pollId: 'nowhere' }, 'POLL_NOT_FOUND', 'pollId'],
    [{ pollId: '../../x' }, 'POLL_NOT_FOUND', 'pollId'],
    [{ candidateId: 'c9' }, 'CANDIDATE_NOT_FOUND', 'candidateId'],
    [{ candidateId: 'c1/../c2' }, 'INVALID_INPUT', 'candidateId'],
    [{ candidateId: 'c'.repeat(30) }, 'INVALID_INPUT', 'candidateId'],
    [{ channel: 'made-up' }, 'CHANNEL_NOT_FOUND', 'channel'],
    [{ channel: 'Poster' }, 'INVALID_INPUT', 'channel'],
    [{ channel: 'x'.repeat(17) }, 'INVALID_INPUT', 'channel'],
    [{ width: 1280 }, 'INVALID_INPUT', 'width'],
  ])('is refused for %j with %s, and WeChat is asked nothing', async (change, code, field) => {
    const pollId = await publishPoll(cloud.url);
    const calls = await callsDuring(async () => {
      const reply = await anyone.participate('code.get', { pollId, ...change });
      expect(reply).toMatchObject({ ok: false, error: { code, details: { field } } });
    });
    expect(calls).not.toHaveProperty('openapi.wxacode.getUnlimited');
    expect(await readAll(cloud.url, 'codes', { pollId })).toEqual([]);
  });

  it.each(['draft', 'withdrawn'] as const)('is not drawn for a poll that is %s', async (status) => {
    const pollId = await publishPoll(cloud.url, { status });
    expect(await anyone.participate('code.get', { pollId })).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
  });

  it('of a poll that was called off is not handed out any more', async () => {
    const pollId = await publishPoll(cloud.url);
    await anyone.take('code.get', { pollId });
    await connect(cloud.url).database().collection('polls').doc(pollId).update({ status: 'withdrawn' });
    expect(await anyone.participate('code.get', { pollId })).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
  });

  it('says that WeChat did not draw it, and is drawn the next time', async () => {
    const pollId = await publishPoll(cloud.url);
    const mend = cloud.refuseOpenApi('wxacode.getUnlimited', 45009);
    const reply = await anyone.participate('code.get', { pollId });
    expect(reply).toMatchObject({ error: { code: 'WECHAT_UNAVAILABLE', details: { errcode: 45009 } } });
    mend();
    expect(await anyone.participate('code.get', { pollId })).toMatchObject({ ok: true });
  });

  it('is not drawn by the function that voters call: it has no such permission, nor such a procedure', async () => {
    const reply = await cloud.invoke(
      'voter',
      { procedure: 'code.get', input: { pollId: 'p1' } },
      { openid: 'oAnyone' },
    );
    expect(reply).toMatchObject({ error: { code: 'UNKNOWN_PROCEDURE' } });
  });
});
