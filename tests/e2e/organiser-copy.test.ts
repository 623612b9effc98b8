import { readyPoll } from '../support/organiser-client';
import { answerDialog } from './support/dialog';
import { layoutComplaints } from './support/layout';
import { organiserPage } from './support/organising';
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
  await answerDialog(phone, ['照“最美阳台”再办一个？', /批准文件和抽签要重新写/], '取消');
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
