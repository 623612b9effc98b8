// What acts that bind the public are called, and what the page of acts says.
import type { Act, ProposedAct } from '../../../../cloudfunctions/shared/contract/acts';
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';
import { dateText, momentText } from '../../../../cloudfunctions/shared/universal/times';

export type ActKind = Act['kind'];

export const actNames: Readonly<Record<ActKind, string>> = {
  publish: '发布评选',
  unpublish: '收回发布',
  endEarly: '提前截止',
  extend: '延长投票',
  withdraw: '取消评选',
  freezeCandidate: '暂停候选',
  unfreezeCandidate: '恢复候选',
  withdrawCandidate: '候选退出',
  voidBallot: '作废选票',
  restoreBallot: '恢复选票',
  enterDraw: '填写抽签号码',
  certifyCount: '核验票数',
  putUpNotice: '张贴公示',
  extendNotice: '延长公示',
  award: '表彰',
  revokeAward: '撤销表彰',
  callOff: '终止评选',
  archivePoll: '归档',
  answerObjection: '答复异议',
  lockJury: '锁定评分',
  excludeJuror: '不计一位评委的评分',
};

const consequences: Readonly<Record<ActKind, string | ((of: Measure) => string)>> = {
  publish: '发布后规则和候选不能再改，居民凭链接就能看到。',
  unpublish: '评选变回草稿，居民看不到。投票开始前十分钟以内不能再收回。',
  endEarly: '到新的时间就不再收票，要留出至少十分钟，让大家都知道。已投的票都算数，截止以后不能恢复。',
  extend: '到新的时间才截止，不晚于发布时公布的最晚时间。',
  withdraw: '评选停止，居民会看到理由。什么都不删除，也不能恢复。',
  freezeCandidate: (of) => `这一${of}暂时不能再得票，已投的票都保留。以后可以恢复。`,
  unfreezeCandidate: (of) => `这一${of}重新可以投票。`,
  withdrawCandidate: (of) => `这一${of}不再得票，也不进排名，已投的票留在记录里。不能恢复。`,
  voidBallot:
    '这张票不再计入结果，投票期间在票数下一次更新时去掉。选票仍在公开账册里，作废的理由和依据一并公开。结果公布以后不能恢复。',
  restoreBallot: '这张票重新计入结果，理由和依据一并公开。',
  enterDraw: '号码写进公开账册，票数相同的按它定先后。写进以后不能改，不能恢复。',
  certifyCount: '确认票数无误，以后才能公示。',
  putUpNotice: '拟表彰名单写进公开账册并公示到期满。只能延长，不能缩短。',
  extendNotice: '公示到新的时间才结束，不能再缩短。',
  award: '公示的名单成为结果，写进公开账册。以后不能改，只能撤销某一项的表彰。',
  revokeAward: (of) => `这一${of}的表彰撤销，理由一直公开。不能恢复。`,
  callOff: '评选到此为止，不再数票，也不出结果。居民会看到理由，回执和公开账册都能查。不能恢复。',
  archivePoll: '评选归档。',
  answerObjection: '答复公开在异议列表里，每个人都看得到。不能改。',
  lockJury: '评委不能再改分，每份评分表写进公开账册，每个人都看得到。不能恢复。',
  excludeJuror: '评委名单里的一人不计入结果，理由和依据一并公开。交过的评分表仍然公开。不能恢复。',
};

/** What an act does, for whoever proposes it or has to approve. @param of how the poll's candidates are counted */
export function actConsequence(kind: ActKind, of: Measure): string {
  const said = consequences[kind];
  return typeof said === 'string' ? said : said(of);
}

/** What it is about in one line: a candidate's name, a new end, a ballot's place. */
export function actSubject({ act, subject }: Pick<ProposedAct, 'act' | 'subject'>, now: number): string {
  switch (act.kind) {
    case 'endEarly':
    case 'extend':
      return `改到 ${momentText(act.endAt, now)} 截止`;
    case 'voidBallot':
    case 'restoreBallot':
      return `公开账册第 ${act.index} 条`;
    case 'enterDraw':
      return `号码 ${act.draw}`;
    case 'excludeJuror':
      return act.label;
    case 'putUpNotice':
    case 'extendNotice':
      return `公示到 ${dateText(act.until - 1, now)}`;
    default:
      return subject ?? '';
  }
}

export const actStates: Readonly<Record<ProposedAct['state'], string>> = {
  waiting: '等另一位同意',
  approved: '已同意，正在办理',
  done: '已办',
  rejected: '没有同意',
  cancelled: '已撤回',
  lapsed: '没有办成',
};

