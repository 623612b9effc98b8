import { drawPhoto } from '../preview/support/photo';
import { readyPoll } from '../support/organiser-client';
import { layoutComplaints } from './support/layout';
import { field, nextStep, organiserPage, pickFiles, saved } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';

const product = useProduct();
const minute = 60_000;

const editor = (pollId: string): string => organiserPage('edit', pollId);

/** What the cloud holds of a poll. */
async function held(pollId: string, person = '赵敏'): Promise<{ title: string; hotline: string; organiser: string }> {
  const { poll } = await product().organiserOf(person).get('poll.load', { pollId });
  return poll;
}

/** An editor of the poll, besides its owner. */
async function withColleague(pollId: string, person: string): Promise<void> {
  const { token } = await product().organiserOf('赵敏').get('invitation.create', { pollId, role: 'owner' });
  await product().organiserOf(person).get('invitation.accept', { token, myName: person });
}

test('two people who write the same title at once both see both, and one of them decides', async () => {
  const pollId = await product().organiserOf('赵敏').create('small', '原来的标题');
  await withColleague(pollId, '钱进');
  const phone = await product().phoneOf('赵敏');
  await phone.open(editor(pollId));
  await phone.find('heading', '基本信息').waitFor();
  const { version } = (await product().organiserOf('钱进').get('poll.load', { pollId })).poll;
  const change = { title: '钱进写的标题', organiser: '钱进写的单位' };
  await product().organiserOf('钱进').get('poll.save', { pollId, version, change });

  await field(phone, '标题').fill('赵敏写的标题');
  const sheet = phone.screen.getByRole('dialog');
  await sheet.getByRole('heading', { name: /^钱进在 今天 .* 改过$/ }).waitFor();
  await sheet.getByText('钱进写的标题').waitFor();
  await sheet.getByText('赵敏写的标题').waitFor();
  await phone.picture('1-conflict');
  expect(await held(pollId)).toMatchObject({ title: '钱进写的标题' });

  await sheet.getByRole('radio', { name: '用我写的' }).tap();
  await sheet.getByRole('button', { name: '就这样' }).tap();
  await saved(phone);
  expect(await held(pollId)).toMatchObject({ title: '赵敏写的标题', organiser: '钱进写的单位' });
  expect(await field(phone, '主办方').inputValue()).toBe('钱进写的单位');
});

test('what is written without a network is kept on the phone and saved when there is one', async () => {
  const pollId = await product().organiserOf('赵敏').create('small', '断网时的评选');
  const phone = await product().phoneOf('赵敏');
  await phone.open(editor(pollId));
  await phone.find('heading', '基本信息').waitFor();
  await phone.goOffline();
  await field(phone, '监督电话').fill('0871-6312 3456');
  await phone.sees('没有保存上，会再试');
  await phone.picture('2-offline');
  await phone.goOnline();
  await saved(phone);
  expect(await held(pollId)).toMatchObject({ hotline: '0871-6312 3456' });
});

test('a list with faults is told row by row, and nothing of it is added', async () => {
  const pollId = await product().organiserOf('赵敏').create('small', '导入出错的评选');
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('import', pollId));
  await phone.tap('button', '下载模板');
  await phone.page
    .getByRole('dialog')
    .getByText(/\.xlsx$/)
    .waitFor();
  await phone.page.getByRole('dialog').getByText('关闭').tap();
  await phone.tap('button', '选择表格文件');
  const rows = ['编号,名称,单位', '1,社区食堂,市民政局', '1,夜间门诊,市卫健委', 'x,河道清淤,市水务局', '4,,市园林局'];
  await pickFiles(phone, { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
  await phone.sees('有 3 处要改');
  await phone.sees('第 3 行・编号（A3）');
  await phone.sees('编号 1 和第 2 行的一样');
  await phone.sees('编号“x”不对');
  await phone.sees('没有写名称');
  await phone.picture('3-faults');
  const { candidates } = await product().organiserOf('赵敏').get('candidate.list', { pollId });
  expect(candidates).toEqual([]);
});

test('a candidate is written with a picture, put in order, removed and taken back', async () => {
  const pollId = await readyPoll(product().organiserOf('赵敏'));
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('candidates', pollId));
  await phone.tap('button', '添加候选');
  await phone.tap('button', /^保存$/);
  await phone.sees('写上名称');
  await field(phone, '名称').fill('夜间门诊');
  await field(phone, '单位').fill('市中医院');
  await phone.tap('button', '添加图片');
  const photo = await drawPhoto(phone.page, 2400, 1600);
  await pickFiles(phone, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await phone.find('button', /^图片 1，待核对$/).waitFor();
  await phone.picture('4-candidate');
  await phone.tap('button', /^保存$/);
  await phone.find('link', /03.*夜间门诊.*市中医院/).waitFor();

  await phone.tap('button', '夜间门诊，更多操作');
  await phone.page.getByRole('dialog').getByText('上移一位').tap();
  await phone.find('link', /02.*夜间门诊/).waitFor();
  await phone.tap('button', '夜间门诊，更多操作');
  await phone.page.getByRole('dialog').getByText('删除').tap();
  await phone.sees('已删除“夜间门诊”');
  await phone.picture('5-undo');
  await phone.tap('button', '撤销');
  await phone.find('link', /02.*夜间门诊/).waitFor();

  const { candidates } = await product().organiserOf('赵敏').get('candidate.list', { pollId });
  expect(candidates.map(({ name }) => name)).toEqual(['第一项', '夜间门诊', '第二项']);
  expect(candidates[1]?.pictures).toHaveLength(1);
});

test('where the poll wants two persons, a publishing waits for the second and says so', async () => {
  const pollId = await readyPoll(product().organiserOf('赵敏'));
  await withColleague(pollId, '钱进');
  const phone = await product().phoneOf('赵敏');
  await phone.open(editor(pollId));
  for (const step of ['时间安排', '投票规则', '候选', '发布']) await nextStep(phone, step);
  await phone.tap('switch', '大事要两个人同意');
  await saved(phone);
  await phone.tap('button', '提请发布');
  await phone.page.locator('.modal').getByText('提出', { exact: true }).tap();
  await phone.sees('等待第二人确认');
  await phone.picture('6-waiting');
  const colleague = product().organiserOf('钱进');
  const { acts } = await colleague.get('act.list', { pollId });
  await colleague.get('act.approve', { pollId, actId: acts[0]?.id ?? '' });
  await phone.open(editor(pollId));
  await phone.sees('发给大家');
});

test('a published poll takes a new telephone number with a reason that residents read', async () => {
  const owner = product().organiserOf('赵敏');
  const pollId = await readyPoll(owner);
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('manage', pollId));
  await phone.tap('link', /^改简介、电话、封面/);
  await field(phone, '监督电话').fill('0871-6312 3456');
  await phone.tap('button', '保存并公开理由');
  const sheet = phone.screen.getByRole('dialog');
  await sheet.getByRole('textbox').fill('补上监督电话');
  await sheet.getByRole('button', { name: '保存并公开理由' }).tap();
  await phone.sees('改了监督电话');
  await phone.sees('补上监督电话');
  await phone.picture('7-record');
  product().letPass(2 * minute);
  const { poll } = await product().voterOf('小李').get('poll.get', { pollId });
  expect(poll).toMatchObject({ hotline: '0871-6312 3456', changes: { count: 1, latest: { reason: '补上监督电话' } } });
});

