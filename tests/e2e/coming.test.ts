import { useProduct } from './support/product';
import { openPoll } from './support/voting';

const product = useProduct();

test('a poll that is not yet open shows its candidates, says when it starts, and takes no choice', async () => {
  const phone = await product().phoneOf('小李');
  await openPoll(phone, 'ideas');
  await phone.sees('投票还没开始');
  await phone.sees(/开始$/);
  expect(await phone.screen.getByRole('checkbox').count()).toBe(0);
  await phone.picture('1-not-yet-open');
});

test('a poll that has ended takes no choice and leads to its results', async () => {
  const phone = await product().phoneOf('小李');
  await openPoll(phone, 'volunteers');
  await phone.sees('投票已经截止');
  expect(await phone.screen.getByRole('checkbox').count()).toBe(0);
  await phone.picture('2-ended');
  await phone.tap('link', '票数');
  await phone.sees('最终票数');
});
