import { readyPoll, type OrganiserClient } from '../support/organiser-client';
import { answerDialog } from './support/dialog';
import { layoutComplaints } from './support/layout';
import { nextStep, organiserPage, pick } from './support/organising';
import { useProduct } from './support/product';
import { openPoll } from './support/voting';

const product = useProduct();
const minute = 60_000;
const day = 24 * 60 * minute;
const owner = (): OrganiserClient => product().organiserOf('赵敏');

/** A poll of three candidates whose vote is open, which one owner may act on alone. */
async function openedPoll(title: string, change: object = {}): Promise<string> {
  const now = product().now;
  // No notice is promised: else it would take two persons to end it.
  const stages = { voting: now, verifying: now + 10 * day };
  const pollId = await readyPoll(owner(), { title, opensAtOnce: true, stages, ...change });
  await owner().add(pollId, '智慧停车');
  await owner().get('act.propose', { pollId, act: { kind: 'publish' } });
  product().letPass(2 * minute);
  return pollId;
}

async function stateOf(pollId: string): Promise<{ status: string; end: number }> {
  const { poll } = await owner().get('poll.load', { pollId });
  return { status: poll.status, end: poll.stages.verifying };
}

test('calling a poll off asks once more by its name, and whoever thinks again has done nothing', async () => {
  const pollId = await openedPoll('最美阳台');
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('propose', pollId));
  await phone.tap('radio', /^取消评选/);
  await phone.type('写给所有人看，请说清楚为什么', '场地原因取消');
  await phone.tap('button', '提出取消评选');
  await phone.page.locator('.modal').getByText('取消“最美阳台”？').waitFor();
  await phone.picture('1-call-off');
  await answerDialog(phone, ['取消“最美阳台”？', /不能恢复/], '再想想');
  expect(await stateOf(pollId)).toMatchObject({ status: 'published' });
  expect((await owner().get('act.list', { pollId })).acts).toHaveLength(1);

  await phone.tap('button', '提出取消评选');
  await answerDialog(phone, ['取消“最美阳台”？', /不能恢复/], '取消评选');
  await phone.sees('办过的事');
  await phone.sees(/ 今天 .* 一人办理$/);
  expect(await phone.screen.getByText(/同意$/).filter({ visible: true }).count()).toBe(0);
  expect(await stateOf(pollId)).toMatchObject({ status: 'withdrawn' });
  await phone.picture('2-alone');
  await phone.open(organiserPage('trail', pollId));
  await phone.sees('一人办理了“取消评选”');
});

test('an early end says beforehand how much time it needs, and asks once more', async () => {
  const pollId = await openedPoll('最美楼道');
  const { end } = await stateOf(pollId);
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('propose', pollId));
  await phone.tap('radio', /^提前截止/);
  await phone.sees(/至少留出十分钟，最早可到 今天 \d+:\d\d$/);
  await phone.picture('3-early');
  await pick(phone, '日期', '2026年', '11月', '24日');
  await pick(phone, '时间', '12', '00');
  await phone.type('写给所有人看，请说清楚为什么', '活动提前结束');
  await phone.tap('button', '提出提前截止');
  await answerDialog(phone, ['“最美楼道”提前截止？', /明天 12:00 起不再收票，截止以后不能恢复/], '再想想');
  expect(await stateOf(pollId)).toMatchObject({ end });
  await phone.tap('button', '提出提前截止');
  await answerDialog(phone, ['“最美楼道”提前截止？'], '提前截止');
  await phone.sees('办过的事');
  expect(await stateOf(pollId)).toMatchObject({ end: Date.parse('2026-11-24T12:00:00+08:00') });
  product().letPass(minute);
  const voter = await product().phoneOf('小李');
  await openPoll(voter, pollId);
  await voter.sees(/11月24日 12:00/);
});

test('a candidate leaves for good only after a question that names it', async () => {
  const pollId = await openedPoll('最美小店');
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('candidates', pollId));
  await phone.tap('button', '智慧停车，更多操作');
  await phone.page.getByRole('dialog').getByText('退出评选').tap();
  const sheet = phone.screen.getByRole('dialog');
  await sheet.getByText('候选退出：智慧停车').waitFor();
  await sheet.getByRole('textbox').fill('单位申请退出');
  await phone.picture('4-leave');
  await sheet.getByRole('button', { name: '候选退出' }).tap();
  await answerDialog(phone, ['“智慧停车”退出评选？', /不能恢复/], '再想想');
  expect((await owner().get('candidate.list', { pollId })).candidates[2]?.standing).toBeUndefined();
  await sheet.getByRole('button', { name: '候选退出' }).tap();
  await answerDialog(phone, ['“智慧停车”退出评选？'], '退出评选');
  await phone.sees('已退出');
  expect((await owner().get('candidate.list', { pollId })).candidates[2]?.standing).toMatchObject({
    state: 'withdrawn',
    reason: '单位申请退出',
  });
});

test('pausing a candidate, which can be undone, is not asked twice', async () => {
  const pollId = await openedPoll('最美花园');
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('candidates', pollId));
  await phone.tap('button', '智慧停车，更多操作');
  await phone.page.getByRole('dialog').getByText('暂停投票').tap();
  const sheet = phone.screen.getByRole('dialog');
  await sheet.getByRole('textbox').fill('正在核实');
  await sheet.getByRole('button', { name: '暂停候选' }).tap();
  await phone.sees('暂停中');
});

test('where two persons are needed both are told what cannot be undone', async () => {
  const pollId = await openedPoll('最美河道', { secondPerson: false });
  const { token } = await owner().get('invitation.create', { pollId, role: 'editor' });
  await product().organiserOf('钱进').get('invitation.accept', { token, myName: '钱进' });
  const editor = await product().phoneOf('钱进');
  await editor.open(organiserPage('propose', pollId));
  await editor.tap('radio', /^候选退出/);
  await editor.screen.getByText('选一个', { exact: true }).filter({ visible: true }).first().tap();
  await editor.page.getByRole('option', { name: /智慧停车/ }).tap();
  await editor.page.getByRole('dialog').getByText('确定').tap();
  await editor.type('写给所有人看，请说清楚为什么', '单位申请退出');
  await editor.tap('button', '提出候选退出');
  await answerDialog(editor, ['“智慧停车”退出评选？', /不能恢复。.*提出后要由另一位成员同意才会生效。/], '提出');
  await editor.sees('您提出的事要由另一位成员同意。');
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('acts', pollId));
  await phone.tap('button', /^同意候选退出/);
  await answerDialog(phone, ['“智慧停车”退出评选？', /不能恢复/], '同意');
  await phone.sees(/ 今天 .* 同意$/);
  await phone.sees(/^钱进 今天 .* 提出$/);
  expect(await layoutComplaints(phone)).toEqual([]);
});

test('a draft is deleted only after a question that names it', async () => {
  const pollId = await owner().create('blank', '写错了的评选');
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('edit', pollId));
  await phone.find('heading', '基本信息').waitFor();
  for (const step of ['时间安排', '投票规则', '候选', '发布']) await nextStep(phone, step);
  await phone.tap('button', '删除这个草稿');
  await answerDialog(phone, ['删除“写错了的评选”？', /不能恢复/], '再想想');
  expect(await stateOf(pollId)).toMatchObject({ status: 'draft' });
  await phone.tap('button', '删除这个草稿');
  await answerDialog(phone, ['删除“写错了的评选”？'], '删除');
  await phone.find('heading', '发布').waitFor({ state: 'hidden' });
  expect(await owner().ask('poll.load', { pollId })).toMatchObject({ error: { code: 'NOT_A_MEMBER' } });
});
