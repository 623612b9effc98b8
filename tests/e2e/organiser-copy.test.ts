import { readyPoll } from '../support/organiser-client';
import { answerDialog } from './support/dialog';
import { layoutComplaints } from './support/layout';
import { nextStep, organiserPage } from './support/organising';
import { useProduct } from './support/product';

const product = useProduct();

test('a poll is made once more from its page, by its name: the draft has its candidates and opens in the editor', async () => {
  const owner = product().organiserOf('赵敏');
  const pollId = await readyPoll(owner, { title: '最美阳台' });
  await owner.add(pollId, '智慧停车');
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  const before = (await owner.get('poll.mine', {})).polls.length;

  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('manage', pollId));
  await phone.tap('link', /^复制为新评选/);
  await answerDialog(phone, ['照“最美阳台”再办一个？', /批准文件和抽签要重新写/], '再想想');
  expect((await owner.get('poll.mine', {})).polls).toHaveLength(before);

  await phone.tap('link', /^复制为新评选/);
  await phone.page.locator('.modal').getByText('照“最美阳台”再办一个？').waitFor();
  await phone.picture('1-copy');
  await answerDialog(phone, ['照“最美阳台”再办一个？'], '复制');
  await phone.sees('最美阳台');
  await phone.find('textbox', /标题/).waitFor();
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('2-draft');
  const { polls } = await owner.get('poll.mine', {});
  expect(polls).toHaveLength(before + 1);
  expect(polls.find(({ title, status }) => title === '最美阳台' && status === 'draft')).toMatchObject({
    candidateCount: 3,
  });
});

test('candidates of an earlier poll are added to a draft by its name, and those of a name that is there are told', async () => {
  const owner = product().organiserOf('赵敏');
  await readyPoll(owner, { title: '去年的阳台' });
  const pollId = await owner.create('small', '今年的阳台');
  await owner.add(pollId, '第一项');

  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('edit', pollId));
  for (const title of ['时间安排', '投票规则', '候选']) await nextStep(phone, title);
  await phone.picture('3-step');
  await phone.tap('button', '从以前的评选选');
  await phone.page.getByText('去年的阳台（2）').tap();
  await answerDialog(phone, ['把“去年的阳台”的候选加进来？', /2 项都加在后面/], '加进来');
  await answerDialog(phone, ['加了 1 项。同名的 1 项没有加：第一项。'], '知道了');
  await phone.sees('第二项');
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('4-added');
  const { candidates } = await owner.get('candidate.list', { pollId });
  expect(candidates.map(({ number, name }) => `${number} ${name}`)).toEqual(['1 第一项', '2 第二项']);
});