test('a candidate of a published poll is paused with a reason that residents read', async () => {
  const owner = product().organiserOf('赵敏');
  const pollId = await readyPoll(owner);
  await owner.add(pollId, '第三项');
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('candidates', pollId));
  await phone.tap('button', '第二项，更多操作');
  await phone.page.getByRole('dialog').getByText('暂停投票').tap();
  const sheet = phone.screen.getByRole('dialog');
  await sheet.getByRole('textbox').fill('材料有疑问，正在核实');
  await phone.picture('8-pause');
  await sheet.getByRole('button', { name: '暂停候选' }).tap();
  await phone.sees('暂停中');
  product().letPass(2 * minute);
  const { candidates } = await product().voterOf('小李').get('poll.get', { pollId });
  expect(candidates[1]?.standing).toEqual({ state: 'frozen', reason: '材料有疑问，正在核实', isAlone: true });
});

test('a draft that nobody needs is thrown away after a question', async () => {
  const owner = product().organiserOf('孙悦');
  const pollId = await owner.create('blank', '写错了的评选');
  const phone = await product().phoneOf('孙悦');
  await phone.open('packages/organiser/polls/polls');
  await phone.tap('link', /^写错了的评选/);
  for (const step of ['时间安排', '投票规则', '候选', '发布']) await nextStep(phone, step);
  await phone.tap('button', '删除这个草稿');
  await phone.page.locator('.modal').getByText('删除', { exact: true }).tap();
  await phone.sees('还没有办过评选');
  expect(await owner.ask('poll.load', { pollId })).toMatchObject({ ok: false, error: { code: 'NOT_A_MEMBER' } });
});

describe.each([
  [{ width: 320 }],
  [{ width: 430 }],
  [{ width: 375, theme: 'dark' as const }],
  [{ width: 375, scale: 1.5 }],
  [{ width: 320, scale: 1.5 }],
])('at %j', (options) => {
  test('every page of the organisers’ work is laid out for fingers and screen readers', async () => {
    const owner = product().organiserOf('赵敏');
    const pollId = await readyPoll(owner);
    const { poll } = await owner.get('poll.load', { pollId });
    const long = '云川市二〇二六年度群众最满意的十件为民服务实事项目评选活动第一阶段网络投票';
    await owner.get('poll.save', { pollId, version: poll.version, change: { title: long, organiser: long } });
    await owner.get('candidate.add', {
      pollId,
      requestId: `long-${pollId}`,
      candidate: { name: `${long}${long}`.slice(0, 60), unit: long },
    });
    const phone = await product().phoneOf('赵敏', options);
    const name = `at-${Object.values(options).join('-')}`;
    await phone.open(editor(pollId));
    await phone.find('heading', '基本信息').waitFor();
    await inspect(phone, `${name}-1-basics`);
    for (const [at, step] of ['时间安排', '投票规则', '候选', '发布'].entries()) {
      await nextStep(phone, step);
      if (step === '发布') await phone.find('button', /^(发布|还差)/).waitFor();
      await inspect(phone, `${name}-${at + 2}-step`);
    }
    for (const page of ['candidates', 'import', 'manage', 'changes']) {
      if (page === 'manage') await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
      await phone.open(organiserPage(page, pollId));
      await phone.settles();
      await inspect(phone, `${name}-6-${page}`);
    }
    await phone.open('packages/organiser/create/create');
    await phone.find('radio', /空白/).waitFor();
    await inspect(phone, `${name}-7-create`);
    await phone.open('packages/organiser/polls/polls');
    await phone.find('button', '办一个评选').waitFor();
    await inspect(phone, `${name}-8-polls`);
  });
});

async function inspect(phone: Phone, picture: string): Promise<void> {
  await phone.picture(picture);
  expect({ picture, complaints: await layoutComplaints(phone) }).toEqual({ picture, complaints: [] });
}
