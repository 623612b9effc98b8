import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, openPoll, receivedCode, review } from './support/voting';

const product = useProduct();
const POLL = 'spaces';

/** Who reads on is above the tabs, among them, or far below, where they stick to the top. */
async function scrollTabsTo(phone: Phone, place: 'center' | 'start'): Promise<void> {
  await phone.find('tab', '全部').evaluate((tab, block) => tab.scrollIntoView({ block }), place);
}

async function chooseIn(phone: Phone, group: string, count: number): Promise<void> {
  await phone.tap('tab', group);
  for (let chosen = 0; chosen < count; chosen++) {
    await phone.screen.getByRole('checkbox', { checked: false }).first().tap();
  }
}

test('a ballot needs its minimum from each group, and the button says which group lacks one', async () => {
  const phone = await product().phoneOf('小李');
  await openPoll(phone, POLL);
  await scrollTabsTo(phone, 'center');
  await phone.picture('0-groups');
  await chooseIn(phone, '公园绿地', 2);
  await chooseIn(phone, '文体场所', 1);
  await phone.find('button', /便民设施.*再选 1 个/).waitFor();
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
  await scrollTabsTo(phone, 'start');
  await chooseIn(phone, '公园绿地', 3);
  await phone.sees('“公园绿地”最多选 2 个。先取消一个，再选这一个');
  await phone.picture('4-group-full');
});
