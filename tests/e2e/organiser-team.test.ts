import { eventually } from '../support/eventually';
import { publishable, type OrganiserClient } from '../support/organiser-client';
import { layoutComplaints } from './support/layout';
import { openCard, sendTo } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, choose, openPoll, receivedCode, review } from './support/voting';

const product = useProduct();
const minute = 60_000;
/** The poll that this family's journeys are about, a small one that opens as soon as it is published. */
let pollId = '';
/** The code on the receipt of the one ballot that is cast. */
let code = '';

beforeAll(async () => {
  const owner = organiser('小李');
  pollId = await owner.create('small', '我们小区的花园怎么建');
  await owner.save(pollId, {
    ...publishable,
    secondPerson: true,
    nomination: { isOpen: true, perPerson: 2, guide: '推荐一处小区里值得建的地方。' },
  });
  for (const name of ['儿童乐园', '健身步道']) await owner.add(pollId, name);
});

function organiser(person: string): OrganiserClient {
  return product().organiserOf(person);
}

const page = (name: string): string => `packages/organiser/${name}/${name}?id=${pollId}`;

/** A dialog that WeChat draws over the page. */
async function answerDialog(phone: Phone, button: string): Promise<void> {
  await phone.page.getByRole('button', { name: button, exact: true }).last().tap();
}

test('a colleague is invited by a card in a chat, sees what they may do, and joins', async () => {
  const phone = await product().phoneOf('小李', { isFramed: true });
  await phone.open(page('team'));
  await phone.sees('目前只有您一位');
  await phone.tap('button', '邀请同事');
  await phone.tap('radio', /^审核人/);
  await phone.picture('1-choose-a-role');
  await phone.tap('button', '做邀请卡片');
  await phone.sees('卡片做好了');
  await phone.picture('2-card');
  await phone.tap('button', '发到聊天里');
  await sendTo(phone, '幸福里 3 号楼群');
  await phone.sees('还没有接受的邀请');

  const card = '请您来当“我们小区的花园怎么建”的审核人';
  await openCard(phone, card, '小王');
  await phone.sees('审推荐、审图片视频、同意要两个人的事。');
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.tap('button', '接受邀请');
  await phone.sees('请先写上您的称呼');
  await phone.type('如 张敏', '王志强');
  await phone.picture('3-invitation');
  await phone.tap('button', '接受邀请');
  await phone.sees('王志强');
  await phone.picture('4-team');

  await openCard(phone, card, '王阿姨');
  await phone.sees('邀请已经被用过');
});

test('a nomination is sent, accepted, and is a candidate; a returned one tells its proposer why', async () => {
  const resident = await product().phoneOf('小李', { isFramed: true });
  await resident.open(page('review'));
  await resident.tap('button', '请大家推荐');
  await sendTo(resident, '幸福里 3 号楼群');
  await openCard(resident, '“我们小区的花园怎么建”请您推荐', '王阿姨');
  await resident.sees('您还可以推荐 2 项');
  await resident.tap('button', '送出推荐');
  await resident.sees('请先写推荐的名称');
  await resident.type('项目、人物或作品的名称', '长椅和凉亭');
  await resident.type('60 字以内，让人一看就懂', '老人走累了能歇一歇。');
  expect(await layoutComplaints(resident)).toEqual([]);
  await resident.picture('5-nominate');
  await resident.tap('button', '送出推荐');
  await resident.sees('已经送出');
  await resident.tap('button', '再推荐一个');
  await resident.type('项目、人物或作品的名称', '小游泳池');
  await resident.type('60 字以内，让人一看就懂', '夏天孩子们可以玩水。');
  await resident.tap('button', '送出推荐');
  await resident.sees('已经送出');

  const reviewer = await product().phoneOf('小王');
  await reviewer.open(page('review'));
  await reviewer.sees('长椅和凉亭');
  await reviewer.picture('6-review');
  await reviewer.tap('button', '采用长椅和凉亭');
  await answerDialog(reviewer, '采用');
  await reviewer.tap('button', '退回小游泳池');
  await reviewer.type('例如：请补充实施的地点和时间', '小区没有这么大的空地。');
  await reviewer.tap('button', /^退回$/);
  await reviewer.sees('没有等待审核的推荐');

  const { candidates } = await organiser('小李').get('candidate.list', { pollId });
  expect(candidates.map(({ name }) => name)).toEqual(['儿童乐园', '健身步道', '长椅和凉亭']);
  await resident.tap('button', '看我的推荐');
  await resident.pullToRefresh();
  await resident.sees('已采用');
  await resident.sees('主办方的说明：小区没有这么大的空地。');
  await resident.picture('7-my-nominations');
});

