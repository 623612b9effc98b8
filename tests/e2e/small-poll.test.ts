import { eventually } from '../support/eventually';
import { cardIn, sendCard } from './support/cards';
import { layoutComplaints } from './support/layout';
import { field, openCard } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { countEffort } from './support/taps';
import { candidateCount, castIt, choose, pollPage, receivedCode, resultsPage, review } from './support/voting';

const product = useProduct();
const page = 'packages/organiser/small-poll/small-poll';
const minute = 60_000;
const options = ['木扶手，握着不凉', '不锈钢，耐用', '包塑的，颜色亮'];

async function write(phone: Phone, title: string, name: string): Promise<void> {
  await field(phone, '问什么').fill(title);
  for (const [at, option] of options.entries()) await field(phone, `第 ${at + 1} 项`).fill(option);
  await field(phone, '以谁的名义发起').fill(name);
}

async function pollNamed(person: string, title: string): Promise<string> {
  const { polls } = await product().organiserOf(person).get('poll.mine', {});
  const found = polls.find((poll) => poll.title === title);
  expect(found).toMatchObject({ status: 'published', candidateCount: 3 });
  return found?.id ?? '';
}

test('a class poll of three options is published from the home page in eight taps, and voted in from its card', async () => {
  const phone = await product().phoneOf('王阿姨', { isFramed: true });
  await phone.open();
  await phone.find('link', '您也可以办一个评选').waitFor();
  const effort = await countEffort(phone, 'a class poll of three options');
  await phone.tap('link', '您也可以办一个评选');
  await phone.tap('radio', /^小投票/);
  await write(phone, '楼道扶手装哪种', '3 号楼楼长');
  await phone.sees(/^楼道扶手装哪种：每人投一次，选 1 项。今天 20:00 截止，截止后出结果。$/);
  await phone.picture('1-written');
  await phone.tap('button', '发布');
  await phone.find('heading', '已发布').waitFor();
  const { taps, typed } = await effort();
  expect(taps).toBeLessThanOrEqual(8);
  // The question, three options and a name, and nothing else.
  expect(typed).toBeLessThanOrEqual(40);
  await phone.picture('2-published');

  const pollId = await pollNamed('王阿姨', '楼道扶手装哪种');
  await phone.tap('button', '发到群里');
  const card = await sendCard(phone, '幸福里 3 号楼群');
  expect(card).toMatchObject({ title: '楼道扶手装哪种，请您选', path: `${pollPage(pollId)}&channel=card` });
  product().letPass(2 * minute);
  await openCard(phone, card.title, '小李');
  await phone.find('heading', candidateCount).waitFor();
  const votersEffort = await countEffort(phone, 'a vote among three, from its card');
  await choose(phone, 1);
  await review(phone);
  await castIt(phone);
  expect(await receivedCode(phone)).toMatch(/^\w{4}-\w{4}$/);
  const vote = await votersEffort();
  // With the one on the card.
  expect(vote.taps + 1).toBeLessThanOrEqual(4);
  expect(vote.typed).toBe(0);
});

test('begun from a card in a chat group it is for that group, and nobody has to bind it', async () => {
  const phone = await product().phoneOf('周主任', { isFramed: true });
  await phone.open(page);
  await phone.tap('button', '把这一页发到群里');
  const card = await sendCard(phone, '幸福里 3 号楼群');
  await openCard(phone, card.title, '周主任');
  await write(phone, '雨棚装不装', '周主任');
  await phone.find('radio', '只有这个群的人').waitFor();
  expect(await phone.find('radio', '只有这个群的人').getAttribute('aria-checked')).toBe('true');
  await phone.picture('3-in-group');
  await phone.tap('button', '发布');
  await phone.sees(/群里的人点开就能投/);
  const pollId = await pollNamed('周主任', '雨棚装不装');
  product().letPass(2 * minute);

  const { candidates } = await product().voterOf('小张').get('poll.get', { pollId });
  const cast = await product()
    .voterOf('小张')
    .cast(pollId, [candidates[0]?.id ?? '']);
  expect(cast).toMatchObject({ error: { code: 'PASS_NEEDED' } });
  await phone.tap('button', '发到群里');
  await sendCard(phone, '幸福里 3 号楼群');
  await openCard(phone, (await cardIn(phone)).title, '小李');
  await choose(phone, 1);
  await review(phone);
  await castIt(phone);
  await receivedCode(phone);
});

