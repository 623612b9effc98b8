import { listen } from './support/announced';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, choose, openPoll, receivedCode, resultsPage, review, sheet } from './support/voting';

const product = useProduct();
const minute = 60_000;

/** A phone whose own time a test moves on. */
async function phoneOf(person: string): Promise<Phone> {
  const phone = await product().phoneOf(person);
  await phone.page.clock.install({ time: Date.now() });
  return phone;
}

/** A minute goes by for the phone and for the cloud. */
async function minutePasses(phone: Phone): Promise<void> {
  // In steps in which the cloud can answer: one that seems silent for long is a network that is lost.
  for (let step = 0; step < 12; step += 1) {
    product().letPass(minute / 12);
    await phone.page.clock.runFor(minute / 12);
    await phone.settles();
  }
}

test('a minute over a poll says nothing, and each choice is told once', async () => {
  const phone = await phoneOf('小李');
  await openPoll(phone, 'services');
  await phone.settles();
  const announced = await listen(phone);
  await minutePasses(phone);
  expect(await announced()).toEqual([]);
  await choose(phone, 3);
  await phone.find('button', /核对/).waitFor();
  expect(await announced()).toEqual([
    expect.stringMatching(/^已选 1 件/),
    expect.stringMatching(/^已选 2 件/),
    expect.stringMatching(/^已选 3 件/),
  ]);
  await minutePasses(phone);
  expect(await announced()).toHaveLength(3);
});

test('a live ranking, whose figures move, and a clock that waits for them say nothing within a minute', async () => {
  const phone = await phoneOf('小李');
  await phone.open(resultsPage('services'));
  await phone.sees('票数截至');
  let announced = await listen(phone);
  const voter = product().voterOf('小张');
  const { candidates } = await voter.get('poll.get', { pollId: 'services' });
  await voter.cast(
    'services',
    candidates.slice(0, 3).map(({ id }) => id),
  );
  await minutePasses(phone);
  expect(await announced()).toEqual([]);

  await phone.open(resultsPage('village'));
  await phone.sees('票数还没有公布');
  await phone.find('button', /提醒我$/).waitFor();
  announced = await listen(phone);
  await minutePasses(phone);
  expect(await announced()).toEqual([]);
});

test('that the network is lost is told once, not each time nothing comes', async () => {
  const phone = await phoneOf('小李');
  await phone.open(resultsPage('services'));
  await phone.sees('票数截至');
  const announced = await listen(phone);
  await phone.loseTheCloud();
  await minutePasses(phone);
  await phone.sees(/没有连上网络/);
  await minutePasses(phone);
  expect(await announced()).toHaveLength(1);
});

test('a receipt that waits says nothing until something has happened to its ballot', async () => {
  const phone = await phoneOf('小王');
  await openPoll(phone, 'services');
  await choose(phone, 3);
  await review(phone);
  const cast = await listen(phone);
  await castIt(phone);
  await receivedCode(phone);
  expect(await cast()).toEqual(['投票成功']);
  await sheet(phone).getByRole('button', { name: '看回执' }).tap();
  await phone.sees('选票回执');
  await phone.settles();
  const announced = await listen(phone);
  await minutePasses(phone);
  expect(await announced()).toEqual([]);
});
