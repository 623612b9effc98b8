import { stepOf } from '../../universal/public-count';
import { now } from '../../platform/clock';
import { wakeScheduler } from '../../platform/wake-scheduler';
import type { StoredPoll } from '../../store/poll/polls';
import { askForLook } from '../../store/counting/standings';

/** Ballots that this instance has cast since it last called, by poll. */
const castSince = new Map<string, number>();
const mostRemembered = 1_000;

/**
 * Wakes the scheduler with every `step`-th ballot of a poll that this instance casts. Called ahead of the insert, so that the call goes
 * out beside it and the voter waits for neither; where it comes too early or is lost, the timer is never more than a minute away.
 * Which ballots call is known to nobody afterwards: by the tag it could be told which of a release had made it come.
 */
export function callForBallot(poll: StoredPoll): void {
  const cast = (castSince.get(poll.id) ?? 0) + 1;
  if (cast >= stepOf(poll) && wakeScheduler(now())) {
    castSince.delete(poll.id);
    return;
  }
  if (castSince.size >= mostRemembered) castSince.clear();
  castSince.set(poll.id, cast);
}

/** Has the scheduler look at a poll soon: its times have moved, or something waits for its log or its board. @param at epoch milliseconds */
export async function callForPoll(pollId: string, at: number): Promise<void> {
  await askForLook(pollId, at);
  wakeScheduler(now());
}
