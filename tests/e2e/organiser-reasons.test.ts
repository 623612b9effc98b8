import { readyPoll } from '../support/organiser-client';
import { organiserPage } from './support/organising';
import { useProduct } from './support/product';

const product = useProduct();

test('reasons that the team is told everybody of it reads are read by an observer', async () => {
  const owner = product().organiserOf('赵敏');
  const pollId = await readyPoll(owner, { secondPerson: true });
  const join = async (person: string, role: 'reviewer' | 'observer') => {
    const { token } = await owner.get('invitation.create', { pollId, role });
    const member = product().organiserOf(person);
    await member.get('invitation.accept', { token, myName: person });
    return member;
  };
  const reviewer = await join('钱进', 'reviewer');
  await join('孙丽', 'observer');
  const leaver = await join('周全', 'reviewer');

  const act = { kind: 'publish' as const };
  const refused = await owner.get('act.propose', { pollId, act });
  await reviewer.get('act.reject', { pollId, actId: refused.act.id, reason: '简介还要补充' });
  const takenBack = await owner.get('act.propose', { pollId, act });
  await owner.get('act.reject', { pollId, actId: takenBack.act.id, reason: '时间写错了' });
  const memberId = await leaver.memberId(pollId);
  await owner.get('team.remove', { pollId, memberId, reason: '岗位调整' });

  const phone = await product().phoneOf('孙丽', { height: 1200 });
  await phone.open(organiserPage('acts', pollId));
  await phone.sees('简介还要补充');
  await phone.sees('时间写错了');
  await phone.open(organiserPage('trail', pollId));
  await phone.sees('把周全移出团队');
  await phone.sees('理由：岗位调整');
  await phone.sees('不同意“发布评选”');
  await phone.sees('撤回“发布评选”');
  // What the removed one did stays.
  await phone.sees('接受邀请，成为审核人');
});
