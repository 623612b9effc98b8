// What a receipt says of itself; receipt-check.ts says what this phone has checked.
import type { Measure } from '../../cloudfunctions/shared/universal/poll';
import { dateTimeText, periodDayText } from '../../cloudfunctions/shared/universal/times';

export const receiptWords = {
  slip: '选票回执',
  codeHint: '回执码，查询时用',
  poll: '评选',
  castOn: '投出',
  content: '内容',
  noChoices: '只在投票的手机上',
  show: '显示',
  hide: '收起',
  copy: '复制回执',
  copied: '回执已复制',
  copyFailed: '没有复制成功',
  copyNote: '复制的文字不含您的选择。',
  results: '看票数',
  unknownTitle: '没有找到这张回执',
  unknownDetail: '它不在这部手机上，也不在您投过的票里。',
  offlineNote: '没有连上网络。连上以后，这里接着核对。',
  filesNote: '公开账册的文件没有取到，还没有核对。请稍后再试。',
} as const;

/** 11月24日，当天的一票; 11月24日，当天第 2 票; 整个评选期间的一票 */
export function castOnText(period: string, nth: number, isOnlyOne: boolean): string {
  const day = periodDayText(period);
  if (day === undefined) return isOnlyOne ? '评选期间的一票' : `评选期间第 ${nth} 票`;
  return isOnlyOne ? `${day}，当天的一票` : `${day}，当天第 ${nth} 票`;
}

/** 选了 3 项，此处不显示; a pasted receipt does not know its choices. */
export function foldedText(count: number, isShown: boolean, of: Measure = '项'): string {
  if (count === 0) return receiptWords.noChoices;
  return isShown ? `选了 ${count} ${of}` : `选了 ${count} ${of}，此处不显示`;
}

/** What two persons ruled about the ballot, for a reason that the rules declared. */
export function rulingText({ kind, reason, clause }: { kind: 'void' | 'restore'; reason: string; clause: string }): {
  title: string;
  lines: string[];
  /** The way to object; '' where there is nothing to. */
  object: string;
} {
  const title = kind === 'void' ? '这张票已作废，不计入结果' : '这张票曾经作废，已经恢复，照样计入结果';
  const lines = [`理由：${reason}`, `依据：${clause}`, '由团队里两个人同意，写在公开账册里。'];
  return { title, lines, object: kind === 'void' ? '不服作废，提异议' : '' };
}

/** When this phone got the receipt. */
export function receivedText(receivedAt: number): string {
  return dateTimeText(receivedAt);
}

/** A receipt as text to keep or to send to the staff; without the choices. */
export function receiptAsText(facts: {
  code: string;
  pollTitle: string;
  castOn: string;
  state: string;
  origin: string;
  leafHash: string;
  /** What machines read, here and in the recount. */
  machineLine: string;
}): string {
  return [
    '公评选票回执',
    `回执码：${facts.code}`,
    `评选：${facts.pollTitle}`,
    `投出：${facts.castOn}`,
    `状态：${facts.state}`,
    `账册：${facts.origin}`,
    `账册条目：${facts.leafHash}`,
    '在公评的“我的”里点“粘贴回执”，可以在别的手机上核对。下面一行请勿改动：',
    facts.machineLine,
  ].join('\n');
}
