import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import jsQr from 'jsqr';
import { PNG } from 'pngjs';
import { decodeScene } from '../../cloudfunctions/shared/universal/scene';
import { openGroupIdOf } from '../../scripts/preview/identities';
import { gongping } from '../../scripts/start/program';
import { publishPoll } from '../../scripts/trial/publish-poll';
import { downloaded } from '../support/downloaded';
import { eventually } from '../support/eventually';
import { readyPoll } from '../support/organiser-client';
import { layoutComplaints } from './support/layout';
import { organiserPage } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { candidateCount, castIt, choose, pollPage, receivedCode, review } from './support/voting';

const product = useProduct();
const minute = 60_000;
/** The product's morning, see `Product`. */
const morning = Date.parse('2026-11-23T10:30:00+08:00');

const candidatePage = (pollId: string, id: string): string =>
  `packages/voter/candidate/candidate?poll=${pollId}&id=${id}`;
const posterPage = (pollId: string, more = ''): string => `packages/poster/poster/poster?poll=${pollId}${more}`;

/** Sixty characters, the most that a title has. */
const longest =
  '幸福里社区二〇二六年度居民最满意的十件民生实事与便民服务项目暨最美邻里和睦家庭联合评选活动第一轮居民公开投票表决与结果公示通知';

async function posterShown(phone: Phone): Promise<void> {
  await phone.find('button', /^海报：/).waitFor();
  await phone.find('button', '保存到相册').waitFor();
}

/** Lets the phone save to its album, the first time it asks. */
async function allow(phone: Phone, answer: '允许' | '拒绝' = '允许'): Promise<void> {
  await phone.page.locator('.modal').getByText(answer, { exact: true }).tap();
}

/** What the album gets. */
async function savedFile(phone: Phone, tapIt: () => Promise<void>): Promise<Buffer> {
  const download = phone.page.waitForEvent('download');
  await tapIt();
  return downloaded(await download);
}

async function savedPoster(phone: Phone, tapIt: () => Promise<void>): Promise<PNG> {
  return PNG.sync.read(await savedFile(phone, tapIt));
}

/** The page that the code on a picture opens, as a reader that knows nothing of us finds it. */
function pageOfCode({ data, width, height }: PNG): string {
  const text = jsQr(new Uint8ClampedArray(data), width, height)?.data;
  if (text === undefined) throw new Error('there is no code on the picture');
  return text;
}

function sceneOf(page: string): ReturnType<typeof decodeScene> {
  return decodeScene(new URLSearchParams(page.split('?')[1]).get('scene') ?? '');
}

