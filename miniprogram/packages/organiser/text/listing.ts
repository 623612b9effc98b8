// Listing polls on the home page, and how one becomes an organiser.
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';

export const listingWords = {
  intro: '有链接就能打开。上了首页，所有人都看得到。',
  asked: (at: string): string => `${at} 申请`,
  organiser: '主办',
  approval: '批准文件',
  noApproval: '没有写明',
  candidates: (count: number, of: Measure): string => `${count} ${of}候选`,
  look: '看评选',
  list: '上首页',
  listTitle: (title: string): string => `让“${title}”上首页？`,
  listDetail: '所有人打开首页都会看到它。',
  listed: '已上首页',
  refuse: '不同意',
  refuseTitle: (title: string): string => `不同意“${title}”上首页`,
  refuseDetail: '理由主办方的团队看得到。评选照常进行，只是不上首页。',
  refusePlaceholder: '例如：请补充批准文件的文号',
  refused: '已告知主办方',
  none: '没有等待上首页的评选',
  noneDetail: '主办方申请以后，会放在这里，先申请的在前。',
} as const;

export const claimWords = {
  title: '成为主办方',
  open: '这里人人可以发起评选。',
  approved: '您已经可以发起评选。',
  needed: '这里的评选由经过批准的单位发起。请按下面三步申请。',
  steps: [
    '点“取一个申请码”，得到八个字符的码。',
    '把码告诉本平台的管理员：打电话，或当面。',
    '管理员登记以后，您就可以发起评选，不用再填表。',
  ],
  why: '码只在一刻钟内有效，代表您这个微信。我们因此不用向您要手机号和姓名。',
  take: '取一个申请码',
  taking: '正在取',
  again: '换一个码',
  until: (time: string): string => `${time} 前有效`,
  copy: '复制',
  copied: '已复制',
  left: (count: number): string => `还可以发起 ${count} 个评选`,
  start: '去发起评选',
  administrator: '您是本平台的管理员',
  toListing: '审核上首页',
  forAdministrator: '管理员申请也用这个码。',
} as const;
