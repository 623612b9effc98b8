import type { Role } from '../../cloudfunctions/shared/contract/editing/fields';

/** What the team calls each role. */
export const roleNames: Readonly<Record<Role, string>> = {
  owner: '负责人',
  editor: '编辑',
  reviewer: '审核人',
  juror: '评委',
  observer: '监督员',
};

/** What each role is for, for whoever invites or is invited. */
export const roleSentences: Readonly<Record<Role, string>> = {
  owner: '管团队，能做所有的事。',
  editor: '写内容、排候选、提出发布。',
  reviewer: '审推荐、审图片视频、同意要两个人的事。',
  juror: '看候选，为评分做准备。',
  observer: '什么都能看，什么都不改，看得到每件事是谁做的。',
};