describe('a poster', () => {
  test('of a poll is made on its page and saved, and its code leads a neighbour to the poll, counted as a poster’s', async () => {
    const owner = product().organiserOf('周主任');
    const pollId = await readyPoll(owner, { title: '最美楼道' });
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    product().letPass(2 * minute);
    const phone = await product().phoneOf('小李');
    await phone.open(pollPage(pollId));
    await phone.find('link', '做海报').scrollIntoViewIfNeeded();
    await phone.picture('0-way-poll');
    await phone.tap('link', '做海报');
    await posterShown(phone);
    await phone.picture('1-poll');
    const picture = await savedPoster(phone, async () => {
      await phone.tap('button', '保存到相册');
      await allow(phone);
    });
    await phone.page.getByText('已保存到相册').waitFor();
    await phone.picture('2-saved');
    expect([picture.width, picture.height]).toEqual([1200, 2136]);
    const page = pageOfCode(picture);
    expect(sceneOf(page)).toEqual({ pollId, channel: 'poster' });

    const neighbour = await product().phoneOf('小王');
    await neighbour.open(page);
    await neighbour.find('heading', '最美楼道').waitFor();
    await choose(neighbour, 1);
    await review(neighbour);
    await castIt(neighbour);
    await receivedCode(neighbour);
    const team = await product().phoneOf('周主任');
    await eventually(async () => {
      // Counts are half a minute old at most. Visits are written with a later one's, by the instance that remembers them: on a
      // busy machine there are several.
      product().letPass(minute);
      await Promise.all(
        ['小孙', '小周', '小吴', '小郑'].map((who) => product().voterOf(who).get('poll.get', { pollId })),
      );
      await team.open(organiserPage('channels', pollId));
      await team.find('button', /^海报图片/).waitFor();
      await team.find('button', /^海报图片\s+打开约 [1-9] 次 · 计入 1 票/).waitFor({ timeout: 3000 });
    });
  });

  test('of a candidate leads to that candidate, and back from there is the poll', async () => {
    const phone = await product().phoneOf('小李');
    await phone.open(candidatePage('services', 'c01'));
    await phone.find('link', '做海报').scrollIntoViewIfNeeded();
    await phone.picture('0-way-candidate');
    await phone.tap('link', '做海报');
    await posterShown(phone);
    await phone.picture('3-candidate');
    const picture = await savedPoster(phone, async () => {
      await phone.tap('button', '保存到相册');
      await allow(phone);
    });
    const page = pageOfCode(picture);
    expect(sceneOf(page)).toEqual({ pollId: 'services', candidateId: 'c01', channel: 'poster' });
    const neighbour = await product().phoneOf('小王');
    await neighbour.open(page);
    await neighbour.tap('link', /看全部候选/);
    await neighbour.find('heading', candidateCount).waitFor();
  });

  test('that may not go into the album says why, and does once the settings allow it', async () => {
    const phone = await product().phoneOf('陈叔');
    await phone.open(posterPage('services'));
    await posterShown(phone);
    await phone.tap('button', '保存到相册');
    await allow(phone, '拒绝');
    await phone.sees('微信里没有允许公评保存到相册');
    await phone.picture('4-denied');
    const picture = await savedPoster(phone, async () => {
      await phone.tap('button', '去设置里允许');
      await phone.page.getByRole('checkbox', { name: /相册/ }).check();
      await phone.page.getByRole('dialog').getByText('完成').tap();
    });
    expect(sceneOf(pageOfCode(picture))).toEqual({ pollId: 'services', channel: 'poster' });
    expect(await phone.screen.getByText('微信里没有允许').count()).toBe(0);
  });

  test('whose code WeChat does not draw says so, and is made the next time', async () => {
    const pollId = await publishPoll(product().cloud.url, { title: '夏日纳凉点选址', now: morning });
    const mend = product().cloud.refuseOpenApi('wxacode.getUnlimited', 45009);
    const phone = await product().phoneOf('小李');
    await phone.open(posterPage(pollId));
    await phone.sees('二维码没有画出来');
    await phone.picture('5-no-code');
    mend();
    await phone.tap('button', '再试一次');
    await posterShown(phone);
  });

  test('of a group’s poll is not made: who scans it could not vote', async () => {
    const group = gongping.chats.find(({ id }) => id === 'building3');
    const chatGroups = group ? [openGroupIdOf(group)] : [];
    const pollId = await publishPoll(product().cloud.url, { title: '要不要装雨棚', chatGroups, now: morning });
    const phone = await product().phoneOf('小李');
    await phone.open(pollPage(pollId));
    await phone.find('heading', candidateCount).waitFor();
    expect(await phone.screen.getByRole('link', { name: '做海报' }).count()).toBe(0);
    await phone.open(posterPage(pollId));
    await phone.sees('群里的投票不做海报');
    await phone.picture('6-group');
  });

  test.each<[string, object]>([
    ['one', { candidates: 1 }],
    ['sixty', { candidates: 60, rules: { period: 'daily', ballotsPerPeriod: 10, choices: { min: 10, max: 20 } } }],
  ])('with a title of sixty characters, no picture and %s candidates still reads', async (name, shape) => {
    const pollId = await publishPoll(product().cloud.url, { title: longest, now: morning, ...shape });
    const phone = await product().phoneOf('小李');
    await phone.open(posterPage(pollId));
    await posterShown(phone);
    await keepPicture(phone, `poster-long-${name}`);
  });

  test.each([
    ['poll', ''],
    ['candidate', '&id=c01'],
  ])('of a %s looks as it was drawn', async (name, more) => {
    const phone = await product().phoneOf('小李');
    await phone.open(posterPage('services', more));
    await posterShown(phone);
    await keepPicture(phone, `poster-${name}`);
  });

  test.each([
    ['narrow', { width: 320, height: 568 }],
    ['wide', { width: 430, height: 932 }],
    ['large', { width: 320, scale: 1.5 }],
    ['dark', { theme: 'dark' as const }],
  ])('is shown on a %s phone', async (name, options) => {
    const phone = await product().phoneOf('王阿姨', options);
    await phone.open(posterPage('services'));
    await posterShown(phone);
    await phone.tap('button', '保存到相册');
    await allow(phone, '拒绝');
    await phone.sees('微信里没有允许公评保存到相册');
    await phone.picture(`7-${name}`);
    expect(await layoutComplaints(phone)).toEqual([]);
  });
});

