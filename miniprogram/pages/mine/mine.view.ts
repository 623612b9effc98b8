import { standingOf, waitOf, type KeptReceipt } from '../../stores/receipts';
import { stageTags } from '../../../cloudfunctions/shared/universal/stage-words';
import type { ListedPoll } from '../../services/polls';
import { homeWords } from '../../text/home';
import { becameLine, receiptLine } from '../../text/mine';
import { promiseText, standingText, voidText } from '../../text/standing';
import { dayLength } from '../../../cloudfunctions/shared/universal/day';

export interface ReceiptRow {
  code: string;
  pollId: string;
  title: string;
  line: string;
  /** What became of the poll behind its vote; '' where nobody here knows. */
  became: string;
  seal: 'mark' | 'mark-outline' | 'alarm';
}

/**
 * The receipts of this phone; those of one poll stand together, the poll with the newest one first.
 * @param now the server's time, epoch milliseconds
 * @param listed polls as the cloud lists them, as far as this phone asked
 */
export function receiptRows(
  kept: readonly KeptReceipt[],
  now: number,
  listed: readonly ListedPoll[] = [],
): ReceiptRow[] {
  const polls = [...new Set(kept.map(({ receipt }) => receipt.pollId))];
  return polls.flatMap((pollId) =>
    kept
      .filter(({ receipt }) => receipt.pollId === pollId)
      .map((one) => rowOf(one, becameText(listed.find(({ id }) => id === pollId)), now)),
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

/** What comes behind the vote: notice, award, a calling off. */
function becameText(poll: ListedPoll | undefined): string {
  if (poll?.isCalledOff) return becameLine(homeWords.calledOff);
  const isBehind = poll?.stage === 'notice' || poll?.stage === 'awarded' || poll?.stage === 'archived';
  return isBehind ? becameLine(stageTags[poll.stage]) : '';
}

function rowOf(kept: KeptReceipt, became: string, now: number): ReceiptRow {
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
    became,
    seal: isVoid ? 'mark-outline' : seals[standing],
  };
}
