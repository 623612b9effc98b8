import { bringNeighbours } from './support/neighbours';
import { useProduct } from './support/product';
import { countEffort } from './support/taps';
import { castIt, choose, openPoll, receivedCode, resultsPage, review, sheet } from './support/voting';

const product = useProduct();
const POLL = 'services';

async function ballotsIn(pollId: string): Promise<number> {
  const standings = await product().voterOf('bystander').get('standings.get', { pollId });
  return standings.ballots;
}

test('a voter finds the poll, chooses three, casts, holds a receipt and sees the counts rise', async () => {
  const before = await ballotsIn(POLL);
  const phone = await product().phoneOf('小李');
  await phone.open();
  await phone.find('link', /十佳为民服务实事/).waitFor();
  const effort = await countEffort(phone, 'a ballot of three, from the home page');
  await phone.tap('link', /十佳为民服务实事/);
  await phone.sees('20 件候选');
  await phone.picture('1-poll');
  // The first candidate is met without scrolling: enough of its card stands above the bar to be seen for one.
  const [card, bar] = await Promise.all([
    phone.screen.locator('candidate-card').first().boundingBox(),
    phone.screen.locator('selection-bar').boundingBox(),
  ]);
  expect((bar?.y ?? 0) - (card?.y ?? Infinity)).toBeGreaterThanOrEqual(60);

  await choose(phone, 2);
  await phone.find('button', /再选 1 件就可以投了，至少 3 件/).waitFor();
  await choose(phone, 1);
  await phone.picture('2-three-chosen');
  await review(phone);
  await phone.picture('3-review');
  await castIt(phone);
  const code = await receivedCode(phone);
  const { taps, typed } = await effort();
  // The poll, three candidates, and twice to be sure.
  expect([taps, typed]).toEqual([6, 0]);
  await phone.picture('4-received');

  await sheet(phone).getByRole('button', { name: '看票数' }).tap();
  await phone.sees('满 20 票更新一次，人少时每小时更新');
  await product().cloud.fireTimer('scheduler');
  // One ballot alone moves nothing that anybody sees, this phone included.
  expect(await ballotsIn(POLL)).toBe(before);
  await phone.sees(before.toLocaleString('en-US'));

  await phone.back();
  await phone.sees('今天的一票已投');
  await phone.sees(/^您的票预计 .* 前可核对$/);
  await phone.tap('button', '看回执');
  await phone.sees(code);
  await phone.sees(/^预计 .* 前可核对。现在可以离开$/);
  await phone.picture('5-receipt');

  await bringNeighbours(product(), POLL);
  const counted = await ballotsIn(POLL);
  expect(counted).toBeGreaterThanOrEqual(before + 20);
  await phone.open(resultsPage(POLL));
  await phone.sees(counted.toLocaleString('en-US'));
  await phone.picture('6-results');
});

test('a second try the same day is refused with a sentence that says when it is possible again', async () => {
  const [first, second] = [await product().phoneOf('小周'), await product().phoneOf('小周')];
  for (const phone of [first, second]) {
    await openPoll(phone, POLL);
    await choose(phone, 3);
    await review(phone);
  }
  await castIt(first);
  await receivedCode(first);
  await castIt(second);
  await second.sees('今天的一票已经投过');
  await second.sees(/明天 0:00 起可以再投/);
  await second.picture('7-refused');

  await openPoll(second, POLL);
  await second.sees('今天的一票已投');
  await second.sees('明天 0:00 可以再投');
  expect(await second.screen.getByRole('checkbox').count()).toBe(0);
  await second.picture('8-voted-already');
});

test('somebody else votes in the same poll on the same day', async () => {
  const phone = await product().phoneOf('小王');
  await openPoll(phone, POLL);
  await choose(phone, 3);
  await review(phone);
  await castIt(phone);
  expect(await receivedCode(phone)).toMatch(/^\w{4}-\w{4}$/);
});

test('a ballot takes no eleventh choice, and says what to do', async () => {
  const phone = await product().phoneOf('小郑');
  await openPoll(phone, POLL);
  await choose(phone, 10);
  await phone.screen.getByRole('checkbox', { checked: false }).first().tap();
  await phone.sees('最多选 10 件。先取消一件，再选这一件');
  await phone.picture('9-too-many');
  expect(await phone.screen.getByRole('checkbox', { checked: true }).count()).toBe(10);
});

test('while the poll’s own title is scrolled away the navigation bar says it', async () => {
  const phone = await product().phoneOf('小钱');
  await openPoll(phone, POLL);
  const bar = phone.screen.locator('.navigation-bar');
  await bar.getByRole('heading', { name: '评选', exact: true }).waitFor();
  await phone.scrollTo(phone.screen.getByRole('checkbox').nth(2));
  await bar.getByRole('heading', { name: '2026年度十佳为民服务实事' }).waitFor();
  await phone.scrollTo(phone.screen.locator('.page-viewport').getByText('2026年度').first());
  await bar.getByRole('heading', { name: '评选', exact: true }).waitFor();
});

test('who comes by a shared candidate chooses it and goes on to its poll with the choice kept', async () => {
  const { candidates } = await product().voterOf('bystander').get('poll.get', { pollId: POLL });
  const [{ id, name, number }] = candidates as [(typeof candidates)[number]];
  const phone = await product().phoneOf('小吴');
  await phone.open(`packages/voter/candidate/candidate?poll=${POLL}&id=${id}`);
  await phone.find('heading', name).waitFor();
  await phone.tap('button', '选这一件');
  await phone.tap('link', /看全部候选$/);
  await phone.sees('20 件候选');
  await phone.screen.getByRole('checkbox', { name: new RegExp(`0?${number}号${name}`), checked: true }).waitFor();
});
