import { eventually } from '../support/eventually';
import { readyPoll } from '../support/organiser-client';
import { layoutComplaints } from './support/layout';
import { useProduct } from './support/product';
import { castIt, choose, openPoll, receivedCode, review } from './support/voting';

const product = useProduct();
const minute = 60_000;
const day = 24 * 60 * minute;

test('whose ballot was voided reads on the receipt that it was, why, and by which clause', async () => {
  const owner = product().organiserOf('赵敏');
  const now = product().now;
  const stages = { voting: now, verifying: now + day, notice: now + 3 * day, awarded: now + 12 * day };
  const pollId = await readyPoll(owner, { opensAtOnce: true, stages });
  const { token } = await owner.get('invitation.create', { pollId, role: 'reviewer' });
  const second = product().organiserOf('钱进');
  await second.get('invitation.accept', { token, myName: '钱进' });
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  product().letPass(2 * minute);
  const phone = await product().phoneOf('小李', { height: 1400 });
  await openPoll(phone, pollId);
  await choose(phone, 1);
  await review(phone);
  await castIt(phone);
  const code = await receivedCode(phone);

  product().letPass(day + 10 * minute);
  const voter = product().voterOf('小李');
  const mine = { pollId, period: 'once', nth: 1 };
  await eventually(async () => {
    await product().cloud.fireTimer('scheduler');
    expect((await voter.get('ballot.locate', mine)).index).toBe(1);
  });
  const receiptPage = `packages/receipt/receipt/receipt?poll=${pollId}&code=${code}`;
  await phone.open(receiptPage);
  await phone.sees('已进公开账册，本机核对无误');
  const { voidReasons } = (await owner.get('poll.load', { pollId })).poll;
  const reason = voidReasons[0] ?? '';
  const act = { kind: 'voidBallot' as const, index: 1, reason, clause: '规则第四条，见核查记录 3 号' };
  const proposed = await owner.get('act.propose', { pollId, act });
  await second.get('act.approve', { pollId, actId: proposed.act.id });
  await eventually(async () => {
    product().letPass(minute);
    await product().cloud.fireTimer('scheduler');
    expect((await voter.get('ballot.locate', mine)).ruling).toBeDefined();
  });

  // It was found in the log before; the list learns what became of it since.
  await phone.open('pages/mine/mine');
  await phone.sees(/已作废，不计入结果/);
  await phone.picture('2-mine');
  await phone.open(receiptPage);
  await phone.sees('这张票已作废，不计入结果');
  await phone.sees(`理由：${reason}`);
  await phone.sees('依据：规则第四条，见核查记录 3 号');
  expect(await layoutComplaints(phone)).toEqual([]);
  // Before the ticks, which are true of a ballot that does not count as well.
  const [ruling, checked] = await Promise.all([
    phone.text('这张票已作废，不计入结果').boundingBox(),
    phone.text('已进公开账册，本机核对无误').boundingBox(),
  ]);
  expect(ruling?.y).toBeLessThan(checked?.y ?? 0);
  const box = await phone.screen.locator('.ruling').boundingBox();
  expect((checked?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0)).toBeGreaterThanOrEqual(8);
  await phone.picture('1-voided');
});
