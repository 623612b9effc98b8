import { layoutComplaints } from './support/layout';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { countEffort } from './support/taps';
import { castIt, choose, openPoll, receivedCode, review, sheet } from './support/voting';

const product = useProduct();
const POLL = 'neighbours';

const ballotsOf = async (person: string): Promise<{ nth: number; choices: string[] }[]> =>
  (await product().voterOf(person).get('poll.get', { pollId: POLL })).me.ballots;

async function castAll(phone: Phone, count: number): Promise<void> {
  await review(phone);
  await sheet(phone)
    .getByRole('button', { name: `投出这 ${count} 票` })
    .tap();
}

/** Each candidate once, each by a ballot of its own, with a receipt of its own. */
async function expectBallots(person: string, count: number): Promise<void> {
  const ballots = await ballotsOf(person);
  expect(ballots.map(({ nth }) => nth)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
  expect(new Set(ballots.flatMap(({ choices }) => choices)).size).toBe(count);
  const mine = await product().voterOf(person).get('ballot.mine', { pollId: POLL });
  expect(new Set(mine.ballots.map(({ receipt }) => receipt.code)).size).toBe(count);
}

test('five ballots of a day are cast one after the other in ten taps at most', async () => {
  const phone = await product().phoneOf('小李');
  await openPoll(phone, POLL);
  const effort = await countEffort(phone, 'five ballots of a day');
  await choose(phone, 5);
  await phone.sees(/选了 5 位，一位一票/);
  await phone.picture('1-five-chosen');
  await castAll(phone, 5);
  await receivedCode(phone);
  const { taps, typed } = await effort();
  expect(taps).toBeLessThanOrEqual(10);
  expect(typed).toBe(0);
  await sheet(phone)
    .getByText(/5 票都投票成功，每票一张回执/)
    .waitFor();
  await phone.picture('2-five-received');
  await expectBallots('小李', 5);
});

test('with ballots left 接着投 is the first button after a cast', async () => {
  const phone = await product().phoneOf('小王');
  await openPoll(phone, POLL);
  await choose(phone, 1);
  await review(phone);
  await castIt(phone);
  await receivedCode(phone);
  const buttons = await sheet(phone).getByRole('button').allInnerTexts();
  expect(buttons[0]).toContain('今天还有 4 票，接着投');
  await phone.picture('3-go-on');
});

test('an answer that is lost half-way costs no ballot and doubles none, even after a restart', async () => {
  const phone = await product().phoneOf('王阿姨');
  await openPoll(phone, POLL);
  await choose(phone, 3);
  await review(phone);
  let sent = 0;
  await phone.page.route('**/functions/**', async (route) => {
    if (!route.request().postData()?.includes('ballot.cast')) return route.fallback();
    sent += 1;
    if (sent === 1) return route.fallback();
    // The second reaches the cloud; from then on nothing comes back.
    if (sent === 2) await route.fetch();
    return route.abort('internetdisconnected');
  });
  phone.goesWithoutNetwork();
  await sheet(phone).getByRole('button', { name: '投出这 3 票' }).tap();
  await sheet(phone)
    .getByText(/^已投出 1 票，下一票没有投出：/)
    .waitFor();
  await phone.picture('4-broken');
  await phone.page.unroute('**/functions/**');
  await openPoll(phone, POLL);
  await phone.sees(/还有 3 票/);
  await review(phone);
  await castIt(phone);
  await receivedCode(phone);
  await expectBallots('王阿姨', 3);
});

test('where the limit is reached half-way by another phone, what was cast is told', async () => {
  const phone = await product().phoneOf('陈叔');
  await openPoll(phone, POLL);
  await choose(phone, 5);
  const other = product().voterOf('陈叔');
  const { candidates } = await other.get('poll.get', { pollId: POLL });
  const chosen = await phone.screen.getByRole('checkbox', { checked: true }).first().textContent();
  const elsewhere = candidates.filter(({ name }) => !chosen?.includes(name)).slice(-2);
  for (const { id } of elsewhere) await other.cast(POLL, [id]);
  await castAll(phone, 5);
  await phone.sees(/^已投出 \d 票，下一票没有投出：/);
  expect((await ballotsOf('陈叔')).length).toBeGreaterThanOrEqual(3);
});

test.each([
  ['small and extra large', 'elder', { width: 320, height: 640, scale: 1.5 }],
  ['dark', 'dark', { theme: 'dark' }],
] as const)('several at once fit the sheet: %s', async (person, look, settings) => {
  const phone = await product().phoneOf(`住户${person}`, settings);
  await openPoll(phone, POLL);
  await choose(phone, 2);
  await review(phone);
  await phone.picture(`5-${look}-sheet`);
  expect(await layoutComplaints(phone)).toEqual([]);
  await sheet(phone).getByRole('button', { name: '投出这 2 票' }).tap();
  await receivedCode(phone);
  await phone.picture(`6-${look}-received`);
  expect(await layoutComplaints(phone)).toEqual([]);
});