test('what is missing is said by the button, and what is written stays for another day', async () => {
  const phone = await product().phoneOf('小孙');
  await phone.open(page);
  await phone.find('button', '写上问什么').waitFor();
  await field(phone, '问什么').fill('去哪儿春游');
  await phone.find('button', '至少写两项').waitFor();
  await field(phone, '第 1 项').fill('植物园');
  await field(phone, '第 2 项').fill('植物园');
  await phone.sees('和第 1 项一样');
  await field(phone, '第 2 项').fill('代开发票');
  await field(phone, '以谁的名义发起').fill('三班班长');
  await phone.tap('button', '发布');
  await phone.sees(/^第 2 项：/);
  await phone.picture('4-refused');
  await phone.open(page);
  await phone.sees(/^去哪儿春游：/);
  expect(await field(phone, '第 1 项').inputValue()).toBe('植物园');
  await phone.tap('radio', '别的时间');
  await phone.picture('5-other-end');
});

test('the full editor takes over what is written', async () => {
  const phone = await product().phoneOf('小王');
  await phone.open(page);
  await write(phone, '班徽选哪个', '五班班长');
  await phone.tap('link', '要配图、加介绍，用完整的编辑');
  await phone.find('heading', '基本信息').waitFor();
  expect(await field(phone, '标题').inputValue()).toBe('班徽选哪个');
});

test.each([
  ['small and extra large', 'elder', { width: 320, height: 640, scale: 1.5 }],
  ['dark', 'dark', { theme: 'dark' }],
] as const)('one screen holds it all: %s', async (_, look, settings) => {
  const phone = await product().phoneOf('陈叔', settings);
  await phone.open(page);
  await write(phone, '楼道扶手装哪种', '3 号楼楼长');
  await phone.find('button', '发布').waitFor();
  await phone.picture(`6-${look}`);
  await field(phone, '以谁的名义发起').scrollIntoViewIfNeeded();
  await phone.picture(`7-${look}-foot`);
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.tap('button', '发布');
  await phone.find('heading', '已发布').waitFor();
  await phone.picture(`8-${look}-published`);
  expect(await layoutComplaints(phone)).toEqual([]);
});

test('it ends by itself, with its result, and nobody has to certify it', async () => {
  const owner = product().organiserOf('陈叔');
  const now = product().now;
  const wish = { title: '雨棚用什么颜色', organiser: '三单元', options, most: 1, endAt: now + 30 * minute };
  const { pollId } = await owner.get('poll.launch', { requestId: 'a1b2c3d4-0000-4000-8000-000000000001', ...wish });
  product().letPass(2 * minute);
  const voter = product().voterOf('小李');
  const { candidates } = await voter.get('poll.get', { pollId });
  await voter.cast(pollId, [candidates[1]?.id ?? '']);
  product().letPass(35 * minute);
  const phone = await product().phoneOf('小张');
  await eventually(async () => {
    expect(await owner.ask('export.make', { pollId, kind: 'results' })).toMatchObject({ ok: true });
  });
  await phone.open(resultsPage(pollId));
  await phone.sees(/不锈钢，耐用/);
  await phone.picture('9-result');
  await phone.open(pollPage(pollId));
  await phone.find('heading', /候选$/).waitFor();
  await phone.picture('10-ended');
  const desk = await product().phoneOf('陈叔');
  await desk.open('packages/organiser/polls/polls');
  await desk.sees('已结束');
  await desk.picture('11-ended-desk');
});
