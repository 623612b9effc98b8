import { addWaitingBallots } from '../../scripts/trial/waiting-ballots';
import { publishPoll, type PollShape } from '../../scripts/trial/publish-poll';
import { eventually } from '../support/eventually';
import { cardIn, shareToTimeline } from './support/cards';
import { layoutComplaints } from './support/layout';
import type { Phone, PhoneOptions } from './support/phone';
import { useProduct } from './support/product';
import { candidateCount, pollPage } from './support/voting';

const product = useProduct();
/** The product's morning, see `Product`. */
const morning = Date.parse('2026-11-23T10:30:00+08:00');

/** WeChat's number for one page alone, opened from the timeline. */
const singlePage = 1154;

const candidatePage = (pollId: string, candidateId: string): string =>
  `packages/voter/candidate/candidate?poll=${pollId}&id=${candidateId}&channel=timeline`;

/** What page code tried that takes a login, by phone. */
const attempts = new Map<Phone, string[]>();

/** Opens a page as the timeline does, on a phone that nobody has logged in on: functions and cloud files are refused. */
async function openInTimeline(page: string, options: PhoneOptions = {}): Promise<Phone> {
  const phone = await product().phoneOf('小王', options);
  const tried: string[] = [];
  attempts.set(phone, tried);
  await phone.page.route(/\/(functions|cloud-file|client-files|group-enter)\b/, async (route) => {
    tried.push(new URL(route.request().url()).pathname);
    await route.abort('accessdenied');
  });
  await phone.openCard(page, { scene: singlePage });
  return phone;
}

/** The page has neither called a function nor asked for a login or anything else that is closed to it. */
async function expectNoLogin(phone: Phone): Promise<void> {
  const closed = await phone.page.evaluate(
    () => (globalThis as unknown as { __preview: { calledInVain: string[] } }).__preview.calledInVain,
  );
  expect([...(attempts.get(phone) ?? ['the phone is not in the timeline']), ...closed]).toEqual([]);
}

/** Publishes a poll, and waits until its public files say so many ballots. */
async function publicPoll(shape: PollShape, ballots = 0): Promise<string> {
  const { url } = product().cloud;
  const pollId = await publishPoll(url, { now: morning, ...shape });
  if (ballots > 0) await addWaitingBallots(url, pollId, ballots);
  // The scheduler's plan is ten minutes old at most.
  product().letPass(11 * 60_000);
  await product().cloud.fireTimer('scheduler');
  await untilPublic(pollId, ballots);
  return pollId;
}

async function untilPublic(pollId: string, ballots = 0): Promise<void> {
  await eventually(async () => {
    const [poll, standings] = await Promise.all(
      ['poll.json', 'standings.json'].map((name) => fetch(`${product().cloud.url}/storage/logs/${pollId}/${name}`)),
    );
    // The scheduler wrote it.
    const told = standings?.ok === true ? ((await standings.json()) as { ballots: number }).ballots : -1;
    if (poll?.ok !== true || told < ballots) throw new Error(`the files of ${pollId} tell of ${told} ballots`);
  });
}

const lines = (phone: Phone) => phone.screen.getByRole('link', { name: /^第 \d+ 名/ });

test('a poll shared to the timeline is read there without login, and leads into the mini-program', async () => {
  await untilPublic('services');
  const sharer = await product().phoneOf('小李', { isFramed: true });
  await sharer.open(pollPage('services'));
  await sharer.find('heading', candidateCount).waitFor();
  await shareToTimeline(sharer);
  const { path, title } = await cardIn(sharer);
  expect({ path, title }).toEqual({
    path: `${pollPage('services')}&channel=timeline`,
    title: '2026年度十佳为民服务实事，请您评',
  });

  const reader = await openInTimeline(path);
  await reader.sees('云川市人民政府办公室 主办');
  await reader.sees('朋友圈里只能看到这一页');
  await lines(reader).first().waitFor();
  await reader.sees('前 10 名将入选');
  await reader.picture('1-poll');
  await reader.scrollTo(lines(reader).first());
  await reader.picture('2-ranking');
  await lines(reader).first().tap();
  await reader.page.getByText('请点下方的“前往小程序”', { exact: true }).waitFor();
  await reader.picture('3-onward');
  await expectNoLogin(reader);

  await reader.page.unrouteAll();
  await reader.page.getByText('前往小程序', { exact: true }).last().tap();
  await reader.find('checkbox', /./).waitFor();
});

test('a candidate shared to the timeline is read there without login, with its place', async () => {
  await untilPublic('services');
  const sharer = await product().phoneOf('小李', { isFramed: true });
  await sharer.open('packages/voter/candidate/candidate?poll=services&id=c01');
  await sharer.find('link', /看全部候选/).waitFor();
  await shareToTimeline(sharer);
  const { path } = await cardIn(sharer);
  expect(path).toBe(candidatePage('services', 'c01'));

  const reader = await openInTimeline(path);
  await reader.sees('占全部选票');
  await reader.sees(/^票数截至/);
  await reader.picture('4-candidate');
  await expectNoLogin(reader);
  await reader.page.unrouteAll();
  await reader.page.getByText('前往小程序', { exact: true }).last().tap();
  await reader.find('link', /看全部候选/).waitFor();
});