/** A published poll of 周主任's with so many candidates. */
async function largePoll(candidates: number): Promise<string> {
  const owner = product().organiserOf('周主任');
  const pollId = await readyPoll(owner, { title: '十佳为民服务实事' });
  for (let made = 2; made < candidates; made += 1) await owner.add(pollId, `便民服务项目${made + 1}`);
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  return pollId;
}

describe('an organiser', () => {
  test('prints the codes of all candidates in parts, opens a file and sends it on', async () => {
    const pollId = await largePoll(80);
    const phone = await product().phoneOf('周主任');
    await phone.open(organiserPage('manage', pollId));
    await phone.tap('link', /海报和打印/);
    await phone.sees('评选和 80 项候选的二维码');
    await phone.picture('9-codes');
    expect(await layoutComplaints(phone)).toEqual([]);
    await phone.tap('button', '做成 PDF');
    await phone.find('button', '打开，第 2 份').waitFor();
    await phone.find('button', '重新做').waitFor();
    await phone.sees('72 个二维码 · 6 页');
    await phone.picture('10-printed');
    const file = await savedFile(phone, async () => {
      await phone.tap('button', '打开，第 2 份');
      await phone.page.getByRole('dialog').getByText('下载', { exact: true }).tap();
    });
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    await phone.tap('button', '发给同事，第 1 份');
    await phone.page.getByRole('dialog').getByText('街道办公室').tap();
    await phone.page.getByText('文件已发送到“街道办公室”').waitFor();
  });

  test('goes on printing where WeChat broke off', async () => {
    const pollId = await largePoll(3);
    const mend = product().cloud.refuseOpenApi('wxacode.getUnlimited', 45009);
    const phone = await product().phoneOf('周主任');
    await phone.open(organiserPage('codes', pollId));
    await phone.tap('button', '做成 PDF');
    await phone.sees('微信暂时没有回应');
    await phone.picture('11-broken');
    mend();
    await phone.tap('button', '接着做');
    await phone.find('button', '打开，全部二维码').waitFor();
    await phone.sees('4 个二维码 · 1 页');
  });

  test('makes a poster for a channel of the team’s own', async () => {
    const owner = product().organiserOf('周主任');
    const pollId = await largePoll(2);
    const { channel } = await owner.get('channel.add', { pollId, requestId: 'poster-channel-0001', name: '大厅海报' });
    const phone = await product().phoneOf('周主任', { width: 320, scale: 1.5 });
    await phone.open(organiserPage('codes', pollId));
    await phone.sees('按用途分别计');
    await phone.picture('12-codes-large');
    expect(await layoutComplaints(phone)).toEqual([]);
    await phone.open(organiserPage('channels', pollId));
    await phone.tap('button', /大厅海报/);
    await phone.page.getByRole('dialog').getByText('做海报').tap();
    await posterShown(phone);
    await phone.sees('从这张海报来的，计在“大厅海报”下');
    await phone.picture('13-channel');
    const picture = await savedPoster(phone, async () => {
      await phone.tap('button', '保存到相册');
      await allow(phone);
    });
    expect(sceneOf(pageOfCode(picture))).toEqual({ pollId, channel: channel.id });
  });
});

test.each(['nothing-of-ours', '%3F%3F', 'services.c99.poster'])(
  'a code that says %s leads to a page that says so',
  async (scene) => {
    const phone = await product().phoneOf('小李');
    await phone.open(
      `${scene.includes('c99') ? 'packages/voter/candidate/candidate' : 'packages/voter/poll/poll'}?scene=${scene}`,
    );
    await phone.sees(/没有找到|候选不在了/);
    await phone.find('button', '去看评选').waitFor();
    await phone.picture(`8-${scene.replace(/\W/g, '')}`);
  },
);

/** Keeps the poster itself beside the screenshots. */
async function keepPicture(phone: Phone, name: string): Promise<void> {
  const file = await savedFile(phone, async () => {
    await phone.tap('button', '保存到相册');
    await allow(phone);
  });
  expect(pageOfCode(PNG.sync.read(file))).toContain('scene=');
  const folder = path.resolve(__dirname, '../../screenshots/spread-posters');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.png`), file);
}
