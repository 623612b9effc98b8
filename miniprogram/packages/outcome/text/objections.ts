// What residents read about objections: the form, the public list, and their own.
import type { ObjectionKind } from '../services/objections';

export const kindNames: Readonly<Record<ObjectionKind, string>> = {
  result: '结果',
  candidate: '某一候选',
  process: '过程',
  ballot: '我的票被作废',
};

/** The same on the public list, where it is about a ballot of somebody’s. */
export const listedKinds: Readonly<Record<ObjectionKind, string>> = {
  ...kindNames,
  candidate: '候选',
  ballot: '作废的票',
};

export const formWords = {
  until: (time: string): string => `${time} 前可以提。`,
  ballotOnly: '名单还没公示，现在只收关于您作废的票的异议。',
  term: ({ accept, answer }: { accept: number; answer: number }): string =>
    `有编号的，${accept} 个工作日内告诉您是否受理，受理后 ${answer} 个工作日内答复。编号、说的是什么和答复都公开。`,
  kind: '关于什么',
  candidate: '选一个',
  text: '写明事由',
  textPlaceholder: '写清楚什么事、在哪里、您怎么知道的，至少 20 个字',
  count: (length: number, most: number): string => `${length} / ${most}`,
  pictures: (most: number): string => `图片，最多 ${most} 张`,
  addPicture: '加图片',
  remove: '去掉图片',
  contact: '怎么找您',
  optional: '可以不写',
  name: '姓名',
  namePlaceholder: '您的姓名',
  contactField: '联系办法',
  contactPlaceholder: '电话或邮箱',
  unit: '单位',
  unitPlaceholder: '单位，没有就不写',
  unsigned: '写了姓名和联系办法的有编号，一定答复。不写也收，当作线索去查，没有编号，不一定答复。',
  signed: '写了姓名和联系办法，会有编号，一定答复。',
  secret: '您写的原文、姓名、联系办法和图片不公开，只给办理的人看。',
  ballotSecret: '选票是秘密的：这里不问您是谁，也不留您是谁。凭这一票的回执提，也凭它看答复。',
  ballots: '哪一票',
  ballotsLoading: '正在找您作废的票',
  noBallot: '您没有被作废的票',
  noBallotDetail: '您的票都正常计数。',
  again: '再试一次',
  ballot: (period: string, code: string): string => `${period}${period === '' ? '' : '的票，'}回执 ${code}`,
  voidReason: (reason: string): string => `作废理由：${reason}`,
  submit: '提交异议',
  sending: '正在提交',
  sendingPicture: (at: number, all: number): string => `正在上传第 ${at} 张图片，共 ${all} 张`,
  pictureLost: { title: '图片没有传上去', detail: '您写的内容还在。请检查网络，再提交一次。' },
  missing: {
    kind: '请选关于什么',
    candidate: '请选一选是哪一个',
    ballot: '请选是哪一票',
    text: '请把事由写到 20 个字以上',
    name: '写了联系办法，也请写姓名；都不写也可以提',
    contact: '写了姓名，也请写联系办法；都不写也可以提',
  },
  /** Under the field that the cloud did not take. */
  refused: '这里没有通过微信的内容检查，请换一种说法。',
  said: (title: string, detail: string): string => `${title}。${detail}`,
  full: '您有 3 条异议还在办。办完一条，就可以再提一条。',
  wrong: '这里写得不对，请看一下再交。',
  pictureGone: '有一张图片没有传好，请去掉它重新加。',
  ask: {
    title: '提交这条异议？',
    signed: '提交以后不能改。会得到一个编号，在公开的名单里。',
    unsigned: '提交以后不能改。没有写姓名和联系办法，当作线索去查，没有编号。',
    ballot: '提交以后不能改。会得到一个编号，在公开的名单里。一票只能提一次。',
    yes: '提交',
  },
  sentTitle: (number: string): string => `已收到，编号 ${number}`,
  sentDetail: (day: string): string => `${day}前告诉您是否受理。办到哪一步，在“我提的异议”里看。`,
  tipTitle: '已收到',
  tipDetail: '当作线索去查，没有编号。它在“我提的异议”里。',
  toMine: '看我提的异议',
  toList: '看所有异议和答复',
  closed: {
    title: '现在不收异议',
    before: (time: string): string => `${time} 公示开始后可以提。`,
    unknown: '名单公示以后才可以提。',
    after: (time: string): string => `${time} 已经截止。`,
  },
  channel: '也可以',
  share: (title: string): string => `${title}：提异议`,
} as const;

