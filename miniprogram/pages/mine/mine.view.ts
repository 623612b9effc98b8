import { standingOf, waitOf, type KeptReceipt } from '../../stores/receipts';
import { receiptLine } from '../../text/mine';
import { promiseText, standingText, voidText } from '../../text/standing';
import { dayLength } from '../../../cloudfunctions/shared/universal/day';

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

/** A ballot may be voided until its result is public; a poll that is over for longer has long told. */
const rulingTime = 60 * dayLength;
const mostAsked = 5;

/** Ballots that were found in the log and may have been voided since: the latest few. */
export function ballotsToAsk(kept: readonly KeptReceipt[], now: number): KeptReceipt['receipt'][] {
  return kept
    .filter((one) => !one.isPasted && standingOf(one) === 'checked' && now - one.receipt.promisedAt < rulingTime)
    .slice(0, mostAsked)
    .map(({ receipt }) => receipt);
}

const seals = { received: 'mark-outline', counted: 'mark-outline', checked: 'mark', alarm: 'alarm' } as const;

function rowOf(kept: KeptReceipt, now: number): ReceiptRow {
  const { receipt, pollTitle, isOnlyOne, isPasted = false } = kept;
  const { code, pollId, period, nth } = receipt;
  const standing = standingOf(kept);
  const wait = waitOf(receipt, now);
  const stands = standingText(standing, wait);
  const isVoid = kept.ruling === 'void' && standing !== 'alarm';
  const isAhead = standing === 'received' && wait === 'waiting';
  const state = isVoid ? voidText : isAhead ? `${stands}，${promiseText(receipt.promisedAt, now)}` : stands;
  const line = receiptLine({ period, nth, isOnlyOne, state, isPasted });
  return {
    code,
    pollId,
    title: pollTitle,
    line,
    seal: isVoid ? 'mark-outline' : seals[standing],
    spoken: `${pollTitle}，${line}`,
  };
}
