import { useProduct } from './support/product';
import { castIt, openPoll, receivedCode, sheet } from './support/voting';

const product = useProduct();
const POLL = 'neighbours';
const BALLOTS = 5;

test('five ballots a day, one choice each, none of them for the same candidate twice', async () => {
  const phone = await product().phoneOf('小李');
  await openPoll(phone, POLL);
  const codes = new Set<string>();
  for (let nth = 1; nth <= BALLOTS; nth++) {
    await phone.screen.getByRole('checkbox', { checked: false }).first().tap();
    await phone.tap('button', /核对|投出/);
    if (nth === 1) await phone.picture('1-one-of-five');
    await castIt(phone);
    codes.add(await receivedCode(phone));
    if (nth === BALLOTS) await phone.picture('2-all-received');
    await sheet(phone)
      .getByRole('button', { name: /接着投|回到评选/ })
      .first()
      .tap();
    await sheet(phone).waitFor({ state: 'hidden' });
  }
  expect(codes.size).toBe(BALLOTS);
  await phone.sees('今天的 5 票都已投');
  await phone.sees('明天 0:00 可以再投');
  await phone.picture('3-all-cast');
});

test('a candidate who has got today’s ballot cannot be chosen again', async () => {
  const phone = await product().phoneOf('小王');
  await openPoll(phone, POLL);
  const first = phone.screen.getByRole('checkbox', { checked: false }).first();
  const label = /\d+号.+/.exec((await first.textContent()) ?? '')?.[0].trim() ?? '';
  expect(label).not.toBe('');
  await first.tap();
  await phone.tap('button', /核对|投出/);
  await castIt(phone);
  await receivedCode(phone);
  await openPoll(phone, POLL);
  await phone.sees('今天选了');
  expect(await phone.screen.getByRole('checkbox', { name: label }).count()).toBe(0);
  await phone.picture('4-chosen-today');
});
