import path from 'node:path';
import { field, nextStep, pickFiles, saved } from './support/organizing';
import { useProduct } from './support/product';
import { castIt, choose, receivedCode, review } from './support/voting';

const product = useProduct();
const twenty = path.join(__dirname, 'files/twenty-candidates.xlsx');
const minute = 60_000;

test('a new organiser goes from the home page to a published poll of twenty imported candidates, and a resident votes', async () => {
  const phone = await product().phoneOf('赵敏');
  await phone.open();
  await phone.tap('link', '您也可以办一个评选');
  await phone.tap('radio', /班级或小区小投票/);
  await field(phone, '团队里怎么称呼您').fill('赵敏');
  await phone.picture('1-template');
  await phone.tap('button', '用这个模板开始');

  await phone.find('heading', '基本信息').waitFor();
  await field(phone, '标题').fill('梧桐社区最想办的一件事');
  await field(phone, '主办方').fill('梧桐社区居委会');
  await phone.sees('梧桐社区居委会主办：梧桐社区最想办的一件事，请您评。');
  await field(phone, '简介').fill('居民提的二十件事，请您选三件，票多的今年先办。');
  await field(phone, '异议渠道').fill('社区服务大厅二号窗口，工作日 9:00 到 17:00。');
  await saved(phone);
  await phone.picture('2-basics');

  await nextStep(phone, '时间安排');
  await phone.picture('3-times');
  await nextStep(phone, '投票规则');
  await phone.tap('button', '最多选几项，加一');
  await phone.tap('button', '最多选几项，加一');
  await phone.tap('button', '至少选几项，加一');
  await phone.sees(/每人一票，每票选 2–3 项。/);
  await phone.tap('radio', '截止后');
  await phone.sees(/计票在投票结束后公布。/);
  await saved(phone);
  await phone.picture('4-rules');

  await nextStep(phone, '候选');
  await phone.tap('button', '从表格导入');
  await phone.tap('button', '选择表格文件');
  await pickFiles(phone, twenty);
  await phone.sees('检查好了，可以加入 20 项', 20_000);
  await phone.sees('老旧小区加装电梯');
  await phone.picture('5-report');
  await phone.tap('button', '加入这 20 项');
  await phone.sees('已加入 20 项', 20_000);
  await phone.tap('button', '好了');
  await phone.sees('还有 16 项');
  await phone.picture('6-candidates');

  await nextStep(phone, '发布');
  await phone.sees('都齐了，可以发布');
  await phone.picture('7-checklist');
  await phone.tap('link', '看看居民看到的样子');
  await phone.sees('预览里不能投票');
  await phone.sees('20 项候选');
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
  const pollId = await publishedPoll();

  product().letPass(2 * minute);
  const resident = await product().phoneOf('小李');
  await resident.open(`packages/voter/poll/poll?id=${pollId}`);
  await resident.sees('20 项候选');
  await choose(resident, 3);
  await review(resident);
  await castIt(resident);
  expect(await receivedCode(resident)).toMatch(/^\w{4}-\w{4}$/);
  await resident.picture('11-voted');
});

/** The newest poll of the organiser, as the cloud knows it. */
async function publishedPoll(): Promise<string> {
  const { polls } = await product().organizerOf('赵敏').get('poll.mine', {});
  expect(polls).toMatchObject([{ status: 'published', candidateCount: 20 }]);
  return polls[0]?.id ?? '';
}