export const listWords = {
  page: '异议和答复',
  received: '收到',
  answered: '已答复',
  working: '办理中',
  asOf: (time: string): string => `截至 ${time}，只增不删`,
  onlyOpen: '只看办理中',
  all: '看全部',
  none: '还没有异议',
  noneDetail: '收到的异议会按编号排在这里，答复也在这里。',
  noneOpen: '没有在办的异议',
  noneOpenDetail: '都已经答复了。',
  late: (days: number): string => `晚了 ${days} 天`,
  by: {
    accept: (day: string): string => `${day}前告知是否受理`,
    answer: (day: string): string => `${day}前答复`,
    appeal: (day: string): string => `${day}前答复申诉`,
  },
  planned: {
    accept: (day: string): string => `原定 ${day}前告知是否受理`,
    answer: (day: string): string => `原定 ${day}前答复`,
    appeal: (day: string): string => `原定 ${day}前答复申诉`,
  },
  appealed: (day: string): string => `${day} 提出申诉`,
  byOffice: (office: string): string => `${office}的决定：`,
  closing: (reason: string): string => `评选已取消，不再办理：${reason}`,
  effects: (text: string): string => `因此：${text}`,
  afterAppeal: (decision: string): string => `申诉后${decision}`,
  object: '提异议',
  mine: '我提的异议',
  share: (title: string): string => `${title}：异议和答复`,
} as const;

/** What an act did that an answer names. @param subject a candidate, or a ballot's place in the log */
export const effectTexts: ReadonlyMap<string, (subject: string) => string> = new Map<
  string,
  (subject: string) => string
>([
  ['withdrawCandidate', (name) => `${name} 退出`],
  ['freezeCandidate', (name) => `${name} 暂停接受投票`],
  ['unfreezeCandidate', (name) => `${name} 恢复接受投票`],
  ['voidBallot', (index) => `公开账册第 ${index} 条选票作废`],
  ['restoreBallot', (index) => `公开账册第 ${index} 条选票恢复计数`],
  ['putUpNotice', () => '重新公示'],
  ['extendNotice', () => '延长公示'],
  ['certifyCount', () => '重新核验票数'],
]);
export const otherEffect = '另办了一件事，见变更记录';

export const stateNames = {
  received: '等待受理',
  accepted: '办理中',
  heard: '办理中',
  declined: '不受理',
  upheld: '成立',
  partly: '部分成立',
  rejected: '不成立',
  appealed: '申诉中',
  closed: '已结束',
} as const;

export const mineWords = {
  none: '您没有提过异议',
  noneDetail: '提了以后，办到哪一步、怎么答复，都在这里。',
  tip: '线索',
  yours: '您写的',
  hearing: (time: string, place: string): string => `当面听取意见：${time}，${place}`,
  appeal: '不服，提申诉',
  appealUntil: (day: string): string => `${day}当天为止可以申诉，只有一次`,
  appealTitle: '写明不服的理由',
  appealDetail: '申诉由监督单位决定，决定会公开，您写的不公开。',
  appealAsk: { title: '提交申诉？', detail: '只能申诉一次，提交以后不能改。', yes: '提交' },
  appealPlaceholder: '哪一点不服，为什么，至少 20 个字',
  appealMissing: '请写到 20 个字以上',
  appealSend: '提交申诉',
  appealSending: '正在提交',
  appealCancel: '先不申诉',
  appealed: '申诉已收到',
  yourAppeal: '您的申诉',
  toList: '看所有异议和答复',
} as const;
