import type { ConfirmView, SheetNote } from '../../../components/confirm-sheet/confirm-sheet.view';
import type { PollReply } from '../../../services/polls';
import type { Receipt } from '../../../stores/receipts';
import { confirmWords, receivedWords } from '../../../text/confirm';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { queueWords } from '../../../text/queue';
import { sealPlaceWords } from '../../../text/poll-page';
import { isEachCounted } from '../../../text/rules';
import { promiseText } from '../../../text/standing';
import { dateText, momentText } from '../../../../cloudfunctions/shared/universal/times';
import { isOneByOne } from './ballot-limits';
import { choosingBar } from './choosing-bar.view';
import { frameOf, namesOf } from './poll-bar.view';
import { midnightAfter } from '../../../../cloudfunctions/shared/universal/day';

/** How far the cast is: being checked, on its way, waiting for room (0 seconds: asking again), or back without a receipt. */
export type CastState =
  | { kind: 'checking' }
  | { kind: 'sending'; at: number; of: number }
  | { kind: 'queued'; seconds: number }
  | { kind: 'failed'; note: SheetNote };

const queueNote: SheetNote = { tone: 'notice', title: queueWords.title, detail: queueWords.casting };

/** The sheet before the receipt. @param now the server's clock, epoch milliseconds */
export function confirmView(reply: PollReply, choices: readonly string[], state: CastState, now: number): ConfirmView {
  const { button } = choosingBar(frameOf(reply), choices, namesOf(reply));
  const isQueued = state.kind === 'queued';
  const isSending = state.kind === 'sending' || isQueued;
  const isWaiting = isQueued && state.seconds > 0;
  const cast =
    state.kind === 'failed'
      ? confirmWords.again
      : choices.length > 1 && isOneByOne(reply.poll.rules)
        ? confirmWords.castMany(choices.length)
        : confirmWords.cast;
  const sending = isWaiting
    ? queueWords.later(state.seconds)
    : state.kind === 'sending' && state.of > 1
      ? confirmWords.submittingOne(state.at, state.of)
      : confirmWords.submitting;
  return {
    kind: 'review',
    title: confirmWords.title,
    second: chosenLine(reply, choices.length, now),
    sealWords: sealPlaceWords.stamp,
    items: confirmItems(reply, choices),
    final: finalLine(reply, choices.length, now),
    secret: isEachCounted(reply.poll.countPolicy) ? confirmWords.secretGuess : confirmWords.secret,
    brief: isEachCounted(reply.poll.countPolicy) ? confirmWords.briefGuess : confirmWords.brief,
    // The same to the letter as long as one queues: a screen reader tells it once.
    note: state.kind === 'failed' ? state.note : isQueued ? queueNote : null,
    isSending,
    isHeld: isSending && !isWaiting,
    button: isSending ? sending : button.isReady ? cast : button.text,
    isReady: button.isReady && !isSending,
    back: isWaiting ? queueWords.leave : confirmWords.back,
  };
}

/** The sheet with the receipt. @param reply as it is after the cast */
export function receivedView(reply: PollReply, choices: readonly string[], receipt: Receipt, now: number): ConfirmView {
  const { ballotsLeft } = reply.me;
  const isDaily = reply.poll.rules.period === 'daily';
  const isMany = choices.length > 1 && isOneByOne(reply.poll.rules);
  return {
    kind: 'received',
    title: receivedWords.title,
    second: isMany ? receivedWords.leaveMany(choices.length) : receivedWords.leave,
    steps: [
      { ring: 'tick', text: receivedWords.taken },
      { ring: 'open', text: promiseText(receipt.promisedAt, now) },
    ],
    code: receipt.code,
    codeName: isMany ? receivedWords.lastCodeName : receivedWords.codeName,
    items: confirmItems(reply, choices),
    chosen: receivedWords.chosen(choices.length, reply.poll.measure),
    button: receivedWords.receipt,
    results: receivedWords.results,
    next: ballotsLeft > 0 ? receivedWords.next(ballotsLeft, isDaily) : '',
    back: ballotsLeft > 0 ? '' : receivedWords.close,
  };
}

function confirmItems({ candidates }: PollReply, choices: readonly string[]): ConfirmView['items'] {
  return choices.flatMap((id) => {
    const candidate = candidates.find((one) => one.id === id);
    if (candidate === undefined) return [];
    const { name, unit, picture } = candidate;
    const number = plateText(candidate.number);
    return [{ id, number, name, unit, picture: picture ?? '', removeLabel: confirmWords.remove(number, name) }];
  });
}

function chosenLine({ poll, me }: PollReply, chosen: number, now: number): string {
  const { choices, ballotsPerPeriod, period } = poll.rules;
  if (ballotsPerPeriod > 1 && chosen > 1 && choices.max === 1) {
    return confirmWords.chosenMany(dateText(now), me.ballotsLeft, chosen, period === 'daily', poll.measure);
  }
  if (choices.max === 1 && ballotsPerPeriod > 1) {
    return confirmWords.chosenOne(dateText(now), me.ballotsLeft, period === 'daily', poll.measure);
  }
  return confirmWords.chosen(dateText(now), chosen, choices.max - chosen, poll.measure);
}

/** What cannot be undone, and when or whether one may vote again. */
function finalLine({ poll, me }: PollReply, chosen: number, now: number): string {
  const { period, ballotsPerPeriod } = poll.rules;
  const left = me.ballotsLeft - (isOneByOne(poll.rules) ? chosen : 1);
  if (left > 0) return confirmWords.final.more(left, period === 'daily');
  const midnight = midnightAfter(now);
  if (period === 'daily' && midnight < poll.votingEndAt) return confirmWords.final.againAt(momentText(midnight, now));
  return ballotsPerPeriod > 1 ? confirmWords.final.neverMany : confirmWords.final.never;
}
