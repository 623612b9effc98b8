import { refuse, type Refused } from '../../contract/answered';
import { findErased } from '../../store/poll/erased';
import { findPoll } from '../../store/poll/polls';
import { isPollId } from './open-poll';

/**
 * Why there is no such poll in public, where that may be told: it was called off, it was erased, or it stands still. Of any other nothing is.
 * Two reads, once something was asked that is not there.
 */
export async function explainAbsence(pollId: string): Promise<Refused<'POLL_NOT_FOUND'>> {
  const field = 'pollId';
  if (!isPollId(pollId)) return refuse('POLL_NOT_FOUND', 'no such poll', { field });
  const poll = await findPoll(pollId);
  if (poll?.status === 'withdrawn') {
    const withdrawn = { title: poll.title, ...poll.withdrawal };
    return refuse('POLL_NOT_FOUND', 'the organisers called it off', { field, withdrawn });
  }
  if (poll?.status === 'frozen') return refuse('POLL_NOT_FOUND', 'it stands still here', { field, isStill: true });
  const erased = poll === null ? await findErased(pollId) : null;
  if (erased) return refuse('POLL_NOT_FOUND', 'it was erased', { field, erased });
  return refuse('POLL_NOT_FOUND', 'no such poll', { field });
}
