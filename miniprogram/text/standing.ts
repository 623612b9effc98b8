// How a ballot stands, in the words of every page that says so.
import type { Standing, Wait } from '../stores/receipts';
import { soonText } from '../../cloudfunctions/shared/universal/times';

const received: Readonly<Record<Wait, string>> = {
  waiting: '投票成功',
  late: '票已收到，正在再查',
  overdue: '票已收到，还没有核对',
};

const others: Readonly<Record<Exclude<Standing, 'received'>, string>> = {
  counted: '票已收到，还没有核对',
  checked: '已进公开账册，本机核对无误',
  alarm: '核对没有通过',
};

/** Of a ballot that two persons voided: it stays in the log and does not count. */
export const voidText = '已作废，不计入结果';

export function standingText(standing: Standing, wait: Wait): string {
  return standing === 'received' ? received[wait] : others[standing];
}

/** 预计 12:10 前可核对. @param promisedAt epoch milliseconds */
export function promiseText(promisedAt: number, now: number): string {
  return `预计 ${soonText(promisedAt, now)} 前可核对`;
}
