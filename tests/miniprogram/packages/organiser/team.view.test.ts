import type { Member, Team } from '../../../../miniprogram/packages/organiser/services/team';
import { roleChoices, roleOf, teamView } from '../../../../miniprogram/packages/organiser/team/team.view';

const now = Date.parse('2026-11-24T10:00:00+08:00');
const owner: Member = { memberId: 'm1', name: '李敏', role: 'owner', joinedAt: now - 9, isMe: true };
const observer: Member = { memberId: 'm2', name: '张伟', role: 'observer', joinedAt: now - 5, isMe: false };
const all = ['team.setRole', 'team.remove', 'team.leave', 'invitation.create', 'invitation.revoke'];

function ready(team: Partial<Team>, may: string[]): Extract<ReturnType<typeof teamView>, { kind: 'ready' }> {
  const view = teamView({ title: '评选', may }, { members: [owner, observer], invitations: [], ...team }, now);
  if (view.kind !== 'ready') throw new Error('the team is there');
  return view;
}

test('an owner may change anyone’s role, remove others and leave, but not remove themselves', () => {
  const { members, canInvite } = ready({}, all);
  expect(members.map(({ name, offers }) => [name, offers.map(({ id }) => id)])).toEqual([
    ['李敏', ['changeRole', 'leave']],
    ['张伟', ['changeRole', 'remove']],
  ]);
  expect(canInvite).toBe(true);
});

test('an observer may only leave, and invites nobody', () => {
  const members = [
    { ...owner, isMe: false },
    { ...observer, isMe: true },
  ];
  const view = ready({ members }, ['team.list', 'team.leave']);
  expect(view.members.map(({ offers }) => offers.map(({ id }) => id))).toEqual([[], ['leave']]);
  expect(view.canInvite).toBe(false);
});

test('owners stand first, and each role says what it is for', () => {
  const { members } = ready({ members: [observer, owner] }, []);
  expect(members.map(({ role }) => role)).toEqual(['负责人', '监督员']);
  expect(members[1]?.sentence).toContain('什么都能看，什么都不改');
});

test('whoever is alone is told that acts of two persons need somebody else, until an invitation is out', () => {
  expect(ready({ members: [owner] }, all).alone).not.toBe('');
  const invitation = { id: 'i1', role: 'reviewer' as const, expiresAt: now + 3_600_000, by: owner };
  const view = ready({ members: [owner], invitations: [invitation] }, all);
  expect(view.alone).toBe('');
  expect(view.invitations).toEqual([
    { id: 'i1', role: '审核人', line: '李敏邀请 · 今天 11:00 前有效', canRevoke: true },
  ]);
});

test('five roles are offered, one of them chosen, and an unknown one is a reviewer', () => {
  expect(
    roleChoices('juror')
      .filter(({ isChosen }) => isChosen)
      .map(({ name }) => name),
  ).toEqual(['评委']);
  expect(roleChoices('juror')).toHaveLength(5);
  expect(roleOf('owner')).toBe('owner');
  expect(roleOf('king')).toBe('reviewer');
});
