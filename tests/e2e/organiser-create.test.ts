import path from 'node:path';
import { bringNeighbours } from './support/neighbours';
import { field, nextStep, openCard, organiserPage, pickFiles, saved, sendTo } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, choose, receivedCode, review } from './support/voting';

const product = useProduct();
const twenty = path.join(__dirname, 'files/twenty-candidates.xlsx');
const minute = 60_000;

test('a new organiser goes from the home page to a published poll: twenty imported candidates, two colleagues, a nomination, a vote and its dashboard', async () => {
  const phone = await product().phoneOf('赵敏', { isFramed: true });
  await phone.open();
  await phone.tap('link', '您也可以办一个评选');
  await phone.tap('radio', /^空白/);
  await field(phone, '团队里怎么称呼您').fill('赵敏');
  await phone.picture('1-template');
  await phone.tap('button', '用这个模板开始');

  await phone.find('heading', '基本信息').waitFor();
  await field(phone, '标题').fill('梧桐社区最想办的一件事');
  await field(phone, '主办方').fill('梧桐社区居委会');
  await phone.sees('梧桐社区居委会主办：梧桐社区最想办的一件事，请您评。');
  await field(phone, '简介').fill('居民提的二十件事，请您选三件，票多的今年先办。');
  await saved(phone);
  await phone.picture('2-basics');

  await nextStep(phone, '时间安排');
  await phone.tap('switch', '发布后马上开始投票');
  await phone.picture('3-times');
  await nextStep(phone, '投票规则');
  await phone.tap('button', '最多选几项，加一');
  await phone.tap('button', '最多选几项，加一');
  await phone.tap('button', '至少选几项，加一');
  await phone.sees(/每人一票，每票选 2–3 项。/);
  await phone.tap('radio', '截止后');
  await phone.sees(/票数在投票截止后公布。/);
  await saved(phone);
  await phone.picture('4-rules');

  await nextStep(phone, '候选');
  await phone.tap('button', '从表格导入');
  await phone.tap('button', '选择表格文件');
  await pickFiles(phone, twenty);
  await phone.sees('检查好了，可以加入 20 项');
  await phone.sees('老旧小区加装电梯');
  await phone.picture('5-report');
  await phone.tap('button', '加入这 20 项');
  await phone.sees('已加入 20 项');
  await phone.tap('button', '好了');
  await phone.sees('还有 16 项');
  await phone.tap('switch', '接受居民推荐');
  await saved(phone);
  await phone.picture('6-candidates');
  const pollId = await onlyPoll('draft', 20);
  await inviteTwo(phone, pollId);
  await nominateAndAccept(phone, pollId);

  await phone.open(organiserPage('edit', pollId));
  for (const title of ['时间安排', '投票规则', '候选', '发布']) await nextStep(phone, title);
  await phone.sees('都齐了，可以发布');
  await phone.picture('7-checklist');
  await phone.tap('link', '看看居民看到的样子');
  await phone.sees('预览里不能投票');
  await phone.sees('21 项候选');
  await phone.picture('8-preview');
  await phone.tap('button', '返回接着改');
  await phone.sees('都齐了，可以发布');
  await phone.tap('button', '发布');
  await phone.page.getByText('大约一分钟后开始投票', { exact: false }).last().waitFor();
  await phone.picture('9-confirm');
  await phone.page.locator('.modal').getByText('发布', { exact: true }).last().tap();
  await phone.sees('发给大家');
  await phone.picture('10-published');
  await phone.tap('link', '看居民看到的页面');
  expect(await onlyPoll('published', 21)).toBe(pollId);

  product().letPass(2 * minute);
  const resident = await product().phoneOf('小李');
  await resident.open(`packages/voter/poll/poll?id=${pollId}`);
  await resident.sees('21 项候选');
  await choose(resident, 3);
  await review(resident);
  await castIt(resident);
  expect(await receivedCode(resident)).toMatch(/^\w{4}-\w{4}$/);
  await resident.picture('11-voted');

  // One ballot alone is shown to nobody, the team included.
  await bringNeighbours(product(), pollId);
  await phone.open(`packages/dashboard/dashboard/dashboard?id=${pollId}`);
  await phone.sees('计入的选票和访问');
  expect(await phone.find('img', /最多的是 .+，2[01] 张/).count()).toBe(1);
  await phone.picture('12-dashboard');
});

/** Two colleagues get a card in a chat each, and accept it on their own phones. */
async function inviteTwo(phone: Phone, pollId: string): Promise<void> {
  const roles = [
    ['小赵', '编辑', '赵东'],
    ['小孙', '审核人', '孙丽'],
  ] as const;
  for (const [person, role, name] of roles) {
    await phone.open(organiserPage('team', pollId));
    await phone.tap('button', '邀请同事');
    await phone.tap('radio', new RegExp(`^${role}`));
    await phone.tap('button', '做邀请卡片');
    await phone.sees('卡片做好了');
    await phone.tap('button', '发到聊天里');
    await sendTo(phone, '好友');
    await openCard(phone, `请您来当“梧桐社区最想办的一件事”的${role}`, person);
    await phone.type('如 张敏', name);
    await phone.tap('button', '接受邀请');
    await phone.sees(name);
  }
}

/** A resident nominates by a card, and the organiser accepts it. */
async function nominateAndAccept(phone: Phone, pollId: string): Promise<void> {
  const resident = await product().phoneOf('王阿姨');
  await resident.open(`packages/participant/nominate/nominate?id=${pollId}`);
  await resident.type('项目、人物或作品的名称', '楼道里的长椅');
  await resident.type('60 字以内，让人一看就懂', '老人走累了能歇一歇。');
  await resident.tap('button', '送出推荐');
  await resident.sees('已经送出');
  await phone.open(organiserPage('review', pollId));
  await phone.tap('button', '采用楼道里的长椅');
  await phone.page.getByRole('button', { name: '采用', exact: true }).last().tap();
  await phone.sees('没有等待审核的推荐');
}

/** The organiser's one poll, as the cloud knows it. @returns its id */
async function onlyPoll(status: 'draft' | 'published', candidateCount: number): Promise<string> {
  const { polls } = await product().organiserOf('赵敏').get('poll.mine', {});
  expect(polls).toMatchObject([{ status, candidateCount }]);
  return polls[0]?.id ?? '';
}
