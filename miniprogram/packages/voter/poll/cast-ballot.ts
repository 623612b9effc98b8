import type { SheetNote } from '../../../components/confirm-sheet/confirm-sheet.view';
import { castBallot, isOutcomeUnknown } from '../../../services/ballots';
import { channelTo } from '../../../phone/arrival';
import type { PollReply } from '../../../services/polls';
import { serverNow } from '../../../stores/clock';
import type { Receipt } from '../../../stores/receipts';
import { clearSelection, dropPending, pendingCast, selectionOf } from '../../../stores/selection';
import { castFailureText } from '../../../text/errors';
import { forgetPass, passFor } from './admission-session';
import { keepFor } from './kept-receipts';

/** `retry`: perhaps written, the choices and the castId are kept for another try. `refused`: surely not written. */
export type CastOutcome = { kind: 'received'; receipt: Receipt } | { kind: 'retry' | 'refused'; note: SheetNote };

/**
 * Casts the choices kept for this poll and puts the receipt on this phone. A try whose answer was lost, before a
 * restart even, is repeated with its own castId, nth and period, so that it cannot be counted twice.
 */
export async function castKept(reply: PollReply): Promise<CastOutcome> {
  const { poll, me } = reply;
  const { choices } = selectionOf(poll.id);
  const pending = pendingCast(poll.id, { nth: me.nth ?? 1, period: me.period });
  const answer = await castBallot({ pollId: poll.id, choices, ...pending, ...channelTo(poll.id), ...passFor(poll.id) });
  const now = serverNow();
  if (answer.ok) {
    const { receipt } = answer.data;
    keepFor(reply, receipt, choices, 'received', now);
    clearSelection(poll.id);
    return { kind: 'received', receipt };
  }
  const note = castFailureText(answer.error, now, poll.measure);
  // A fault of ours may have come after the insert: the same castId finds out, a new one could vote twice.
  if (isOutcomeUnknown(answer.error) || answer.error.code === 'INTERNAL') return { kind: 'retry', note };
  dropPending(poll.id);
  if (answer.error.code === 'PASS_EXPIRED') forgetPass(poll.id);
  return { kind: 'refused', note };
}

/** Whether a cast whose answer was lost is among the ballots that the server lists: nothing is left to be sent. */
export function isRecorded(reply: PollReply): boolean {
  const { choices, pending } = selectionOf(reply.poll.id);
  return (
    pending?.period === reply.me.period &&
    reply.me.ballots.some(
      (ballot) =>
        ballot.nth === pending.nth &&
        ballot.choices.length === choices.length &&
        choices.every((id) => ballot.choices.includes(id)),
    )
  );
}