test('publishing waits for a second person, whom the trail names', async () => {
  const owner = await product().phoneOf('小李');
  await organiser('小李').get('act.propose', { pollId, act: { kind: 'publish' } });
  await owner.open(page('acts'));
  await owner.sees('您提出的事要由另一位成员同意。');
  expect(await owner.find('button', /^同意发布评选/).count()).toBe(0);

  const colleague = await product().phoneOf('小王');
  await colleague.open(page('acts'));
  await colleague.tap('button', /^同意发布评选/);
  await colleague.picture('8-approve');
  await answerDialog(colleague, '同意');
  await colleague.sees('没有等待同意的事');
  await colleague.sees('已办');
  expect(await layoutComplaints(colleague)).toEqual([]);
  await colleague.picture('9-done');

  await owner.open(page('trail'));
  await owner.sees('同意“发布评选”');
  await owner.sees('采用了推荐“长椅和凉亭”');
  await owner.sees('接受邀请，成为审核人');
  expect(await layoutComplaints(owner)).toEqual([]);
  await owner.picture('10-trail');
});

test('the dashboard shows a vote, its log and a workbook, and sends on to what waits', async () => {
  const { cloud } = product();
  // The vote opens some minutes after it was published.
  product().letPass(15 * minute);
  const voter = await product().phoneOf('小张');
  await openPoll(voter, pollId);
  await choose(voter, 1);
  await review(voter);
  await castIt(voter);
  code = await receivedCode(voter);
  await cloud.fireTimer('scheduler');

  const owner = await product().phoneOf('小李', { height: 1400 });
  await owner.open(`packages/dashboard/dashboard/dashboard?id=${pollId}`);
  await owner.sees('计入的选票和访问');
  expect(await owner.find('img', /最多的是 .+，1 张/).count()).toBe(1);
  await owner.tap('button', '看数字');
  await owner.find('button', '收起数字').waitFor();
  await owner.sees(/已公开 \d+ 条/);
  expect(await layoutComplaints(owner)).toEqual([]);
  await owner.picture('11-dashboard');
  await owner.tap('button', /导出表格.*参与情况表/);
  await owner.page.getByText(/参与情况-我们小区的花园怎么建-.+\.xlsx/).waitFor();
  await owner.picture('12-export');
  await owner.page.getByRole('button', { name: '关闭' }).tap();

  const { candidates } = await organiser('小李').get('candidate.list', { pollId });
  const act = { kind: 'freezeCandidate', candidateId: candidates[0]?.id ?? '', reason: '管线还没有查清。' } as const;
  await organiser('小王').get('act.propose', { pollId, act });
  await owner.open(`packages/dashboard/dashboard/dashboard?id=${pollId}`);
  await owner.tap('link', /^1 件事等另一位同意/);
  await owner.sees('管线还没有查清。');
});

test('a ballot is voided by its receipt’s code, for a declared reason, by two persons', async () => {
  const { cloud } = product();
  // A quiet poll's log goes public ten minutes after a ballot: nobody can time a single one by it.
  product().letPass(15 * minute);
  await eventually(async () => {
    await cloud.fireTimer('scheduler');
    const standings = await product().voterOf('小李').get('standings.get', { pollId });
    expect(standings.log?.size).toBe(2);
  });
  const colleague = await product().phoneOf('小王');
  await colleague.open(page('propose'));
  await colleague.tap('radio', /^作废选票/);
  await colleague.tap('button', '提出作废选票');
  await colleague.sees('请写明是哪一张选票');
  await colleague.type('回执码，或公开账册里的序号', '0000-0000');
  await colleague.tap('button', '查');
  await colleague.sees(/公开账册里没有这个回执码/);
  await colleague.type('回执码，或公开账册里的序号', code.toLowerCase());
  await colleague.tap('button', '查');
  await colleague.sees('公开账册第 1 条');
  const { poll } = await organiser('小王').get('poll.load', { pollId });
  await colleague.tap('radio', poll.voidReasons[0] ?? '');
  await colleague.type('违反了哪一条，或证据在哪里', '规则第四条');
  expect(await layoutComplaints(colleague)).toEqual([]);
  await colleague.picture('13-void');
  await colleague.tap('button', '提出作废选票');
  await colleague.page.getByText('作废公开账册第 1 条选票？').waitFor();
  await colleague.page
    .getByText(/结果公布以后不能恢复/)
    .first()
    .waitFor();
  await answerDialog(colleague, '提出');
  await colleague.sees('您提出的事要由另一位成员同意。');

  const owner = await product().phoneOf('小李');
  await owner.open(page('acts'));
  await owner.sees('公开账册第 1 条');
  await owner.sees('规则第四条');
  await owner.tap('button', /^同意作废选票/);
  await answerDialog(owner, '同意');
  await owner.sees('已办');
  await owner.picture('14-voided');
});
