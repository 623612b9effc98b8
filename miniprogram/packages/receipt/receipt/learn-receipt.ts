import { myBallots } from '../../../services/ballots';
import type { Failure } from '../../../services/cloud';
import { getPoll } from '../../../services/polls';
import { keepReceipt, keptReceipt, type KeptReceipt } from '../../../stores/receipts';
import { findBallot, receiptFrom } from './receipt.view';

export interface Learnt {
  /** The receipt, from this phone or rebuilt from the server's list; absent where neither has it. */
  kept: KeptReceipt | undefined;
  failure?: Failure;
}

/**
 * The receipt with this code. One that was cast on another phone, or pasted, is looked for among the voter's own ballots,
 * which know the choices. Without an answer a pasted one stands as it is.
 */
export async function learnReceipt(pollId: string, code: string): Promise<Learnt> {
  const kept = keptReceipt(code);
  if (kept && !kept.isPasted) return { kept };
  const answer = await myBallots(pollId);
  if (!answer.ok) return { kept, failure: answer.error };
  const ballot = findBallot(answer.data, code);
  if (!ballot) return { kept };
  const poll = await getPoll(pollId);
  if (!poll.ok) return { kept, failure: poll.error };
  keepReceipt(receiptFrom(ballot, poll.data));
  return { kept: keptReceipt(code) };
}
