import { listOpen, moveObjection } from '../../store/outcome/objections';

/** Closes whatever is open of a poll that was called off, with its reason. One that goes on meanwhile is closed by a repeat. */
export async function closeOpenObjections(pollId: string, reason: string, at: number): Promise<void> {
  for (const objection of await listOpen(pollId)) {
    await moveObjection(objection, { state: 'closed', dueAt: undefined, closing: { at, reason } }, at);
  }
}
