import { publishPoll } from '../../scripts/trial/publish-poll';
import { layoutComplaints } from './support/layout';
import { readyPoll } from '../support/organiser-client';
import { readAll } from '../support/read-all';
import { field } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import {
  candidateCount,
  castIt,
  choose,
  openPoll,
  pollPage,
  receivedCode,
  resultsPage,
  review,
  sheet,
} from './support/voting';

const product = useProduct();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A poll that opens in two hours of the cloud's time. */
function comingPoll(title: string): Promise<string> {
  const { now } = product();
  return publishPoll(product().cloud.url, {
    title,
    stages: { promoting: now - hour, voting: now + 2 * hour, verifying: now + 3 * day },
    now,
  });
}

/** An open poll whose counts stay hidden till the end. */
function hiddenPoll(): Promise<string> {
  const { now } = product();
  return publishPoll(product().cloud.url, {
    title: '公布在截止后的评选',
    countPolicy: { kind: 'afterClose' },
    stages: { promoting: now - 2 * hour, voting: now - hour, verifying: now + 2 * day },
    now,
  });
}

/** WeChat's question for consent. */
function question(phone: Phone) {
  return phone.page.locator('#dialogs').getByRole('dialog');
}

async function allow(phone: Phone): Promise<void> {
  await question(phone).getByText('允许', { exact: true }).tap();
}

async function refuse(phone: Phone): Promise<void> {
  await question(phone).getByText('取消', { exact: true }).tap();
}

/** Casts one choice and goes back to the poll. */
async function vote(phone: Phone, choices = 1): Promise<void> {
  await choose(phone, choices);
  await review(phone);
  await castIt(phone);
  await receivedCode(phone);
  await sheet(phone).getByRole('button', { name: '回到评选' }).tap();
  await sheet(phone).waitFor({ state: 'hidden' });
}

/** What has been sent about a page so far, once the scheduler had time enough for anything that is due. */
async function sentAbout(page: string) {
  const { cloud } = product();
  for (let firing = 0; firing < 16; firing++) await cloud.fireTimer('scheduler').catch(() => undefined);
  return cloud.outbox().filter((message) => message.page === page);
}

/** A message among the service notices beside the phone. */
function notice(phone: Phone, title: string) {
  return phone.page.locator('.notice-list').getByRole('button', { name: title });
}

