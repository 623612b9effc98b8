import type { SheetNote } from '../../../components/confirm-sheet/confirm-sheet.view';
import { castBallot, isOutcomeUnknown, type CastQueue } from '../../../services/ballots';
import { channelTo } from '../../../phone/arrival';
import type { PollReply } from '../../../services/polls';
import { serverNow } from '../../../stores/clock';
import type { Receipt } from '../../../stores/receipts';
import { clearSelection, dropCast, dropPending, pendingCast, selectionOf } from '../../../stores/selection';
import { ticketFor } from '../../../stores/tickets';
import { castFailureText } from '../../../text/errors';
import { forgetPass, passFor } from './admission-session';
import { isOneByOne } from './ballot-limits';
import { keepFor } from './kept-receipts';

/** `retry`: perhaps written, the choices and the castId are kept for another try. `refused`: surely not written. */
export type CastOutcome =
  { kind: 'received'; receipt: Receipt; choices: string[] } | { kind: 'retry' | 'refused'; note: SheetNote };

/**
 * Casts the choices kept for this poll and puts the receipt on this phone. A try whose answer was lost, before a
 * restart even, is repeated with its own castId, nth and period, so that it cannot be counted twice. Where each choice is a ballot
 * of its own, it is the first of them.
 * @param queue where the voter waits while the cloud has no room
 */
export async function castKept(reply: PollReply, queue: CastQueue): Promise<CastOutcome> {
  const { poll, me } = reply;
  const kept = selectionOf(poll.id).choices;
  const first = isOneByOne(poll.rules) ? kept[0] : undefined;
  const next = { nth: me.nth ?? 1, period: me.period, ...(first === undefined ? {} : { only: first }) };
  const { only = first, ...pending } = pendingCast(poll.id, next);
  const choices = only === undefined ? kept : [only];
  const shown = { ...channelTo(poll.id), ...passFor(poll.id), ...ticketFor(poll.id, serverNow()) };
  const answer = await castBallot({ pollId: poll.id, choices, ...pending, ...shown }, queue);
  const now = serverNow();
  if (answer.ok) {
    const { receipt } = answer.data;
    keepFor(reply, receipt, choices, 'received', now);
    forget(poll.id, only);
    return { kind: 'received', receipt, choices };
  }
  const note = castFailureText(answer.error, now, poll.measure);
  // A fault of ours may have come after the insert: the same castId finds out, a new one could vote twice.
  if (isOutcomeUnknown(answer.error) || answer.error.code === 'INTERNAL') return { kind: 'retry', note };
  dropPending(poll.id);
  if (answer.error.code === 'PASS_EXPIRED') forgetPass(poll.id);
  return { kind: 'refused', note };
}

/** Forgets a cast whose answer was lost where it is among the ballots that the server lists: nothing of it is left to be sent. */
export function forgetRecorded({ poll, me }: PollReply): void {
  const { choices, pending } = selectionOf(poll.id);
  if (pending?.period !== me.period) return;
  const sent = pending.only === undefined ? choices : [pending.only];
  const isRecorded = me.ballots.some(
    (ballot) =>
      ballot.nth === pending.nth &&
      ballot.choices.length === sent.length &&
      sent.every((id) => ballot.choices.includes(id)),
  );
  if (isRecorded) forget(poll.id, pending.only);
}

function forget(pollId: string, only: string | undefined): void {
  if (only === undefined) clearSelection(pollId);
  else dropCast(pollId, only);
}
