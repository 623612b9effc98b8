// What the way from the close to the award says: its steps, and the forms of its acts.
import { dateText } from '../../../../cloudfunctions/shared/universal/times';
import type { ActObstacle } from '../../../../cloudfunctions/shared/universal/act-obstacle';
import { obstacleText } from '../../../text/organiser-errors';
import type { OutcomeStep, OutcomeSteps } from '../services/outcome';
import type { ActKind } from './acts';

/** Acts that are proposed from here. */
export type AfterKind = Extract<
  ActKind,
  | 'certifyCount'
  | 'putUpNotice'
  | 'extendNotice'
  | 'award'
  | 'revokeAward'
  | 'callOff'
  | 'archivePoll'
  | 'answerObjection'
>;

export const stepNames: Readonly<Record<OutcomeStep['step'], string>> = {
  verification: '核验',
  notice: '公示',
  award: '表彰',
};

type Check = OutcomeSteps['checks'][number];

export const checkNames: Readonly<Partial<Record<Check['check'], string>>> = {
  log: '公开账册已封好',
  recount: '服务器重新数过，和公开账册一样',
  withdrawals: '退出和作废都已写进公开账册',
};

export const checkStates: Readonly<Record<Check['state'], string>> = { done: '好了', open: '还没有', failed: '对不上' };

export const afterWords = {
  closed: (end: string): string => `${end} 截止`,
  ballots: (count: string, voided: number): string =>
    voided === 0 ? `有效选票 ${count}` : `有效选票 ${count}，作废 ${voided}`,
  doneAt: (day: string): string => `${day}办完`,
  planned: (at: string): string => `原定 ${at}`,
  late: (days: number): string => `晚了 ${Math.max(1, days)} 天`,
  who: (names: string): string => `${names}，要两个人`,
  whoOf: (role: string, name: string): string => `${role} ${name}`,
  winners: (count: number, measure: string): string => `拟表彰 ${count} ${measure}`,
  earliest: (day: string, owed: number): string => `现在公示，最早到 ${day} 结束（满 ${owed} 个工作日）`,
  earliestUnknown: (day: string, year: number): string =>
    `${year} 年放假安排尚未公布，公示至少 15 天。现在公示，最早到 ${day} 结束`,
  until: (day: string): string => `公示到 ${day}结束`,
  stale: '公示以后结果有变化，要重新公示。',
  waiting: (act: string, name: string, at: string): string => `${name} ${at} 提出${act}，等另一位同意`,
  decide: '去看一看，同意或不同意',
  look: '去看一看',
  awarded: '已表彰',
  revoked: '已撤销',
  revoke: '撤销',
  /** Read aloud behind a name: 社区长者食堂的证书. */
  papersOf: '的证书',
  papers: '证书',
  rank: (rank: number): string => `第 ${rank} 名`,
  objections: '异议',
  objectionsHint: (count: number): string => (count === 0 ? '受理和答复' : `${count} 条没有答复，挡着表彰`),
  acts: '办过的事',
  actsHint: '等待同意的，和已经办好的',
  callOff: '终止评选',
  callOffHint: '表彰以前，两个人可以终止',
  archive: '归档',
  archiveHint: '事情都办完以后，由负责人归档',
  calledOff: '评选已经终止',
  calledOffDetail: (reason: string, at: string): string => `${at}，理由：${reason}`,
  none: '这个评选没有公示这一步',
  noneDetail: '截止以后结果自己出来，没有要在这里办的事。',
  early: '投票还没有截止',
  earlyDetail: (end: string): string => `${end} 截止以后，从核验开始，一步一步办到表彰。`,
} as const;

/** What stands in the way, in one sentence. */
export function blockedText({ obstacle, until, numbers = [] }: ActObstacle, now: number): string {
  if (obstacle === 'openObjections') return `异议 ${numbers.join('、')} 还没有答复，答复完才能表彰。`;
  if (obstacle === 'noticeRunning' && until !== undefined)
    return `公示到 ${dateText(until - 1, now)}结束，第二天起可以表彰。`;
  return obstacleText(obstacle);
}