export const actWords = {
  waiting: '等待同意',
  history: '办过的事',
  reason: '理由',
  /** Where what is written is no reason. */
  written: { answerObjection: '答复', putUpNotice: '受理异议', certifyCount: '说明' } as Partial<
    Record<ActKind, string>
  >,
  clause: '依据',
  /** Where objections go, and why a notice takes an earlier one's place. */
  noticed: (office: string, reason?: string): string =>
    reason === undefined ? office : `${office}。重新公示，因为${reason.replace(/[。；，]$/, '')}。`,
  proposed: (name: string, at: string): string => `${name} ${at} 提出`,
  /** One person is enough: there is nobody who approved. */
  alone: (name: string, at: string, state: ProposedAct['state']): string =>
    `${name} ${at} ${state === 'done' ? '一人办理' : '一人提出'}`,
  decided: (name: string, at: string, state: ProposedAct['state']): string =>
    `${name} ${at} ${{ waiting: '处理', approved: '同意', done: '同意', rejected: '不同意', cancelled: '撤回', lapsed: '同意' }[state]}`,
  approve: '同意',
  approving: '正在办理',
  finish: '接着办完',
  reject: '不同意',
  takeBack: '撤回',
  ownHint: '您提出的事要由另一位成员同意。',
  noRole: '您的角色只看，不作决定。',
  approveTitle: (name: string, about: string): string => `同意${name}“${about}”？`,
  rejectTitle: (name: string): string => `不同意${name}`,
  rejectDetail: '请写明理由，提出的人和团队都看得到。',
  rejectPlaceholder: '例如：材料还不齐，补齐后再提',
  takeBackTitle: (name: string): string => `撤回“${name}”`,
  takeBackDetail: '写一句为什么，团队看得到。',
  takeBackPlaceholder: '例如：时间写错了',
  propose: '提出一件事',
  none: '没有等待同意的事',
  noneDetail: '发布、提前截止、作废选票这样的大事，会放在这里等另一位成员同意。',
  obstacle: (text: string): string => `没有办成：${text}`,
  basis: (name: string): string => `因此：${name}`,
  basisOthers: (count: number): string => `因此另办了 ${count} 件事，在办过的事里`,
  answered: (decision: 'upheld' | 'partly' | 'rejected', summary: string, office: string): string =>
    `${office}${{ upheld: '成立', partly: '部分成立', rejected: '不成立' }[decision]}。${summary}`,
} as const;

export const proposeWords = {
  what: '要做什么',
  why: '理由',
  whyPlaceholder: '写给所有人看，请说清楚为什么',
  whyShown: '理由会公开，居民看得到。',
  endAt: '新的截止时间',
  date: '日期',
  time: '时间',
  until: (latest: string): string => `最晚可到 ${latest}`,
  earliest: (at: string): string => `至少留出十分钟，最早可到 ${at}`,
  now: (end: string): string => `现在是 ${end} 截止`,
  candidate: '哪一个',
  chooseCandidate: '选一个',
  ballot: '哪一张选票',
  ballotPlaceholder: '回执码，或公开账册里的序号',
  ballotHint: '回执码在居民的回执上，如 7K4M-Q2XD；序号是它在公开账册里的位置。',
  lookUp: '查',
  lookingUp: '正在公开账册里找',
  found: (index: number): string => `公开账册第 ${index} 条`,
  notFound: '公开账册里没有这个回执码。请核对一下，或等选票写进去以后再查。',
  draw: '公布的号码',
  drawSource: (source: string, at: string): string => `照抄“${source}”${at} 公布的号码。`,
  drawPlaceholder: (digits: number): string => `正好 ${digits} 位`,
  drawTwo: '由负责人或审核人填写，要另一位核对以后同意。',
  voidReason: '作废理由',
  voidReasonHint: '只能用发布时公布的理由。',
  clause: '依据',
  clausePlaceholder: '违反了哪一条，或证据在哪里',
  submit: (name: string): string => `提出${name}`,
  submitShort: '提出',
  submitting: '正在提交',
  needsTwo: '提出后要由另一位成员同意才会生效。',
  atOnce: '您提交后马上生效。',
  waiting: '已提出，等另一位同意',
  done: '已办好',
  missing: {
    reason: '请写明理由',
    endAt: '请选新的截止时间',
    candidate: '请选一选是哪一个',
    ballot: '请写明是哪一张选票',
    clause: '请写明依据',
    draw: (digits: number): string => `号码要正好 ${digits} 位数字`,
  },
  nothing: '现在没有可以提出的事',
  nothingDetail: '评选发布以后，可以在这里提出截止时间、候选和选票上的大事。',
} as const;

/** Of the sheet that asks for a reason. */
export const reasonWords = { missing: '请先写一句理由', busy: '正在提交', field: '理由' } as const;
