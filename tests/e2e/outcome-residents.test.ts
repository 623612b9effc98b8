import { drawPhoto } from '../preview/support/photo';
import { at, closeTeamPoll, noticedPoll, openTeamPoll, type NoticedPoll } from '../support/noticed-poll';
import { answerDialog } from './support/dialog';
import { layoutComplaints } from './support/layout';
import { complaint, objected, outcomePage, tend, voidBallotOf } from './support/objecting';
import { field, pickFiles } from './support/organising';
import { useProduct } from './support/product';
import type { Phone } from './support/phone';
import { castIt, choose, openPoll, receivedCode, review } from './support/voting';

async function submit(phone: Phone, says: RegExp): Promise<void> {
  await phone.tap('button', '提交异议');
  await answerDialog(phone, ['提交这条异议？', says], '提交');
}

async function write(phone: Phone, text: string): Promise<void> {
  await field(phone, '写明事由').fill(text);
}

async function looked(phone: Phone, step: string): Promise<void> {
  await phone.picture(step);
  expect({ step, complaints: await layoutComplaints(phone) }).toEqual({ step, complaints: [] });
}

describe('while the notice is up', () => {
  const product = useProduct({ timers: false });
  let poll: NoticedPoll;
  beforeAll(async () => {
    poll = await noticedPoll(product().cloud);
  });

  test('a resident objects from the poll’s page, signed and with a picture, reads in public what became of it, and appeals once', async () => {
    const { pollId, owner } = poll;
    const phone = await product().phoneOf('小李', { height: 1400 });
    phone.expectMissingFile();
    await phone.open(`packages/voter/poll/poll?id=${pollId}`);
    await phone.tap('link', '异议和答复');
    await phone.sees('还没有异议');
    await phone.tap('button', '提异议');
    await phone.sees('2月27日 24:00 前可以提。');
    await phone.sees(/1 个工作日内告诉您是否受理，受理后 3 个工作日内答复/);
    await phone.sees(/不写也收，当作线索去查，没有编号，不一定答复/);
    await phone.tap('radio', '某一候选');
    await phone.text(/^选一个$/).tap();
    await phone.page.getByRole('dialog').getByText('确定').tap();
    await phone.sees(/^01 /);
    await write(phone, complaint);
    await phone.tap('button', '加图片');
    const buffer = await drawPhoto(phone.page, 800, 600);
    await pickFiles(phone, { name: 'a.jpg', mimeType: 'image/jpeg', buffer });
    await phone.find('button', '去掉图片1').waitFor();
    await field(phone, '姓名').fill('李四');
    await field(phone, '联系办法').fill('13800000001');
    await phone.sees('写了姓名和联系办法，会有编号，一定答复。');
    await looked(phone, '1-form');
    await submit(phone, /会得到一个编号/);
    await phone.sees('已收到，编号 2026-01');
    await phone.sees('2月14日前告诉您是否受理。办到哪一步，在“我提的异议”里看。');
    await looked(phone, '2-sent');

    const [objection] = (await owner.get('objection.list', { pollId })).objections;
    expect(objection).toMatchObject({ kind: 'candidate', text: complaint, signed: { name: '李四' }, pictureCount: 1 });
    await tend(product(), poll);
    const reader = await product().phoneOf('王阿姨');
    await reader.open(outcomePage('objections', pollId));
    await reader.sees('2026-01');
    await reader.sees('等待受理');
    await reader.sees('2月14日前告知是否受理');
    // What was written and by whom is nobody else's business.
    await expect(reader.screen.getByText(/聊天记录|李四/).count()).resolves.toBe(0);

    const reason = '所说的截图与候选无关，候选的材料属实。';
    await owner.get('objection.accept', { pollId, objectionId: objection?.id ?? '', isAccepted: false, reason });
    await tend(product(), poll);
    await reader.pullToRefresh();
    await reader.sees('不受理');
    await reader.sees(reason);

    await phone.tap('button', '看我提的异议');
    await phone.sees('不受理');
    await phone.sees(complaint);
    await phone.tap('button', /^不服，提申诉/);
    await phone.tap('button', '提交申诉');
    await phone.sees('请写到 20 个字以上');
    await field(phone, '写明不服的理由').fill('截图里点名的就是这个候选的工作人员，请监督单位看一看原件。');
    await looked(phone, '3-appeal');
    await phone.tap('button', '提交申诉');
    await answerDialog(phone, ['提交申诉？', /只能申诉一次/], '提交');
    await phone.sees('申诉中');
    await expect(phone.find('button', /^不服，提申诉/).count()).resolves.toBe(0);
    await tend(product(), poll);
    await reader.pullToRefresh();
    await reader.sees('申诉中');
    await reader.sees('2月13日 提出申诉');
    await expect(reader.screen.getByText(/点名的就是/).count()).resolves.toBe(0);
  });

  test('an unsigned one is a tip, and is plainly said to be one before and after it is sent', async () => {
    const { pollId } = poll;
    const phone = await product().phoneOf('小李');
    phone.expectMissingFile();
    await phone.open(outcomePage('objection', pollId));
    await phone.tap('radio', '过程');
    await write(phone, complaint);
    await submit(phone, /没有写姓名和联系办法，当作线索去查，没有编号/);
    await phone.sees('当作线索去查，没有编号。它在“我提的异议”里。');
    await phone.tap('button', '看我提的异议');
    await phone.sees('线索');
    await phone.sees(complaint);
    await phone.back();
    await phone.tap('link', '看所有异议和答复');
    await phone.find('heading', '').waitFor({ state: 'attached' });
    await expect(phone.screen.getByText('线索').count()).resolves.toBe(0);
  });

  test('what is missing or refused is said at its field, and what was typed stays', async () => {
    const { pollId } = poll;
    const phone = await product().phoneOf('王阿姨', { height: 1400 });
    await phone.open(outcomePage('objection', pollId));
    const problem = async (text: string | RegExp): Promise<void> => {
      await phone.tap('button', '提交异议');
      await phone.find('alert', '').waitFor();
      await phone.screen.getByRole('alert').filter({ hasText: text }).waitFor();
    };
    await phone.sees('写明事由');
    await problem('请选关于什么');
    await phone.tap('radio', '某一候选');
    await problem('请选一选是哪一个');
    await phone.tap('radio', '过程');
    await write(phone, '太短');
    await problem('请把事由写到 20 个字以上');
    await write(phone, complaint);
    await field(phone, '姓名').fill('李四');
    await problem(/写了姓名，也请写联系办法/);
    await field(phone, '姓名').fill('');
    await write(phone, `${complaint}他们还买票。`);
    await phone.tap('button', '提交异议');
    await answerDialog(phone, ['提交这条异议？'], '提交');
    await phone.screen.getByRole('alert').filter({ hasText: '这里没有通过微信的内容检查，请换一种说法。' }).waitFor();
    const third = product().organiserOf('王阿姨');
    for (let n = 0; n < 3; n++) await objected(third, pollId);
    await write(phone, complaint);
    await phone.tap('button', '提交异议');
    await answerDialog(phone, ['提交这条异议？'], '提交');
    await phone.screen
      .getByRole('alert')
      .filter({ hasText: '您有 3 条异议还在办。办完一条，就可以再提一条。' })
      .waitFor();
    await expect(field(phone, '写明事由').inputValue()).resolves.toBe(complaint);
    await looked(phone, '5-limit');
    expect((await third.take('objection.mine', { pollId })).objections).toHaveLength(3);
  });

  test('without a network what is typed stays on the form, and on the phone when it is opened again', async () => {
    const { pollId, owner } = poll;
    const phone = await product().phoneOf('陈叔', { height: 1400 });
    await phone.open(outcomePage('objection', pollId));
    await phone.tap('radio', '结果');
    await write(phone, complaint);
    await field(phone, '姓名').fill('周明');
    await field(phone, '联系办法').fill('13800000001');
    await phone.goOffline();
    await phone.tap('button', '提交异议');
    await answerDialog(phone, ['提交这条异议？'], '提交');
    await answerDialog(phone, ['没有连上网络', '您写的内容还在。连上后再试一次。'], '知道了');
    await expect(field(phone, '写明事由').inputValue()).resolves.toBe(complaint);
    await phone.goOnline();
    await phone.open(outcomePage('objection', pollId));
    await phone.find('radio', '结果').waitFor();
    await expect(field(phone, '写明事由').inputValue()).resolves.toBe(complaint);
    await expect(field(phone, '姓名').inputValue()).resolves.toBe('周明');
    // The answer is lost, and the same is sent again: it is taken in once.
    await phone.loseNextAnswer('objection.submit');
    await submit(phone, /会得到一个编号/);
    await answerDialog(phone, [/您写的内容还在/], '知道了');
    await submit(phone, /会得到一个编号/);
    await phone.sees('已收到，编号 2026-02');
    const sent = (await owner.get('objection.list', { pollId })).objections.filter(
      ({ signed }) => signed?.name === '周明',
    );
    expect(sent).toHaveLength(1);
    await phone.open(outcomePage('objection', pollId));
    await phone.find('radio', '结果').waitFor();
    await expect(field(phone, '写明事由').inputValue()).resolves.toBe('');
  });

  test('what is overdue is public, and behind the notice the form says that it is over', async () => {
    const { pollId, clock } = poll;
    clock.to(at('2026-03-03T10:00'));
    const phone = await product().phoneOf('小李', { height: 1400 });
    await phone.open(outcomePage('objections', pollId));
    await phone.sees('晚了 4 天');
    await phone.sees('原定 2月27日前答复申诉');
    await phone.tap('button', '只看办理中');
    await phone.sees('看全部');
    await looked(phone, '4-late');
    await phone.tap('button', '提异议');
    await phone.sees('现在不收异议');
    await phone.sees('2月27日 24:00 已经截止。');
    await looked(phone, '8-closed');
  });
});