describe('somebody who comes before the vote', () => {
  test('sets a reminder by one tap, and is told once when the vote opens', async () => {
    const pollId = await comingPoll('夏日纳凉点选址');
    const phone = await product().phoneOf('小李', { isFramed: true });
    await openPoll(phone, pollId);
    expect(await question(phone).count()).toBe(0);
    await phone.find('button', '开始时提醒我').waitFor();
    await phone.picture('1-offered');
    await phone.tap('button', '开始时提醒我');
    await question(phone).getByText('活动开始提醒').waitFor();
    await phone.picture('2-asked');
    await allow(phone);
    await phone.sees('已设提醒');
    await phone.sees('开始时，发到您微信的“服务通知”里。');
    await phone.picture('3-set');
    expect(await sentAbout(pollPage(pollId))).toEqual([]);

    product().letPass(2 * hour + minute);
    expect(await sentAbout(pollPage(pollId))).toHaveLength(1);
    await notice(phone, '活动开始提醒').waitFor();
    await phone.picture('4-notice');
    await notice(phone, '活动开始提醒').click();
    await phone.find('heading', candidateCount).waitFor();
    expect(await phone.screen.getByRole('checkbox').count()).toBeGreaterThan(0);
    expect(await phone.screen.getByText('提醒').count()).toBe(0);
    expect(await sentAbout(pollPage(pollId))).toHaveLength(1);
  });

  test('is still reminded after coming back, and not asked again', async () => {
    const pollId = await comingPoll('社区菜园起名');
    const phone = await product().phoneOf('小王');
    await openPoll(phone, pollId);
    await phone.tap('button', '开始时提醒我');
    await allow(phone);
    await phone.sees('已设提醒');
    await openPoll(phone, pollId);
    await phone.sees('已设提醒');
    expect(await phone.screen.getByRole('button', { name: /提醒我$/ }).count()).toBe(0);
  });

  test('who says no is told that nothing will be sent, and nothing is kept', async () => {
    const pollId = await comingPoll('邻里音乐会曲目');
    const phone = await product().phoneOf('小张');
    await openPoll(phone, pollId);
    await phone.tap('button', '开始时提醒我');
    await refuse(phone);
    await phone.sees(/没有设提醒，什么也不会发/);
    await phone.picture('5-refused');
    const kept = await readAll(product().cloud.url, 'reminders', { pollId });
    expect(kept).toEqual([]);
    await phone.tap('button', '开始时提醒我');
    await allow(phone);
    await phone.sees('已设提醒');
  });

  test('whose notices are off in WeChat is told where to turn them on', async () => {
    const pollId = await comingPoll('楼道照明改造');
    const phone = await product().phoneOf('陈叔');
    await openPoll(phone, pollId);
    await turnNotices(phone, false);
    await phone.tap('button', '开始时提醒我');
    await phone.sees(/公评的通知在您的微信里是关着的/);
    await phone.picture('6-switched-off');
    await turnNotices(phone, true);
    await phone.tap('button', '开始时提醒我');
    await allow(phone);
    await phone.sees('已设提醒');
  });

  test('without a network gets told, and need not consent twice', async () => {
    const pollId = await comingPoll('儿童阅览角开放时间');
    const phone = await product().phoneOf('王阿姨');
    await openPoll(phone, pollId);
    await phone.find('button', '开始时提醒我').waitFor();
    await phone.goOffline();
    await phone.tap('button', '开始时提醒我');
    await allow(phone);
    await phone.sees(/提醒还没有设成。没有连上网络/);
    await phone.picture('7-offline');
    await phone.goOnline();
    await phone.tap('button', '开始时提醒我');
    await phone.sees('已设提醒');
    expect(await question(phone).count()).toBe(0);
  });
});

describe('somebody who has voted', () => {
  test('is offered to hear of the result, and the message leads to it', async () => {
    const { now } = product();
    const stages = { promoting: now - 2 * hour, voting: now - hour, verifying: now + hour, awarded: now + 2 * hour };
    const pollId = await publishPoll(product().cloud.url, { title: '最美阳台', stages, now });
    const phone = await product().phoneOf('小李', { isFramed: true });
    await openPoll(phone, pollId);
    // While one can vote there is one thing to do.
    await phone.settles();
    expect(await phone.screen.getByRole('button', { name: /提醒我$/ }).count()).toBe(0);
    await vote(phone);
    await phone.tap('button', '出结果时提醒我');
    await allow(phone);
    await phone.sees('已设提醒');
    await phone.picture('8-after-vote');
    product().letPass(3 * hour);
    expect(await sentAbout(resultsPage(pollId))).toHaveLength(1);
    await notice(phone, '评选结果通知').click();
    await phone.sees('最终票数');
    await phone.picture('9-result');
  });

  test('in a daily poll may choose between its last day and its result', async () => {
    const { now } = product();
    const stages = { promoting: now - 2 * day, voting: now - day, verifying: now + 9 * day };
    const rules = { period: 'daily' } as const;
    const pollId = await publishPoll(product().cloud.url, { title: '每天一票的评选', rules, stages, now });
    const phone = await product().phoneOf('小王');
    await openPoll(phone, pollId);
    await vote(phone);
    await phone.tap('button', '截止前、出结果时提醒我');
    await question(phone).getByRole('checkbox', { name: '评选结果通知' }).uncheck();
    await allow(phone);
    await phone.sees('截止前，发到您微信的“服务通知”里。');
    await openPoll(phone, pollId);
    await phone.find('button', '出结果时提醒我').waitFor();
    product().letPass(9 * day - hour);
    expect(await sentAbout(pollPage(pollId))).toMatchObject([{ templateId: 'local-last-day' }]);
  });
});

