import { readyPoll } from '../support/organiser-client';
import { answerDialog } from './support/dialog';
import { layoutComplaints } from './support/layout';
import { nextStep, organiserPage } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';

const product = useProduct();

const views = [{ width: 375 }, { width: 375, theme: 'dark' as const }, { width: 320, height: 640, scale: 1.5 }];

async function look(phone: Phone, name: string): Promise<void> {
  await phone.picture(name);
  expect(await layoutComplaints(phone)).toEqual([]);
}

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

test.each(views)('single candidates of an earlier poll are added to a draft, at %j', async (view) => {
  const owner = product().organiserOf('赵敏');
  const title = `去年的阳台 ${Object.values(view).join('-')}`;
  const from = await readyPoll(owner, { title });
  await owner.add(from, '第三项');
  const pollId = await owner.create('small', '今年的阳台');
  await owner.add(pollId, '第一项');

  const phone = await product().phoneOf('赵敏', view);
  await phone.open(organiserPage('edit', pollId));
  for (const title of ['时间安排', '投票规则', '候选']) await nextStep(phone, title);
  await phone.picture(`3-step-${Object.values(view).join('-')}`);
  await phone.tap('button', '从以前的评选选');
  await phone.page.getByText(`${title}（3）`).tap();
  await phone.find('checkbox', /第一项，这里已经有了，不加/).waitFor();
  await phone.tap('button', '全不选');
  await phone.find('button', '点选要加入的').waitFor();
  await phone.tap('checkbox', /第三项/);
  await look(phone, `5-chosen-${Object.values(view).join('-')}`);
  await phone.tap('button', '加入这 1 项');
  await answerDialog(phone, ['加了 1 项。'], '知道了');
  await phone.sees('第三项');
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('4-added');
  const { candidates } = await owner.get('candidate.list', { pollId });
  expect(candidates.map(({ number, name }) => `${number} ${name}`)).toEqual(['1 第一项', '2 第三项']);
});

test('a draft is copied from the editor’s last step', async () => {
  const owner = product().organiserOf('赵敏');
  const pollId = await owner.create('people', '还没发的好邻居');
  await owner.add(pollId, '王芳');
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('edit', pollId));
  for (const title of ['时间安排', '投票规则', '候选', '发布']) await nextStep(phone, title);
  await phone.tap('button', '照这个再写一份');
  await answerDialog(phone, ['照“还没发的好邻居”再办一个？'], '复制');
  await phone.find('heading', '基本信息').waitFor();
  const { polls } = await owner.get('poll.mine', {});
  const drafts = polls.filter(({ title }) => title === '还没发的好邻居');
  expect(drafts.map(({ status, candidateCount }) => `${status} ${candidateCount}`)).toEqual(['draft 1', 'draft 1']);
});
