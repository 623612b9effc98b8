import { blocksAward, numberOf } from '../../domain/outcome/objection';
import { listOpen, moveObjection } from '../../store/outcome/objections';

/**
 * The numbers of those that stand in the way of an award: open ones about process, result, a ballot or a winner, in their order.
 * @param winners ids of those who are to win
 */
export async function findBlockingObjections(pollId: string, winners: readonly string[]): Promise<string[]> {
  const open = await listOpen(pollId);
  const blocking = open.filter((each) => blocksAward(each, winners)).sort((a, b) => a.n - b.n);
  return blocking.flatMap((each) => numberOf(each) ?? []);
}

/** Closes whatever is open of a poll that was called off, with its reason. One that goes on meanwhile is closed by a repeat. */
export async function closeOpenObjections(pollId: string, reason: string, at: number): Promise<void> {
  for (const objection of await listOpen(pollId)) {
    await moveObjection(objection, { state: 'closed', dueAt: undefined, closing: { at, reason } }, at);
  }
}
