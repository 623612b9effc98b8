import jsQr from 'jsqr';
import { writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { nodeApp } from '../support/clients';
import { startTestCloud } from '../support/cloud';
import { buildProbes, temporaryFolder } from '../support/functions';

const hour = 3_600_000;
const apis = [
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'wxacode.getUnlimited',
  'urllink.generate',
  'subscribeMessage.send',
];
const li = { openid: 'oLi' };
const dataDir = temporaryFolder();
let cloud: LocalCloud;

beforeAll(async () => {
  const functionsDir = buildProbes([...apis, 'urlscheme.generate']);
  // A function that receives what WeChat pushes.
  mkdirSync(path.join(functionsDir, 'inbox'));
  writeFileSync(
    path.join(functionsDir, 'inbox/index.js'),
    'exports.main = async (e) => console.log(JSON.stringify(e));',
  );
  cloud = await startTestCloud({
    dataDir,
    functionsDir,
    log: (name, line) => pushed.push(`${name} ${line}`),
    wechat: { pages: ['pages/home/home', 'poll/poll'], messageRefusers: ['oNo'] },
  });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

const pushed: string[] = [];
const call = (name: string, data: object, caller: object = li): Promise<Record<string, unknown>> =>
  cloud.invoke('probe', { do: 'openapi', name, data }, caller) as Promise<Record<string, unknown>>;

describe('msgSecCheck', () => {
  const check = (content: string, more: object = {}): Promise<Record<string, unknown>> =>
    call('security.msgSecCheck', { content, version: 2, scene: 2, openid: 'oLi', ...more });

  test.each([
    ['你好', 'pass', 100],
    ['请加微信', 'review', 10001],
    ['代开发票', 'risky', 20008],
  ])('%s: %s', async (content, suggest, label) => {
    expect(await check(content)).toMatchObject({ errCode: 0, result: { suggest, label }, traceId: expect.any(String) });
  });

  test.each([
    [{ openid: 'oStranger' }, 61010],
    [{ openid: '' }, 40003],
    [{ scene: 9 }, 40129],
    [{ version: 1 }, 47001],
    [{ content: 'x'.repeat(2501) }, 47001],
  ])('refuses %j with %i', async (more, errCode) => {
    expect(await check('x', more)).toMatchObject({ errCode });
  });

  test('refuses who was last here three hours ago', async () => {
    await check('x');
    cloud.setClock(3 * hour);
    expect(await call('security.msgSecCheck', checkOf('oLi'), { openid: 'oOther' })).toMatchObject({ errCode: 61010 });
  });

  const checkOf = (openid: string): object => ({ content: 'x', version: 2, scene: 2, openid });
});

describe('mediaCheckAsync', () => {
  test.each([
    ['fine.png', { errcode: 0, result: { suggest: 'pass', label: 100 } }],
    ['risky.png', { errcode: 0, result: { suggest: 'risky' } }],
    ['missing.png', { errcode: -1008 }],
  ])('pushes what became of %s to the function inbox', async (name, verdict) => {
    if (name !== 'missing.png') {
      const cloudPath = `media/${name}`;
      await nodeApp(cloud.url).uploadFile({ cloudPath, fileContent: Buffer.from('x') });
    }
    const mediaUrl = `${cloud.url}/storage/media/${name}`;
    const answer = await call('security.mediaCheckAsync', {
      mediaUrl,
      mediaType: 2,
      version: 2,
      scene: 1,
      openid: 'oLi',
    });
    expect(answer).toMatchObject({ errCode: 0, traceId: expect.any(String) });
    const event = await pushedWith(String(answer['traceId']));
    expect(event).toMatchObject({ Event: 'wxa_media_check', FromUserName: 'oLi', version: 2, ...verdict });
  });

  test('judges every picture as it was told to, until that ends', async () => {
    await nodeApp(cloud.url).uploadFile({ cloudPath: 'media/plain.png', fileContent: Buffer.from('x') });
    const suggested = async (): Promise<unknown> => {
      const mediaUrl = `${cloud.url}/storage/media/plain.png`;
      const asked = { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'oLi' };
      const { traceId } = await call('security.mediaCheckAsync', asked);
      return pushedWith(String(traceId));
    };
    const end = cloud.judgePictures('review');
    expect(await suggested()).toMatchObject({ result: { suggest: 'review', label: 21000 } });
    end();
    expect(await suggested()).toMatchObject({ result: { suggest: 'pass', label: 100 } });
  });

  async function pushedWith(traceId: string): Promise<unknown> {
    for (;;) {
      const line = pushed.find((text) => text.startsWith('inbox ') && text.includes(traceId));
      if (line !== undefined) return JSON.parse(line.slice('inbox '.length));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});

describe('getUnlimited', () => {
  test('draws a code that a reader can read, as wide as it should be', async () => {
    const answer = await call('wxacode.getUnlimited', { scene: 'p=a1&c=wall', page: 'poll/poll', width: 300 });
    expect(answer).toMatchObject({ contentType: 'image/png', errCode: 0 });
    const picture = PNG.sync.read(Buffer.from(String(answer['buffer']), 'base64'));
    expect(Math.abs(picture.width - 300)).toBeLessThanOrEqual(30);
    const code = jsQr(new Uint8ClampedArray(picture.data), picture.width, picture.height);
    expect(code?.data).toBe('poll/poll?scene=p%3Da1%26c%3Dwall');
  });

  test.each([
    [{ scene: 'x'.repeat(33) }, 40169],
    [{ scene: '' }, 40169],
    [{ scene: '100%' }, 40129],
    [{ page: '/poll/poll' }, 41030],
    [{ page: 'poll/poll?a=1' }, 41030],
    [{ page: 'nowhere' }, 41030],
    [{ width: 200 }, 40097],
    [{ envVersion: 'beta' }, 40097],
  ])('refuses %j with %i', async (more, errCode) => {
    expect(await call('wxacode.getUnlimited', { scene: 'a', page: 'poll/poll', ...more })).toMatchObject({ errCode });
  });

  test('draws for a page that is not published yet when told not to check', async () => {
    const more = { scene: 'a', page: 'nowhere', checkPath: false };
    expect(await call('wxacode.getUnlimited', more)).toMatchObject({ errCode: 0 });
  });
});

describe('subscribeMessage.send', () => {
  const message = { touser: 'oLi', templateId: 't1', page: 'poll/poll?id=1', data: { thing1: { value: '投票开始' } } };

  test('keeps the message in an outbox that one can read, and that outlives the cloud', async () => {
    expect(await call('subscribeMessage.send', message)).toMatchObject({ errCode: 0 });
    const sent = {
      touser: 'oLi',
      templateId: 't1',
      page: 'poll/poll?id=1',
      data: { thing1: '投票开始' },
      sentAt: expect.any(Number),
      miniprogramState: 'formal',
    };
    expect(await (await fetch(`${cloud.url}/outbox`)).json()).toEqual([sent]);
    expect(cloud.outbox()).toEqual([sent]);
  });

  test.each([
    [{ touser: '' }, 40003],
    [{ touser: 'oNo' }, 43101],
    [{ templateId: '' }, 40037],
    [{ page: '/poll/poll' }, 41030],
    [{ data: { thing1: { value: 'x'.repeat(21) } } }, 47003],
    [{ data: { number1: { value: 'many' } } }, 47003],
    [{ data: { nonsense1: { value: 'x' } } }, 47003],
  ])('refuses %j with %i and keeps nothing', async (more, errCode) => {
    const before = cloud.outbox().length;
    expect(await call('subscribeMessage.send', { ...message, ...more })).toMatchObject({ errCode });
    expect(cloud.outbox()).toHaveLength(before);
  });
});

describe('urllink.generate', () => {
  const wanted = { path: 'poll/poll', query: 'id=p1&channel=sms' };
  const inDays = (days: number): number => Math.floor(Date.now() / 1000 + days * 86_400);

  test('gives a link that leads to the page with its query until it is over', async () => {
    const answer = await call('urllink.generate', { ...wanted, expireType: 0, expireTime: inDays(2) });
    expect(answer).toMatchObject({ errCode: 0, urlLink: expect.stringMatching(/^https:\/\/wxaurl\.cn\//) });
    expect(cloud.openLink(String(answer['urlLink']))).toMatchObject(wanted);
    cloud.setClock(49 * hour);
    expect(cloud.openLink(String(answer['urlLink']))).toBeUndefined();
    expect(cloud.openLink('https://wxaurl.cn/made-up')).toBeUndefined();
  });

  test('gives another link each time, for thirty days unless told', async () => {
    const [one, other] = await Promise.all([call('urllink.generate', wanted), call('urllink.generate', wanted)]);
    expect(one['urlLink']).not.toBe(other['urlLink']);
    cloud.setClock(29 * 24 * hour);
    expect(cloud.openLink(String(one['urlLink']))).toBeDefined();
    cloud.setClock(31 * 24 * hour);
    expect(cloud.openLink(String(one['urlLink']))).toBeUndefined();
  });

  test.each([
    [{ path: '/poll/poll' }, 40165],
    [{ path: 'poll/poll?id=p1' }, 40165],
    [{ path: 'nowhere' }, 40165],
    [{ query: '标题' }, 40212],
    [{ envVersion: 'beta' }, 85402],
    [{ expireTime: inDays(31) }, 85401],
    [{ expireTime: inDays(-1) }, 85401],
    [{ expireType: 1, expireInterval: 31 }, 85401],
    [{ expireType: 2 }, 85401],
  ])('refuses %j with %i', async (more, errCode) => {
    expect(await call('urllink.generate', { ...wanted, ...more })).toMatchObject({ errCode });
  });

  test('refuses a query longer than 1024 characters', async () => {
    const query = 'x'.repeat(1025);
    expect(await call('urllink.generate', { ...wanted, query })).toMatchObject({ errCode: 40212 });
  });
});

describe('the gateway', () => {
  test('refuses a function whose config.json does not name the open API', async () => {
    for (const name of ['subscribeMessage.send', 'urllink.generate']) {
      const event = { do: 'openapi', name, data: {} };
      expect(await cloud.invoke('brief', event, li)).toMatchObject({ errCode: -604101 });
    }
  });

  test('refuses by name what the local cloud does not offer', async () => {
    expect(await call('urlscheme.generate', {})).toMatchObject({
      errCode: -604100,
      errMsg: expect.stringContaining('urlscheme.generate is not offered'),
    });
  });

  test('counts each call under the name of the open API', async () => {
    cloud.resetStats();
    await call('subscribeMessage.send', {});
    expect(cloud.stats().byFunction['probe']).toEqual({ 'openapi.subscribeMessage.send': 1 });
  });
});

describe('getOpenData', () => {
  const resolve = (list: string[], caller: object = li): Promise<unknown> =>
    cloud.invoke('probe', { do: 'open-data', list }, caller);

  test('gives the data to the person whom they belong to, and to nobody else', async () => {
    const cloudID = cloud.issueCloudId('oLi', { openGId: 'g1' });
    const watermark = { appid: 'wxlocal0000000000', timestamp: expect.any(Number) };
    expect(await resolve([cloudID])).toMatchObject({ list: [{ cloudID, data: { openGId: 'g1', watermark } }] });
    expect(await resolve([cloudID], { openid: 'oWang' })).toMatchObject({ list: [{ cloudID, errCode: -601007 }] });
    expect(await resolve([cloudID], {})).toMatchObject({ list: [{ cloudID, errCode: -601007 }] });
  });

  test('refuses one that is made up, and one of six minutes ago', async () => {
    const cloudID = cloud.issueCloudId('oLi', {});
    expect(await resolve(['43_made-up'])).toMatchObject({ list: [{ errCode: -601005 }] });
    cloud.setClock(6 * 60_000);
    expect(await resolve([cloudID])).toMatchObject({ list: [{ cloudID, errCode: -601006 }] });
  });

  test('a page gets its cloudID at a door', async () => {
    const post = (body: object): Promise<Response> =>
      fetch(`${cloud.url}/cloudids`, { method: 'POST', body: JSON.stringify(body) });
    const { cloudID } = (await (await post({ openid: 'oLi', data: { a: 1 } })).json()) as { cloudID: string };
    expect(await resolve([cloudID])).toMatchObject({ list: [{ data: { a: 1 } }] });
    expect((await post({ openid: 'oLi' })).status).toBe(400);
  });
});
