import { tracesEndAt } from '../../domain/fairplay/forgetting';
import { dayLength } from '../../universal/day';
import { forgetInquiryDetails } from '../../store/fairplay/inquiries';
import { dropSignals } from '../../store/fairplay/signals';
import { countOpenObjections } from '../../store/outcome/objections';
import { deleteTraceKey, findPoll, noteTracesForgotten, type StoredPoll } from '../../store/poll/polls';
import { dropTraces } from '../../store/voting/ballots';
import { askForLook } from '../../store/counting/standings';
import type { Continued } from '../scheduling/continued';

/**
 * Deletes what a poll's ballots keep of where, how fast and in whose opinion they were cast, which of them an inquiry was about, and the
 * secret that named the networks: once it is awarded and no objection is open, at the latest 60 days after its vote. Repeating is safe at any step.
 */
export async function forgetTraces(
  pollId: string,
  cursor: string | undefined,
  now: number,
  left: () => number,
): Promise<Continued | null> {
  const poll = await findPoll(pollId);
  if (cursor === undefined && poll !== null) {
    const endAt = await endOf(poll, now);
    // An end that is moved, and an award, are seen by the next day.
    if (now < endAt) return { dueAt: Math.min(endAt, Math.max(poll.stages.verifying, now + dayLength)) };
  }
  // First, since all secrecy of networks hangs on it.
  await deleteTraceKey(pollId);
  for (let next = cursor; ;) {
    const behind = await dropTraces(pollId, next);
    if (behind === null) break;
    if (left() <= 0) return { dueAt: now, cursor: behind };
    next = behind;
  }
  await dropSignals(pollId);
  await forgetInquiryDetails(pollId);
  await noteTracesForgotten(pollId, now);
  // The public file of the poll says since when.
  await askForLook(pollId, now);
  return null;
}

async function endOf(poll: StoredPoll, now: number): Promise<number> {
  const { stages, reached, callOff, withdrawal } = poll;
  const isOver = (reached?.awarded ?? callOff ?? withdrawal) !== undefined && now >= stages.verifying;
  const isSettled = isOver && (await countOpenObjections(poll.id)) === 0;
  return tracesEndAt({ closedAt: stages.verifying, isSettled });
}
