import { standingOf, waitOf, type KeptReceipt } from '../../stores/receipts';
import { receiptLine } from '../../text/mine';
import { promiseText, standingText } from '../../text/standing';

export interface ReceiptRow {
  code: string;
  pollId: string;
  title: string;
  line: string;
  seal: 'mark' | 'mark-outline' | 'alarm';
  spoken: string;
}

/**
 * The receipts of this phone; those of one poll stand together, the poll with the newest one first.
 * @param now the server's time, epoch milliseconds
 */
export function receiptRows(kept: readonly KeptReceipt[], now: number): ReceiptRow[] {
  const polls = [...new Set(kept.map(({ receipt }) => receipt.pollId))];
  return polls.flatMap((pollId) =>
    kept.filter(({ receipt }) => receipt.pollId === pollId).map((one) => rowOf(one, now)),
  );
}

/** Polls with a receipt whose ballot is not known to be counted: the server is asked about these alone. */
export function pollsToAsk(kept: readonly KeptReceipt[]): string[] {
  const waiting = kept.filter((one) => !one.isPasted && standingOf(one) === 'received');
  return [...new Set(waiting.map(({ receipt }) => receipt.pollId))];
}

const seals = { received: 'mark-outline', counted: 'mark-outline', checked: 'mark', alarm: 'alarm' } as const;

function rowOf(kept: KeptReceipt, now: number): ReceiptRow {
  const { receipt, pollTitle, isOnlyOne, isPasted = false } = kept;
  const { code, pollId, period, nth } = receipt;
  const standing = standingOf(kept);
  const wait = waitOf(receipt, now);
  const stands = standingText(standing, wait);
  const isAhead = standing === 'received' && wait === 'waiting';
  const state = isAhead ? `${stands}，${promiseText(receipt.promisedAt, now)}` : stands;
  const line = receiptLine({ period, nth, isOnlyOne, state, isPasted });
  return { code, pollId, title: pollTitle, line, seal: seals[standing], spoken: `${pollTitle}，${line}` };
}
