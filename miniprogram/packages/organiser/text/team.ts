// What the team page and an invitation say.
import type { Role } from '../../../../cloudfunctions/shared/contract/editing/fields';

export const teamWords = {
  members: '成员',
  me: '您',
  invitations: '还没有接受的邀请',
  invite: '邀请同事',
  inviteDetail: '选一个角色，做一张卡片，发到聊天里。一张卡片给一个人。',
  makeCard: '做邀请卡片',
  makingCard: '正在做',
  card: '卡片做好了',
  cardDetail: (role: string, until: string): string => `请发给要担任${role}的那一位。只能用一次，${until}前有效。`,
  send: '发到聊天里',
  sent: '发好了',
  revoke: '撤回',
  revokeTitle: '撤回这个邀请？',
  revokeDetail: '卡片马上失效。需要时可以再做一张。',
  manage: (name: string): string => `管理${name}`,
  changeRole: '换角色',
  remove: '移出团队',
  leave: '退出团队',
  leaveTitle: '退出这个团队？',
  leaveDetail: '您做过的事仍留在操作记录里。要再进来，需请负责人邀请。',
  removeTitle: (name: string): string => `把${name}移出团队`,
  removeDetail: '理由写进操作记录，团队都看得到。对方马上不能再进来，做过的事仍留在记录里。',
  removePlaceholder: '例如：岗位调整，不再参与这次评选',
  toTrail: '操作记录',
  toTrailDetail: '谁在什么时候做了什么',
  alone: '目前只有您一位。要两个人的事，需要再邀请一位能同意的成员。',
} as const;

/** What the members may do, so that whoever is invited knows before they accept. */
export const roleAbilities: Readonly<Record<Role, readonly string[]>> = {
  owner: ['编辑评选和候选', '邀请成员、换角色、移出成员', '提出和同意发布等大事', '看进展，导出表格'],
  editor: ['编辑评选和候选', '审核推荐', '提出和同意发布等大事', '看进展，导出表格'],
  reviewer: ['审核推荐、图片、视频和附件', '提出和同意发布等大事', '看进展，导出表格'],
  juror: ['看评选和候选', '看不到投票进展，免得影响评分'],
  observer: ['看评选的全部内容和进展', '看每件事是谁做的、为什么', '不能改动任何内容'],
};

export function joinedText(date: string): string {
  return `${date}加入`;
}

/** 张三邀请 · 11月27日 18:00 前有效 */
export function invitationLine(by: string, until: string): string {
  return `${by}邀请 · ${until} 前有效`;
}

/** Title of the card in the chat. */
export function cardTitle(pollTitle: string, role: string): string {
  return `请您来当“${pollTitle}”的${role}`;
}

export const invitationWords = {
  invites: (name: string): string => `${name}邀请您参与`,
  organiser: (name: string): string => `${name} 主办`,
  role: '您的角色',
  may: '您可以',
  name: '您的称呼',
  namePlaceholder: '如 张敏',
  nameMissing: '请先写上您的称呼',
  nameDetail: '称呼只给团队看。您做的每件事都会记下称呼和时间。',
  until: (time: string): string => `${time} 前有效，只能用一次。`,
  accept: '接受邀请',
  accepting: '正在加入',
  ownTitle: '您已经在这个团队里',
  ownDetail: '不用再接受。要邀请别人，请把卡片转给他。',
  open: '打开评选',
  untitled: '一个新的评选',
  joined: '已加入',
} as const;
