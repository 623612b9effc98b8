import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connect, insertAll } from '../../../../scripts/connect';
import { eventually } from '../../../support/eventually';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { programPages } from '../../../support/program-pages';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

const minute = 60_000;
const day = 24 * 60 * minute;
let cloud: TestCloud;
let owner: OrganiserClient;
beforeAll(async () => {
  cloud = await startTestCloud({ wechat: { pages: programPages }, instancesPerFunction: 1 });
  owner = new OrganiserClient(cloud.url, 'oOwner');
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

async function published(): Promise<string> {
  const pollId = await readyPoll(owner);
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  return pollId;
}

/**
 * A published poll whose board has its code. The scheduler draws that one, whom publishing calls without waiting: on a busy machine the
 * function stands still before its call has left, and only the timer is sure to come.
 */
async function onTheBoard(): Promise<string> {
  const pollId = await published();
  await eventually(async () => {
    await cloud.fireTimer('scheduler');
    expect(await scenesOf(pollId)).toContain(`${pollId}..board`);
  });
  return pollId;
}

async function scenesOf(pollId: string): Promise<string[]> {
  return (await readAll<{ _id: string; scene: string }>(cloud.url, 'codes', { pollId })).map(({ scene }) => scene);
}

async function printedScenesOf(pollId: string): Promise<string[]> {
  return (await scenesOf(pollId)).filter((scene) => scene.endsWith('.print'));
}

function stored(file: string): Promise<Buffer> {
  return readFile(path.join(cloud.dataDir, 'storage', file.replace(/^cloud:\/\/[^/]+\//, '')));
}

let serial = 0;
async function channelOf(pollId: string, name: string): Promise<string> {
  const requestId = `channel-${(serial += 1).toString().padStart(4, '0')}`;
  return (await owner.get('channel.add', { pollId, requestId, name })).channel.id;
}

describe('channels', () => {
  it('are named by the team, beside those that every poll has', async () => {
    const pollId = await owner.create();
    const id = await channelOf(pollId, '社区大厅海报');
    const { channels } = await owner.get('channel.list', { pollId });
    expect(channels[0]).toEqual({ id, name: '社区大厅海报', isBuiltIn: false, isRemoved: false });
    expect(channels.filter(({ isBuiltIn }) => isBuiltIn).map(({ id: each }) => each)).toEqual(
      expect.arrayContaining(['card', 'timeline', 'poster', 'print', 'board', 'sms', 'web']),
    );
  });

  it('are made once however often the request is repeated, also at once', async () => {
    const pollId = await owner.create();
    const ask = { pollId, requestId: 'request-0001', name: '公众号' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => owner.get('channel.add', ask)));
    expect(new Set(answers.map(({ channel }) => channel.id)).size).toBe(1);
    expect(await readAll(cloud.url, 'channels', { pollId })).toHaveLength(1);
  });

  it('are counted under their names, by visit and by ballot; what links make up is one channel', async () => {
    const pollId = await published();
    const hall = await channelOf(pollId, '大厅海报');
    cloud.setClock(2 * minute);
    const ways = [hall, hall, 'card', 'made-up', 'invented', undefined];
    for (const [index, channel] of ways.entries()) {
      const voter = new VoterClient(cloud.url, `oVoter${index}`);
      const way = channel === undefined ? {} : { channel };
      const { candidates } = await voter.get('poll.get', { pollId, ...way });
      expect(await voter.cast(pollId, [candidates[0]?.id ?? ''], way)).toMatchObject({ ok: true });
    }
    await owner.get('channel.rename', { pollId, channelId: hall, name: '政务大厅海报' });
    cloud.setClock(3 * minute);
    await new VoterClient(cloud.url, 'oPasserBy').get('poll.get', { pollId });
    // Six are released at the first full hour that is a whole hour behind the opening.
    cloud.setClock(3 * 60 * minute);
    for (let firing = 0; firing < 3; firing++) await cloud.fireTimer('scheduler');
    const { ballots, visits } = await owner.get('dashboard.get', { pollId });
    const expected = [
      { channel: hall, name: '政务大厅海报', count: 2 },
      { channel: 'other', name: '其他来源', count: 2 },
      { channel: 'card', name: '群聊卡片', count: 1 },
    ];
    expect(ballots.byChannel).toEqual(expect.arrayContaining([...expected, { channel: '', name: '未标明', count: 1 }]));
    expect(visits.byChannel).toEqual(expect.arrayContaining([...expected, { channel: '', name: '未标明', count: 2 }]));
  });

  it('that were removed make no links or codes any more, and keep their name for what comes by them', async () => {
    const pollId = await published();
    const id = await channelOf(pollId, '旧海报');
    await owner.get('channel.remove', { pollId, channelId: id });
    const { channels } = await owner.get('channel.list', { pollId });
    expect(channels[0]).toMatchObject({ id, name: '旧海报', isRemoved: true });
    const refused = { ok: false, error: { code: 'CHANNEL_NOT_FOUND' } };
    expect(await owner.ask('link.get', { pollId, channel: id })).toMatchObject(refused);
    expect(await owner.ask('codes.export', { pollId, channel: id })).toMatchObject(refused);
    expect(await owner.participate('code.get', { pollId, channel: id })).toMatchObject(refused);
    expect(await owner.ask('channel.rename', { pollId, channelId: id, name: '新' })).toMatchObject(refused);
    expect(await owner.ask('channel.remove', { pollId, channelId: id })).toMatchObject(refused);
    expect(await owner.ask('channel.remove', { pollId, channelId: 'card' })).toMatchObject(refused);
  });

  it('have names that WeChat passes, one line, at most twenty characters, and thirty of them', async () => {
    const pollId = await owner.create();
    const add = (name: string): Promise<unknown> =>
      owner.ask('channel.add', { pollId, requestId: 'request-0001', name });
    expect(await add('代开发票')).toMatchObject({ error: { code: 'CONTENT_REFUSED', details: { field: 'name' } } });
    for (const name of ['', '两\n行', '长'.repeat(21)]) {
      expect(await add(name)).toMatchObject({ error: { code: 'INVALID_INPUT', details: { field: 'name' } } });
    }
    expect(await readAll(cloud.url, 'channels', { pollId })).toEqual([]);
    for (let made = 0; made < 30; made++) await channelOf(pollId, `第${made}个`);
    expect(await add('多一个')).toMatchObject({
      error: { code: 'LIMIT_REACHED', details: { what: 'channels', most: 30 } },
    });
  });
});

describe('a link', () => {
  it('opens the poll with its channel, lies in a static file, and is the same until it grows old', async () => {
    const pollId = await published();
    const channel = await channelOf(pollId, '短信通知');
    const link = await owner.get('link.get', { pollId, channel });
    expect(cloud.openLink(link.url)).toMatchObject({
      path: 'packages/voter/poll/poll',
      query: `id=${pollId}&channel=${channel}`,
    });
    expect(JSON.parse((await stored(link.file)).toString())).toEqual({
      v: 1,
      url: link.url,
      expiresAt: link.expiresAt,
    });
    cloud.resetStats();
    expect(await owner.get('link.get', { pollId, channel })).toEqual(link);
    expect(cloud.stats().calls).not.toHaveProperty('openapi.urllink.generate');
    cloud.setClock(11 * day);
    const fresh = await owner.get('link.get', { pollId, channel });
    expect(fresh.url).not.toBe(link.url);
    expect(fresh.file).toBe(link.file);
    expect(fresh.expiresAt).toBeGreaterThan(link.expiresAt + 10 * day);
  });

  it('is of a published poll and one of its channels, or is not made', async () => {
    const draft = await owner.create();
    expect(await owner.ask('link.get', { pollId: draft })).toMatchObject({ error: { code: 'NOT_PUBLISHED' } });
    expect(await owner.ask('codes.export', { pollId: draft })).toMatchObject({ error: { code: 'NOT_PUBLISHED' } });
    const pollId = await published();
    expect(await owner.ask('link.get', { pollId, channel: 'made-up' })).toMatchObject({
      error: { code: 'CHANNEL_NOT_FOUND', details: { field: 'channel' } },
    });
    const mend = cloud.refuseOpenApi('urllink.generate', 44990);
    expect(await owner.ask('link.get', { pollId })).toMatchObject({
      error: { code: 'WECHAT_UNAVAILABLE', details: { errcode: 44990 } },
    });
    mend();
    expect(await readAll(cloud.url, 'links', { pollId })).toEqual([]);
  });
});

describe('the codes of all candidates', () => {
  it('come as a PDF, and those that are drawn are not drawn again', async () => {
    const pollId = await onTheBoard();
    cloud.resetStats();
    const first = await owner.get('codes.export', { pollId });
    expect(cloud.stats().calls).toMatchObject({ 'openapi.wxacode.getUnlimited': 3 });
    const name = expect.stringMatching(/^二维码-我们的评选-[-\d]{10}\.pdf$/);
    expect(first).toMatchObject({ pages: 1, codes: 3, parts: 1, name });
    const pdf = await stored(first.file);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf).toHaveLength(first.bytes);
    expect((await fetch(first.url)).status).toBe(200);
    const { candidates } = await owner.get('candidate.list', { pollId });
    expect((await printedScenesOf(pollId)).sort()).toEqual(
      [`${pollId}..print`, ...candidates.map(({ id }) => `${pollId}.${id}.print`)].sort(),
    );
    cloud.resetStats();
    await owner.get('codes.export', { pollId });
    expect(cloud.stats().calls).not.toHaveProperty('openapi.wxacode.getUnlimited');
  });

  it('write rare characters, and refuse by name those that no typeface here has, in place of printing a box', async () => {
    const pollId = await published();
    await nameFirst(pollId, '李㙟与王䶮');
    const made = await owner.get('codes.export', { pollId });
    // The part of the typeface that is seldom needed lies in the PDF as a font of its own.
    expect((await stored(made.file)).toString('latin1').match(/\/FontFile3/g)).toHaveLength(2);
    await nameFirst(pollId, '𠮷野家的店😀');
    expect(await owner.ask('codes.export', { pollId })).toMatchObject({
      error: { code: 'CHARACTERS_NOT_DRAWN', details: { characters: ['𠮷', '😀'], names: ['𠮷野家的店😀'] } },
    });
  });

  it('go on where WeChat broke off', async () => {
    const pollId = await published();
    const mend = cloud.refuseOpenApi('wxacode.getUnlimited', 45009);
    expect(await owner.ask('codes.export', { pollId })).toMatchObject({ error: { code: 'WECHAT_UNAVAILABLE' } });
    mend();
    expect(await owner.get('codes.export', { pollId })).toMatchObject({ pages: 1 });
  });

  it('of three hundred candidates come in parts of six pages, and no code is missing or printed twice', async () => {
    const pollId = await published();
    await addMore(pollId, 300);
    await withdraw(pollId, 80);
    let codes = 0;
    for (let part = 0; part < 5; part++) {
      const made = await owner.get('codes.export', { pollId, part });
      codes += made.codes;
      expect(made).toMatchObject({ parts: 5, name: expect.stringMatching(new RegExp(`-${part + 1}\\.pdf$`)) });
      expect(made.pages).toBe(Math.ceil(made.codes / 12));
    }
    // The poll's own, and the candidates but one.
    expect(codes).toBe(300);
    expect(await printedScenesOf(pollId)).toHaveLength(300);
    expect(await owner.get('codes.export', { pollId, part: 5 })).toMatchObject({ codes: 0, parts: 5 });
    expect(await owner.ask('codes.export', { pollId, part: -1 })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });
});

/** Adds candidates to a published poll behind its two, up to so many. */
async function addMore(pollId: string, upTo: number): Promise<void> {
  const [{ _id: _, ...pattern } = { _id: '' }] = await readAll<{ _id: string }>(cloud.url, 'candidates', { pollId });
  const numbers = Array.from({ length: upTo - 2 }, (__, index) => index + 3);
  const more = numbers.map((number) => ({ ...pattern, _id: `${pollId}:c${number}`, number, name: `第${number}项` }));
  await insertAll(connect(cloud.url), 'candidates', more);
}

/** As if the first candidate had been called so all along. */
async function nameFirst(pollId: string, name: string): Promise<void> {
  const { candidates } = await owner.get('candidate.list', { pollId });
  const id = `${pollId}:${candidates[0]?.id ?? ''}`;
  await connect(cloud.url).database().collection('candidates').doc(id).update({ name });
}

async function withdraw(pollId: string, number: number): Promise<void> {
  const standing = { state: 'withdrawn', reason: '主动退出', at: 0 };
  await connect(cloud.url).database().collection('candidates').doc(`${pollId}:c${number}`).update({ standing });
}

it('a juror and an observer neither print nor send', async () => {
  const pollId = await published();
  const observer = await owner.invite(pollId, 'oObserver', 'observer');
  expect(await observer.ask('codes.export', { pollId })).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED' } });
  expect(await observer.ask('link.get', { pollId })).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED' } });
  expect(await observer.get('channel.list', { pollId })).toBeDefined();
});
