// What a receipt says. Only what is true now: whether the count has the ballot; proofs speak for themselves later.
import { dateTimeText, periodDayText, soonText } from './times';

export const receiptWords = {
  slip: '选票回执',
  codeHint: '回执码，查询时用',
  poll: '评选',
  castOn: '投出',
  content: '内容',
  show: '显示',
  hide: '收起',
  copy: '复制回执',
  copied: '回执已复制',
  copyFailed: '没有复制成功',
  copyNote: '复制的文字不含您的选择。',
  results: '看计票',
  waitingTitle: '已收讫，等待入册',
  enteredTitle: '已入册',
  missingTitle: '账册里没有找到这张票',
  gotIt: '选票已收到',
  entry: '写入账册',
  entered: '已写入账册，计入计票',
  missingDetail: '请先复制保存这张回执，再向主办方核实。',
  unknownTitle: '没有找到这张回执',
  unknownDetail: '它不在这部手机上，也不在您投过的票里。',
  offlineNote: '没有连上网络，入册情况待连上后更新。',
} as const;

/** 11月24日，当天的一票; 11月24日，当天第 2 票; 整个评选期间的一票 */
export function castOnText(period: string, nth: number, isOnlyOne: boolean): string {
  const day = periodDayText(period);
  if (day === undefined) return isOnlyOne ? '评选期间的一票' : `评选期间第 ${nth} 票`;
  return isOnlyOne ? `${day}，当天的一票` : `${day}，当天第 ${nth} 票`;
}

/** 选了 3 项，此处不显示 */
export function foldedText(count: number, isShown: boolean): string {
  return isShown ? `选了 ${count} 项` : `选了 ${count} 项，此处不显示`;
}

/** 预计 9:50 前。现在可以离开 */
export function promisedText(promisedAt: number, now: number): string {
  return now < promisedAt ? `预计 ${soonText(promisedAt, now)} 前。现在可以离开` : '比预计的慢，正在等待';
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
  leafHash: string;
  keyId: string;
  signature: string;
}): string {
  return [
    '公评选票回执',
    `回执码：${facts.code}`,
    `评选：${facts.pollTitle}`,
    `投出：${facts.castOn}`,
    `状态：${facts.state}`,
    `账册条目：${facts.leafHash}`,
    `签名（${facts.keyId}）：${facts.signature}`,
  ].join('\n');
}
