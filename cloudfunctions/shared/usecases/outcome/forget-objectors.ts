import { forgetsAt } from '../../domain/outcome/objection';
import { stageAt } from '../../universal/stage';
import { findPoll } from '../../store/poll/polls';
import { forgetAuthor, forgetLater, listKept, listToForget, nextForgettingAt } from '../../store/outcome/objections';
import { deleteMedia } from '../media/delete-media';
import { inTurn, type Errand, type ErrandReport } from '../scheduling/errand';
import { forgettingPause } from './make-objection';
import { closeOpenObjections } from './open-objections';
import { endingOf, outcomeSoFar, readPublicCount } from './public-count';

/** So many are looked up at once. */
const atOnce = 100;

/** Forgets who objected once that is due, looking at each poll that knows somebody once a day. */
export const forgetObjectors: Errand = {
  name: 'objectors',
  life: 6 * 60 * 60 * 1000,
  nextAt: nextForgettingAt,

  async run(now, left): Promise<ErrandReport> {
    const due = await listToForget(now, atOnce);
    const { isThrough, faults } = await inTurn(due, left, (pollId) => lookAt(pollId, now));
    if (!isThrough) return { isDone: false, faults };
    const next = await nextForgettingAt();
    return { isDone: next === null || next > now || faults.length > 0, faults };
  },
};

async function lookAt(pollId: string, now: number): Promise<void> {
  const poll = await findPoll(pollId);
  const { calledOffAt } = poll === null ? {} : outcomeSoFar(poll, await readPublicCount(pollId));
  // Whoever called it off may have died before its objections were closed.
  if (poll !== null && calledOffAt !== undefined) {
    await closeOpenObjections(pollId, endingOf(poll)?.reason ?? '', calledOffAt);
  }
  const due =
    poll === null
      ? now
      : forgetsAt(
          {
            closedAt: poll.stages.verifying,
            isArchived: stageAt(poll, now) === 'archived',
            ...(calledOffAt === undefined ? {} : { calledOffAt }),
          },
          now,
        );
  if (now < due) return forgetLater(pollId, Math.min(due, now + forgettingPause));
  for (const { id, pictures } of await listKept(pollId)) {
    // First: what is left of a run that breaks off is found again by the document.
    await deleteMedia(pictures);
    await forgetAuthor(id);
  }
}
