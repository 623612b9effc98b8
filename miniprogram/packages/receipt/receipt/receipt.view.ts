import { machineLine } from '../../../../cloudfunctions/shared/universal/ledger/receipt/copied-receipt';
import type { FailureState } from '../../../components/page-state/page-state.view';
import type { BallotPlace, MyBallots } from '../../../services/ballots';
import type { PollReply } from '../../../services/polls';
import type { KeptReceipt } from '../../../stores/receipts';
import { evidenceText } from '../text/evidence';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { pageStateWords } from '../../../text/buttons';
import { castOnText, foldedText, receiptAsText, receiptWords, rulingText } from '../../../text/receipt';
import { checkView, type CheckState, type CheckView } from './check.view';

export interface SlipView extends CheckView {
  kind: 'ready';
  code: string;
  pollTitle: string;
  castOn: string;
  folded: string;
  isShown: boolean;
  /** Empty where there is nothing to unfold. */
  toggle: string;
  choices: { id: string; number: string; name: string }[];
  /** Whether the ballot was taken out of the count or put back, and why; null for nearly all. */
  ruling: { title: string; lines: string[]; object: string } | null;
}

export type ReceiptView = { kind: 'loading' } | SlipView | FailureState;

type Ballot = MyBallots['ballots'][number];

/** The ballot with this code in the server's list of one's own. */
export function findBallot({ ballots }: MyBallots, code: string): Ballot | undefined {
  return ballots.find(({ receipt }) => receipt.code === code);
}

/** A receipt that this phone did not keep, from the server's own list and the poll's names. */
export function receiptFrom(ballot: Ballot, { poll, candidates }: PollReply): KeptReceipt {
  const choices = ballot.choices.map((id) => {
    const candidate = candidates.find((one) => one.id === id);
    return { id, number: candidate?.number ?? 0, name: candidate?.name ?? id };
  });
  return {
    receipt: ballot.receipt,
    pollTitle: poll.title,
    isOnlyOne: poll.rules.ballotsPerPeriod === 1,
    measure: poll.measure,
    choices,
    state: ballot.counted ? 'entered' : 'received',
  };
}

/**
 * @param isShown whether the voter unfolded the choices
 * @param now the server's time, epoch milliseconds
 * @param ruling what was ruled about the ballot, once that is public
 */
export function slipView(
  kept: KeptReceipt,
  state: CheckState,
  isShown: boolean,
  now: number,
  ruling?: BallotPlace['ruling'],
): SlipView {
  const { receipt, choices } = kept;
  const toggle = isShown ? receiptWords.hide : receiptWords.show;
  return {
    ...checkView(kept, state, now),
    kind: 'ready',
    code: receipt.code,
    pollTitle: kept.pollTitle,
    castOn: castOnOf(kept),
    folded: foldedText(choices.length, isShown, kept.measure),
    isShown,
    toggle: choices.length === 0 ? '' : toggle,
    ruling: ruling ? rulingText(ruling) : null,
    choices: isShown ? choices.map(({ id, number, name }) => ({ id, number: plateText(number), name })) : [],
  };
}

/** The receipt as text for the clipboard. @param title what the page says of it */
export function slipText(kept: KeptReceipt, title: string): string {
  const { code, origin, leafHash } = kept.receipt;
  return receiptAsText({
    code,
    origin,
    leafHash,
    pollTitle: kept.pollTitle,
    castOn: castOnOf(kept),
    state: title,
    machineLine: machineLine(kept.receipt),
  });
}

/** What an alarm rests on, as text for the clipboard; null where there is no alarm. */
export function alarmEvidence({ receipt, check }: KeptReceipt): string | null {
  return check?.kind === 'alarm' ? evidenceText(receipt, check.alarm, check.evidence, check.at) : null;
}

/** For a code that neither the phone nor the server knows. */
export function unknownReceiptView(): ReceiptView {
  const { unknownTitle: title, unknownDetail: detail } = receiptWords;
  return { kind: 'empty', drawing: 'search', title, detail, action: pageStateWords.home };
}

function castOnOf({ receipt, isOnlyOne }: KeptReceipt): string {
  return castOnText(receipt.period, receipt.nth, isOnlyOne);
}