test('who finds the counts hidden has one button, to be told of the result', async () => {
  const pollId = await hiddenPoll();
  const phone = await product().phoneOf('小张');
  await phone.open(resultsPage(pollId));
  await phone.sees('票数还没有公布');
  await phone.find('button', '出结果时提醒我').waitFor();
  await phone.sees('只发这一条，不发别的。');
  expect(await phone.screen.getByRole('button', { name: /提醒我$/ }).count()).toBe(1);
  await phone.picture('10-hidden');
  await phone.tap('button', '出结果时提醒我');
  await allow(phone);
  await phone.sees('已设提醒');
  await phone.picture('11-hidden-set');
});

test('who has nominated hears of the verdict', async () => {
  const owner = product().organiserOf('周主任');
  const { now } = product();
  const pollId = await readyPoll(owner, {
    title: '身边的好邻居',
    nomination: { isOpen: true, perPerson: 2, guide: '推荐一位您佩服的邻居。' },
    stages: { nominating: now - hour, voting: now + 5 * day, verifying: now + 9 * day },
  });
  const phone = await product().phoneOf('陈叔', { isFramed: true });
  await phone.open(`packages/participant/nominate/nominate?id=${pollId}`);
  await field(phone, '推荐的名称').fill('张师傅');
  await field(phone, '一句话介绍').fill('电梯停了，他背王奶奶下楼。');
  await phone.tap('button', '送出推荐');
  await phone.sees('已经送出');
  await phone.tap('button', '有结果时提醒我');
  await allow(phone);
  await phone.sees('已设提醒');
  await phone.picture('12-nominated');
  const { nominations } = await owner.get('nomination.list', { pollId });
  await owner.get('nomination.accept', { pollId, nominationId: nominations[0]?.id ?? '' });
  // The scheduler asks what is to be sent every quarter of an hour.
  product().letPass(16 * minute);
  expect(await sentAbout('pages/mine/mine')).toMatchObject([{ data: { thing1: '张师傅', phrase2: '已采纳' } }]);
  await notice(phone, '推荐审核结果通知').waitFor();
  await phone.picture('13-verdict');
});

describe('the offer holds', () => {
  test.each([
    ['320', { width: 320, scale: 1.5 }],
    ['320-short', { width: 320, height: 568 }],
    ['430-dark', { width: 430, theme: 'dark' as const }],
  ])('on a phone of %s', async (name, options) => {
    const pollId = await comingPoll('一到九月社区纳凉点设在哪里请您来定');
    const phone = await product().phoneOf('小孙', options);
    await openPoll(phone, pollId);
    await phone.find('button', '开始时提醒我').waitFor();
    expect(await layoutComplaints(phone)).toEqual([]);
    await phone.picture(`coming-${name}`);
    await phone.tap('button', '开始时提醒我');
    await refuse(phone);
    await phone.sees(/什么也不会发/);
    await phone.picture(`refused-${name}`);
    await phone.open(resultsPage(await hiddenPoll()));
    await phone.find('button', '出结果时提醒我').waitFor();
    expect(await layoutComplaints(phone)).toEqual([]);
    await phone.picture(`hidden-${name}`);
  });
});

/** In the mini-program's settings behind the three dots. */
async function turnNotices(phone: Phone, isOn: boolean): Promise<void> {
  await phone.page.getByLabel('更多').last().tap();
  await question(phone).getByText('设置', { exact: true }).tap();
  const box = question(phone).getByRole('checkbox', { name: '发送服务通知' });
  await (isOn ? box.check() : box.uncheck());
  await question(phone).getByText('完成').tap();
}