describe('about a voided ballot', () => {
  const product = useProduct({ timers: false });

  test('who has none is told so', async () => {
    const { pollId } = await openTeamPoll(product().cloud);
    const phone = await product().phoneOf('小李');
    await phone.open(outcomePage('objection', pollId));
    await phone.tap('radio', '我的票被作废');
    await phone.sees('您没有被作废的票');
    await phone.sees('您的票都正常计数。');
  });
  test('whose ballot was voided objects from its receipt without a name, and follows it by that receipt', async () => {
    const made = await openTeamPoll(product().cloud);
    const { pollId, owner } = made;
    const phone = await product().phoneOf('陈叔', { height: 1400 });
    phone.expectMissingFile();
    await openPoll(phone, pollId);
    await choose(phone, 1);
    await review(phone);
    await castIt(phone);
    const code = await receivedCode(phone);
    await closeTeamPoll(product().cloud, made);
    await voidBallotOf(product(), made, '陈叔');

    await phone.open(`packages/receipt/receipt/receipt?poll=${pollId}&code=${code}`);
    await phone.tap('link', '不服作废，提异议');
    await phone.sees(`回执 ${code}`);
    await phone.sees(/^作废理由：/);
    await phone.sees('名单还没公示，现在只收关于您作废的票的异议。');
    await phone.sees(/这里不问您是谁，也不留您是谁/);
    await expect(phone.screen.getByRole('textbox', { name: '姓名' }).count()).resolves.toBe(0);
    await write(phone, complaint);
    await looked(phone, '6-ballot');
    await submit(phone, /一票只能提一次/);
    await phone.sees('已收到，编号 2026-01');
    const { objections } = await owner.get('objection.list', { pollId });
    expect(objections).toMatchObject([{ kind: 'ballot', isSigned: false, text: complaint }]);

    const reason = '这一票是本人投的，受理。';
    await owner.get('objection.accept', { pollId, objectionId: objections[0]?.id ?? '', isAccepted: true, reason });
    await phone.tap('button', '看我提的异议');
    await phone.sees('作废的票');
    await phone.sees('办理中');
    await phone.sees(reason);
    await looked(phone, '7-mine-ballot');
  });
});
