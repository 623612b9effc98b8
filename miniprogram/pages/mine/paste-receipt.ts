import { copiedText } from '../../phone/clipboard';
import { readCopiedReceipt } from '../../../cloudfunctions/shared/universal/ledger/receipt/copied-receipt';
import { getPoll } from '../../services/polls';
import { keepReceipt, keptReceipt } from '../../stores/receipts';
import { pasteProblems, unnamedPoll } from '../../text/mine';

/** The receipt that was read, or why there is none. */
export type Pasted = { pollId: string; code: string } | { problem: string };

/**
 * Reads a receipt that was copied on another phone and keeps it here. Its signature is checked where the log's keys are
 * read, on the receipt's own page. One that is here already stays as it is.
 */
export async function pasteReceipt(): Promise<Pasted> {
  const text = await copiedText();
  if (text === null) return { problem: pasteProblems.UNREADABLE };
  const receipt = readCopiedReceipt(text);
  if (typeof receipt === 'string') return { problem: pasteProblems[receipt] };
  const { code, pollId } = receipt;
  if (keptReceipt(code)) return { pollId, code };
  // Its name is for show: without a network the receipt is kept all the same.
  const poll = await getPoll(pollId);
  keepReceipt({
    receipt,
    pollTitle: poll.ok ? poll.data.poll.title : unnamedPoll,
    isOnlyOne: poll.ok && poll.data.poll.rules.ballotsPerPeriod === 1,
    choices: [],
    state: 'received',
    isPasted: true,
  });
  return { pollId, code };
}
