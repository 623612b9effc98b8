import { openGroupIdOf } from '../../scripts/preview/identities';
import { gongping } from '../../scripts/start/program';
import { publishPoll } from '../../scripts/trial/publish-poll';
import { eventually } from '../support/eventually';
import { readyPoll } from '../support/organiser-client';
import { cardIn, sendCard, shareTo, type Card } from './support/cards';
import { addCandidates, bindFromCard, makeGroupPoll, publish } from './support/group-poll';
import { openCard, organiserPage } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { candidateCount, castIt, choose, pollPage, receivedCode, review, sheet } from './support/voting';

const product = useProduct();
const hour = 60 * 60 * 1000;
/** The product's morning, see `Product`. */
const morning = Date.parse('2026-11-23T10:30:00+08:00');

/** WeChat's number for a card in a group that carries which group it is. */
const groupCard = 1044;

function groupOf(chat: string): string {
  const found = gongping.chats.find(({ id }) => id === chat);
  if (!found) throw new Error(`there is no chat ${chat}`);
  return openGroupIdOf(found);
}

/** A poll of the neighbours of building 3 alone. */
function groupPoll(title = '3 号楼要不要装雨棚'): Promise<string> {
  return publishPoll(product().cloud.url, { title, chatGroups: [groupOf('building3')], now: morning });
}

async function openFromGroup(phone: Phone, chat: string, page: string): Promise<void> {
  await phone.openCard(page, { scene: groupCard, chat });
  await phone.find('heading', candidateCount).waitFor();
}

describe('a poll of a chat group', () => {
  test('takes the vote of a member who opens its card in the group', async () => {
    const pollId = await groupPoll();
    const phone = await product().phoneOf('小李');
    await openFromGroup(phone, 'building3', pollPage(pollId));
    await phone.picture('1-member');
    await choose(phone, 1);
    await review(phone);
    await castIt(phone);
    await receivedCode(phone);
    await phone.picture('2-received');
  });

  test('can be read from anywhere, and says where to open it to vote', async () => {
    const pollId = await groupPoll();
    const phone = await product().phoneOf('小张');
    await phone.open(pollPage(pollId));
    await phone.sees('这是群里的投票');
    await phone.sees('要投票，请从群里的卡片打开');
    expect(await phone.screen.getByRole('checkbox').count()).toBe(0);
    expect(await phone.screen.getByRole('button', { name: /核对|看回执|看票数|投/ }).count()).toBe(0);
    await phone.picture('3-elsewhere');
  });

  test('tells members of another group that it is not theirs', async () => {
    const pollId = await groupPoll();
    const phone = await product().phoneOf('陈叔');
    await openFromGroup(phone, 'building5', pollPage(pollId));
    await phone.sees('这个投票不在这个群里办');
    await phone.picture('4-other-group');
  });

  test('asks whoever left it open too long to open it from the card again, and keeps the choices', async () => {
    const pollId = await groupPoll();
    const phone = await product().phoneOf('王阿姨');
    await openFromGroup(phone, 'building3', pollPage(pollId));
    await choose(phone, 1);
    product().letPass(2 * hour + 60_000);
    await review(phone);
    await castIt(phone);
    await phone.sees('打开的时间太久了');
    await phone.picture('5-expired');
    await openFromGroup(phone, 'building3', pollPage(pollId));
    await review(phone);
    await castIt(phone);
    await receivedCode(phone);
  });
});

describe('a card', () => {
  test('of a poll shows its picture and title, and counts under the chats', async () => {
    const phone = await product().phoneOf('小李', { isFramed: true });
    await phone.open(pollPage('services'));
    await phone.find('heading', candidateCount).waitFor();
    await shareTo(phone, '幸福里 3 号楼群');
    const card = await cardIn(phone);
    expect(card).toMatchObject({ title: '2026年度十佳为民服务实事，请您评' });
    expect(card.path).toBe(`${pollPage('services')}&channel=card`);
    await pictureOf(phone, card, 'card-poll');
  });

  test('of sixty characters and no picture still reads', async () => {
    const title =
      '幸福里社区二〇二六年度居民最满意的十件民生实事与便民服务项目暨最美邻里和睦家庭联合评选活动第一轮居民公开投票表决与结果公示通知';
    const pollId = await publishPoll(product().cloud.url, { title, now: morning });
    const phone = await product().phoneOf('小李', { isFramed: true });
    await phone.open(pollPage(pollId));
    await phone.find('heading', candidateCount).waitFor();
    await shareTo(phone, '好友');
    await pictureOf(phone, await cardIn(phone), 'card-long');
  });

  test('of a candidate leads to that candidate', async () => {
    const phone = await product().phoneOf('小李', { isFramed: true });
    await phone.open(`packages/voter/candidate/candidate?poll=services&id=c01`);
    await phone.find('link', /看全部候选/).waitFor();
    await shareTo(phone, '好友');
    const card = await cardIn(phone);
    expect(card.path).toContain('packages/voter/candidate/candidate?poll=services&id=c01&channel=card');
    await pictureOf(phone, card, 'card-candidate');
  });

  test('of a receipt says that one has voted, and neither for whom nor under which code', async () => {
    const pollId = await publishPoll(product().cloud.url, { title: '夏日纳凉点选址', now: morning });
    const phone = await product().phoneOf('小李', { isFramed: true });
    await phone.open(pollPage(pollId));
    await choose(phone, 1);
    await review(phone);
    await castIt(phone);
    const code = await receivedCode(phone);
    await sheet(phone).getByRole('button', { name: '看回执' }).tap();
    await phone.sees('选票回执');
    await shareTo(phone, '好友');
    const card = await cardIn(phone);
    expect(card.title).toBe('我投过了：夏日纳凉点选址');
    expect(card.path).toBe(`${pollPage(pollId)}&channel=card`);
    expect(JSON.stringify({ ...card, image: '' })).not.toContain(code);
    await pictureOf(phone, card, 'card-receipt');
  });
});

