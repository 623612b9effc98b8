import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, openPoll, receivedCode, review } from './support/voting';

const product = useProduct();
const POLL = 'spaces';

async function chooseIn(phone: Phone, group: string, count: number): Promise<void> {
  // The groups stick to the top once one is among the candidates; before, their heading stands there.
  await phone.scrollTo(phone.screen.getByRole('checkbox').nth(2));
  await phone.tap('tab', group);
  for (let chosen = 0; chosen < count; chosen++) {
    await phone.screen.getByRole('checkbox', { checked: false }).first().tap();
  }
}

test('a ballot needs its minimum from each group, and the button says which group lacks one', async () => {
  const phone = await product().phoneOf('小李');
  await openPoll(phone, POLL);
  await phone.picture('0-groups');
  await chooseIn(phone, '公园绿地', 2);
  await chooseIn(phone, '文体场所', 1);
  await phone.find('button', /便民设施.*再选 1 项/).waitFor();
  await phone.picture('1-one-group-lacks');
  await chooseIn(phone, '便民设施', 1);
  await phone.picture('2-complete');
  await review(phone);
  await castIt(phone);
  await receivedCode(phone);
  await phone.picture('3-received');
});

test('a group takes no more than its maximum', async () => {
  const phone = await product().phoneOf('小王');
  await openPoll(phone, POLL);
  await chooseIn(phone, '公园绿地', 3);
  await phone.sees('“公园绿地”最多选 2 项。先取消一项，再选这一项');
  await phone.picture('4-group-full');
});
