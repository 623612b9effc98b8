import { readsAsMeant } from './support/aloud';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, openPoll, receivedCode, resultsPage, review } from './support/voting';

const product = useProduct();
const help = (name: string): string => `packages/help/${name}/${name}`;

/** A ballot for candidates that are the same in every run. */
async function chooseNamed(phone: Phone): Promise<void> {
  for (const name of ['老旧小区加装电梯', '社区长者食堂', '市民夜校'])
    await phone.screen
      .getByRole('checkbox', { name: new RegExp(name) })
      .first()
      .tap();
}

test.each([
  ['14-voting-rules', help('rules'), /规则/],
  ['15-privacy', help('privacy'), /./],
  ['16-organising', help('organising'), /请注意/],
  ['17-verify', 'packages/receipt/verify/verify?poll=services', /./],
  ['18-changes', 'packages/voter/changes/changes?id=services', /./],
  ['19-counts-hidden', resultsPage('village'), /^截至 今天 /, /^只发这一条/],
  ['20-nominate', 'packages/participant/nominate/nominate?id=ideas', /./],
  ['21-poll-of-groups', 'packages/voter/poll/poll?id=spaces', /候选/],
  ['22-poll-over', 'packages/voter/poll/poll?id=volunteers', /候选/],
] as const)('%s is heard as it is meant', async (name, address, ...ready) => {
  const phone = await product().phoneOf('小李');
  await phone.open(address);
  for (const text of ready) await phone.sees(text);
  await readsAsMeant(phone, name);
});

test('the page of one’s own, its settings, and the rules of a poll are heard', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open('pages/mine/mine');
  await phone.sees('不需要头像、昵称和手机号');
  await readsAsMeant(phone, '23-mine');
  await phone.tap('button', /字号与深色/);
  await phone.find('button', '好了').waitFor();
  await readsAsMeant(phone, '24-settings');
  await openPoll(phone, 'services');
  await phone.tap('button', '评选规则');
  await phone.find('button', '知道了').waitFor();
  await readsAsMeant(phone, '25-rules');
});

test('a vote in 长辈版 is heard from the home page to the receipt', async () => {
  const phone = await product().phoneOf('王阿姨');
  await phone.open();
  await phone.tap('button', '换长辈版');
  await phone.find('link', /^我的回执/).waitFor();
  await readsAsMeant(phone, '26-home-elder');
  await phone.tap('link', /^去投票/);
  await phone.find('heading', '请选 3 到 10 件').waitFor();
  await readsAsMeant(phone, '27-poll-elder');
  await chooseNamed(phone);
  await review(phone);
  await readsAsMeant(phone, '28-review-elder');
  await castIt(phone);
  await receivedCode(phone);
  await readsAsMeant(phone, '29-received-elder');
});