test('a group’s own poll: made, bound and published in the app, shared into the chat; a member votes by the card, a stranger is told why not, and the dashboard shows the channel and the group', async () => {
  const title = '3 号楼要不要装雨棚';
  const group = '幸福里 3 号楼群';
  const phone = await product().phoneOf('周主任', { isFramed: true });
  const pollId = await makeGroupPoll(product(), phone, title);
  await bindFromCard(phone, { pollId, group, name: '3 号楼' });
  await addCandidates(phone, pollId, ['装透明的雨棚', '先不装']);
  await publish(phone, pollId);

  await phone.open(organiserPage('manage', pollId));
  await phone.tap('button', '发给大家');
  const card = await sendCard(phone, group);
  expect(card.title).toBe(`${title}，请您评`);
  await phone.picture('group-4-shared');
  product().letPass(2 * 60_000);

  await openCard(phone, card.title, '小王');
  await phone.find('heading', candidateCount).waitFor();
  await choose(phone, 1);
  await phone.picture('group-5-member');
  await review(phone);
  await castIt(phone);
  await receivedCode(phone);

  const stranger = await product().phoneOf('小张');
  await stranger.open(card.path);
  await stranger.sees('要投票，请从群里的卡片打开');
  expect(await stranger.screen.getByRole('checkbox').count()).toBe(0);
  await stranger.picture('group-6-stranger');

  // Visits are written when somebody comes later, and counts are half a minute old at most.
  product().letPass(60_000);
  await stranger.open(card.path);
  await stranger.sees('要投票，请从群里的卡片打开');
  // One ballot alone is counted at the turn of an hour, an hour after the release before it.
  product().letPass(2 * hour + 60_000);
  await eventually(async () => {
    expect(await product().voterOf('小王').get('standings.get', { pollId })).toMatchObject({ ballots: 1 });
  });
  const owner = await product().phoneOf('周主任');
  await owner.open(organiserPage('manage', pollId));
  await owner.tap('link', /^进展/);
  await owner.sees('从哪里来');
  await eventually(async () => {
    // Visits are written by the instance that remembers them: on a busy machine there are several.
    product().letPass(60_000);
    await Promise.all(
      ['小孙', '小周', '小吴', '小郑'].map((who) => product().voterOf(who).get('poll.get', { pollId })),
    );
    await owner.pullToRefresh();
    await owner.screen.getByLabel('群聊卡片，100.0%').waitFor({ timeout: 3000 });
    await owner.find('listitem', '3 号楼，选票 少于 10，访问 少于 10').waitFor({ timeout: 3000 });
  });
  await owner.find('listitem', '3 号楼，选票 少于 10，访问 少于 10').scrollIntoViewIfNeeded();
  await owner.picture('group-7-dashboard');
});

describe('organisers', () => {
  test('name a channel, hand out its link, and see who came by it', async () => {
    const owner = product().organiserOf('周主任');
    const pollId = await readyPoll(owner);
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    product().letPass(2 * 60_000);
    const phone = await product().phoneOf('周主任');
    await phone.open(`packages/organiser/manage/manage?id=${pollId}`);
    await phone.tap('link', /渠道和链接/);
    await phone.tap('button', '加一个渠道');
    await phone.page.locator('.modal').getByRole('textbox').fill('大厅海报');
    await phone.page.locator('.modal').getByText('确定', { exact: true }).tap();
    await phone.find('button', /大厅海报/).waitFor();
    await phone.tap('button', /大厅海报/);
    await phone.page.getByRole('dialog').getByText('复制链接').tap();
    await phone.page.getByText('链接已复制').waitFor();
    const target = product().cloud.openLink(await phone.copied());
    expect(target?.query).toMatch(new RegExp(`^id=${pollId}&channel=`));

    const voter = await product().phoneOf('小李');
    await voter.open(`${target?.path ?? ''}?${target?.query ?? ''}`);
    await choose(voter, 1);
    await review(voter);
    await castIt(voter);
    await receivedCode(voter);
    await eventually(async () => {
      // Counts are half a minute old at most, and on a busy machine what the ballot called for still runs.
      product().letPass(60_000);
      await phone.pullToRefresh();
      await phone.find('button', /^大厅海报\s.*计入 1 票/).waitFor({ timeout: 3000 });
    });
    await phone.picture('channels');
  });
});

/** Keeps a card's picture, as large as it is and as a chat shows it. */
async function pictureOf(phone: Phone, { image }: Card, name: string): Promise<void> {
  expect(image).toMatch(/^data:image\/jpeg/);
  await phone.picture(`${name}-chat`);
  await phone.page.setContent(`<img src="${image}"> <img src="${image}" width="200">`);
  await phone.picture(name);
}
