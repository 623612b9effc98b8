import type { KeptReceipt } from '../../stores/receipts';
import { receiptLine } from '../../text/mine';

export interface ReceiptRow {
  code: string;
  pollId: string;
  title: string;
  line: string;
  seal: 'mark' | 'mark-outline';
  spoken: string;
}

/** The receipts of this phone; those of one poll stand together, the poll with the newest one first. */
export function receiptRows(kept: readonly KeptReceipt[]): ReceiptRow[] {
  const polls = [...new Set(kept.map(({ receipt }) => receipt.pollId))];
  return polls.flatMap((pollId) => kept.filter(({ receipt }) => receipt.pollId === pollId).map(rowOf));
}

/** Polls with a receipt whose ballot is not known to be counted: the server is asked about these alone. */
export function pollsToAsk(kept: readonly KeptReceipt[]): string[] {
  return [...new Set(kept.filter(({ state }) => state === 'received').map(({ receipt }) => receipt.pollId))];
}

function rowOf({ receipt, pollTitle, isOnlyOne, choices, state }: KeptReceipt): ReceiptRow {
  const { code, pollId, period, nth } = receipt;
  const line = receiptLine({ period, nth, isOnlyOne, state, choiceCount: choices.length });
  return {
    code,
    pollId,
    title: pollTitle,
    line,
    seal: state === 'entered' ? 'mark' : 'mark-outline',
    spoken: `${pollTitle}，${line}`,
  };
}
