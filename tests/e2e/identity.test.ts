import { useProduct } from './support/product';
import { castIt, choose, openPoll, receivedCode, review } from './support/voting';

const product = useProduct();

test('the preview’s switch hands the phone to somebody else, who has a ballot of their own', async () => {
  const phone = await product().phoneOf('小李', { isFramed: true });
  await openPoll(phone, 'renewal');
  await choose(phone, 1);
  await review(phone);
  await castIt(phone);
  await receivedCode(phone);
  await phone.picture('1-cast-as-first');

  await phone.page.getByRole('button', { name: '小王' }).click();
  await phone.sees('6 个候选');
  await phone.sees('还没投');
  await choose(phone, 1);
  await phone.find('button', '核对并投出').waitFor();
  await phone.picture('2-open-to-second');
});
