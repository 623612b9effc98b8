import { myBallots } from '../../../services/ballots';
import type { Failure } from '../../../services/cloud';
import { getPoll } from '../../../services/polls';
import { keepReceipt, keptReceipt, markEntered, type KeptReceipt } from '../../../stores/receipts';
import { findBallot, receiptFrom, type Found } from './receipt.view';

export interface Learnt {
  /** The receipt, from this phone or rebuilt from the server's list; absent where neither has it. */
  kept: KeptReceipt | undefined;
  found: Found;
  failure?: Failure;
}

/**
 * Asks the server about the ballot with this code and keeps on this phone what it says. Without an answer the phone's
 * own receipt stands as it is.
 */
export async function learnReceipt(pollId: string, code: string): Promise<Learnt> {
  const answer = await myBallots(pollId);
  if (!answer.ok) return { kept: keptReceipt(code), found: 'unasked', failure: answer.error };
  const { found, ballot } = findBallot(answer.data, code);
  if (found === 'counted') markEntered(code);
  if (!ballot || keptReceipt(code)) return { kept: keptReceipt(code), found };
  // Cast on another phone: the poll knows the names of what was chosen.
  const poll = await getPoll(pollId);
  if (!poll.ok) return { kept: undefined, found, failure: poll.error };
  keepReceipt(receiptFrom(ballot, poll.data));
  return { kept: keptReceipt(code), found };
}
