// The public record of what was changed after publishing, as residents read it.
import { criterionNames } from './candidate-page';
import { fieldText } from './fields';
import { stageNames } from './stages';

export const recordWords = {
  intro: '评选发布以后的每一处变更都在这里，只增不改，新的在上面。',
  reason: (text: string): string => `理由：${text}`,
  alone: '一人办理',
  before: '原来',
  after: '现在',
  nothing: '没有写',
  /** Other pictures, and as many as before. */
  exchanged: (text: string): string => `${text}，换过`,
  unknown: '这一处变更较早，没有留下原来的内容。',
  none: '发布以后没有变更',
  noneDetail: '规则、候选和时间都和发布时一样。',
  more: '正在取更早的',
  end: '没有更早的了',
  title: '变更记录',
  /** On the poll's page, for who has seen the poll before. */
  news: (count: number): string => `您上次看过以后，有 ${count} 处变更`,
  count: (count: number): string => `变更记录 ${count} 处`,
  latest: (what: string): string => `最近：${what}`,
  see: '看变更',
} as const;

/** What an act did; a candidate's name stands in the middle. */
const acts: Readonly<Record<string, (candidate: string) => string>> = {
  publish: () => '重新发布',
  unpublish: () => '收回发布',
  endEarly: () => '提前截止',
  extend: () => '延长投票',
  withdraw: () => '取消评选',
  callOff: () => '终止评选',
  lockJury: () => '锁定评委的评分',
  excludeJuror: () => '不计一位评委的评分',
  seatOwner: () => '平台管理员请了新的负责人',
  restore: () => '从备份恢复',
  freezeCandidate: (candidate) => `暂停候选${candidate}`,
  unfreezeCandidate: (candidate) => `恢复候选${candidate}`,
  withdrawCandidate: (candidate) => `候选${candidate}退出评选`,
};

/**
 * 延长投票, 改了简介、监督电话, 改了候选“智慧停车”的单位
 * @param what as the contract's `publicChange` has it
 */
export function changeText(what: string, candidate = ''): string {
  const name = candidate === '' ? '' : `“${candidate}”`;
  if (Object.hasOwn(acts, what)) return acts[what]?.(name) ?? '';
  const fields = what.split(',');
  const names = [...new Set(fields.map((field) => fieldText(field)))].join('、');
  return fields[0]?.startsWith('candidate.') ? `改了候选${name}的${names}` : `改了${names}`;
}

/** 投票截止, 服务创新性, 简介: what a changed field is called. */
export function changedFieldText(field: string): string {
  const [room = '', name = '', part = ''] = field.split('.');
  if (room === 'stages') return timeNames[name] ?? `${stageName(name)}开始`;
  if (name === 'criteria' && Object.hasOwn(criterionNames, part)) return criterionNames[part as Criterion];
  return fieldText(field);
}

type Criterion = keyof typeof criterionNames;

const timeNames: Readonly<Record<string, string>> = { voting: '投票开始', verifying: '投票截止' };

function stageName(name: string): string {
  return Object.hasOwn(stageNames, name) ? stageNames[name as keyof typeof stageNames] : '下一步';
}

const counted: Readonly<Record<string, (count: number) => string>> = {
  cover: (count) => (count === 0 ? '没有' : '有'),
  attachments: (count) => (count === 0 ? '没有' : `${count} 份`),
  'candidate.pictures': (count) => (count === 0 ? '没有' : `${count} 张`),
  'candidate.video': (count) => (count === 0 ? '没有' : `${count} 段`),
};

/** How many pictures there are, in words. */
export function countedText(field: string, count: number): string {
  return Object.hasOwn(counted, field) ? (counted[field]?.(count) ?? '') : String(count);
}