test('counts that wait for the close are not told in the timeline', async () => {
  const pollId = await publicPoll({ title: '夏日纳凉点选址', countPolicy: { kind: 'afterClose' }, seats: 2 }, 30);
  const reader = await openInTimeline(pollPage(pollId));
  await reader.sees('票数还没有公布');
  await reader.sees('已计入 30 张选票');
  await reader.sees('Candidate 3');
  expect(await lines(reader).count()).toBe(0);
  await expect(reader.screen.innerText()).resolves.not.toMatch(/第 \d+ 名|得票|%/);
  await reader.picture('5-hidden');
  await expectNoLogin(reader);

  const candidate = await openInTimeline(candidatePage(pollId, 'c3'));
  await candidate.find('heading', 'Candidate 3').waitFor();
  await candidate.sees('夏日纳凉点选址');
  await expect(candidate.screen.innerText()).resolves.not.toMatch(/名次|得票|%/);
  await candidate.picture('6-candidate-hidden');
  await expectNoLogin(candidate);
});

test('before the vote the timeline tells when it begins, and nothing of counts', async () => {
  const hour = 60 * 60 * 1000;
  const stages = { promoting: morning - hour, voting: morning + 5 * hour, verifying: morning + 48 * hour };
  const reader = await openInTimeline(pollPage(await publicPoll({ title: '邻里音乐会曲目', stages })));
  await reader.sees('投票开始');
  await reader.sees('5 项候选');
  await expect(reader.screen.innerText()).resolves.not.toMatch(/票数截至|已计入/);
  await reader.picture('7-before');
  await expectNoLogin(reader);
});

describe('where there is nothing to read, the timeline says so and leads on', () => {
  test('for a poll whose files are not there, whatever the link says', async () => {
    const reader = await openInTimeline(
      `${pollPage('nobody')}&files=${encodeURIComponent('https://elsewhere.example')}`,
    );
    reader.expectMissingFile();
    await reader.sees('这里还没有这个评选的内容');
    await reader.picture('8-missing');
    await expectNoLogin(reader);
  });

  test('for a candidate that the poll does not have', async () => {
    await untilPublic('services');
    const reader = await openInTimeline(candidatePage('services', 'c999'));
    await reader.sees('候选不在了');
    await expectNoLogin(reader);
  });

  test('without a network, and shows it once there is one', async () => {
    await untilPublic('services');
    const phone = await product().phoneOf('小王');
    attempts.set(phone, []);
    await phone.loseTheStorage();
    await phone.openCard(pollPage('services'), { scene: singlePage });
    await phone.sees('没有连上网络');
    await phone.picture('9-offline');
    await phone.page.unrouteAll();
    await phone.tap('button', '再试一次');
    await lines(phone).first().waitFor();

    await phone.loseTheStorage();
    await phone.pullToRefresh();
    await phone.page.getByText('没有连上网络').waitFor();
    expect(await lines(phone).count()).toBeGreaterThan(0);
    await expectNoLogin(phone);
  });
});

const sizes: Readonly<Record<string, PhoneOptions>> = {
  '320': { width: 320 },
  '430-dark': { width: 430, theme: 'dark' },
  '375-large': { scale: 1.5 },
  '320-large-dark': { width: 320, scale: 1.5, theme: 'dark' },
};

describe.each(Object.entries(sizes))('the page in the timeline holds on a phone of %s', (name, options) => {
  test('with a long title, no pictures and a ranking', async () => {
    const title =
      '幸福里社区二〇二六年度居民最满意的十件民生实事与便民服务项目暨最美邻里和睦家庭联合评选活动第一轮居民公开投票表决与结果公示通知';
    const pollId = await publicPoll({ title, seats: 2, withdrawn: ['c4'] }, 13);
    const reader = await openInTimeline(pollPage(pollId), options);
    await lines(reader).first().waitFor();
    await expectGoodLayout(reader);
    await reader.picture(`long-${name}`);
    await reader.scrollTo(lines(reader).first());
    await reader.picture(`long-${name}-ranking`);
  });

  test('with pictures and hidden counts, and on a candidate', async () => {
    await untilPublic('renewal');
    const reader = await openInTimeline(pollPage('renewal'), options);
    await reader.find('heading', candidateCount).waitFor();
    await expectGoodLayout(reader);
    await reader.picture(`hidden-${name}`);
    const candidate = await openInTimeline(candidatePage('services', 'c01'), options);
    await candidate.sees('占全部选票');
    await expectGoodLayout(candidate);
    await candidate.picture(`candidate-${name}`);
  });
});

async function expectGoodLayout(phone: Phone): Promise<void> {
  expect(await layoutComplaints(phone)).toEqual([]);
}