/** What the fields of the forms are called. */
export const formFields = {
  note: { label: '说明', placeholder: '可以不写' },
  root: { label: '在外面数出的根值', placeholder: '64 个十六进制数字' },
  office: { label: '受理异议的单位', placeholder: '如 市纪委监督室' },
  phone: { label: '电话', placeholder: '如 0595-12345' },
  address: { label: '地址', placeholder: '可以不写' },
  reason: { label: '理由', placeholder: '写给所有人看，请说清楚为什么' },
  clause: { label: '依据', placeholder: '违反了哪一条，或证据在哪里' },
  summary: { label: '答复', placeholder: '查了什么，结果怎样。写给所有人看' },
} as const;

/** Of an appeal: whose decision is entered. */
export const appealOffice = { label: '作决定的监督单位', placeholder: '如 市纪委监督室' } as const;

export const formWords = {
  until: '公示到哪一天',
  untilHint: (day: string): string => `当天结束时到期，最早可选 ${day}`,
  chooseDay: '选一天',
  days: (count: number): string => `${count} 个工作日`,
  decision: '决定',
  decisions: { upheld: '成立', partly: '部分成立', rejected: '不成立' },
  basis: '因此办了哪些事',
  basisHint: (most: number): string => `可以不选，最多 ${most} 件。选了的会公开在异议列表里。`,
  submit: (name: string): string => `提出${name}`,
  alone: (name: string): string => name,
  submitting: '正在提交',
  two: '要另一位负责人或审核人同意才生效。',
  one: '您提交后马上生效。',
  waiting: '已提出，等另一位同意',
  done: '已办好',
  missing: {
    root: '根值是 64 个十六进制数字',
    field: (label: string): string => `请写明${label}`,
    until: '请选公示到哪一天',
    decision: '请选成立还是不成立',
    candidate: '请从表彰名单里选',
    acts: (most: number): string => `最多选 ${most} 件`,
  },
} as const;

export const objectionWords = {
  none: '还没有异议',
  noneDetail: '居民在公示期内提出的异议，会在这里。',
  numbered: (number: string): string => `异议 ${number}`,
  tip: '线索（没有署名）',
  kinds: { result: '对结果', candidate: '对候选', process: '对过程', ballot: '对作废的选票' },
  states: {
    received: '等受理',
    accepted: '已受理，等答复',
    declined: '没有受理',
    heard: '当面听取意见，等答复',
    upheld: '成立',
    partly: '部分成立',
    rejected: '不成立',
    appealed: '已申诉，等监督单位',
    closed: '已了结',
  },
  due: (at: string): string => `${at} 前要办`,
  overdue: (at: string): string => `应在 ${at} 前办，已超期`,
  from: (at: string): string => `${at} 提出`,
  signed: (parts: readonly string[]): string => `署名：${parts.join('，')}`,
  picture: (nth: number): string => `图片 ${nth}`,
  hiddenPictures: (count: number): string => `还有 ${count} 张图片现在不能看`,
  hearing: (at: string, place: string): string => `当面听取意见：${at}，${place}`,
  hear: '约当面听取意见',
  hearAgain: '补记意见',
  accept: '受理',
  decline: '不受理',
  answer: '答复',
  enter: '填写监督单位的决定',
  acceptDetail: '请写明它说的是什么、为什么受理或不受理。会公开，不要写当事人的名字。',
  placeholder: '例如：反映材料不实，已受理',
} as const;

/** Of the form that notes a hearing. */
export const hearingWords = {
  title: '当面听取意见',
  intro: '约好时间、地点先填好，听完再补上说了什么。提异议的人看得到时间和地点；说了什么，只有办理的人看得到。',
  at: '时间',
  date: '日期',
  time: '几点',
  place: '地点',
  placePlaceholder: '如 社区二楼会议室',
  minutes: '说了什么',
  minutesPlaceholder: '听完再写，可以不写',
  save: '保存',
  saving: '正在保存',
  saved: '已保存',
  gone: '没有找到这条异议',
  goneDetail: '请回到异议列表再看一看。',
  over: '这条异议现在不用当面听取意见',
  overDetail: '受理以后、答复以前才记。',
  missing: { at: '请选日期和几点', place: '请写明地点' },
} as const;
