import type { FailureState } from '../../../components/page-state/failure-state';
import type { MyBallots } from '../../../services/ballots';
import type { PollReply } from '../../../services/polls';
import type { KeptReceipt } from '../../../stores/receipts';
import { plateText } from '../../../text/numbers';
import { pageStateWords } from '../../../text/page-state';
import { castOnText, foldedText, promisedText, receiptAsText, receiptWords, receivedText } from '../../../text/receipt';

export interface Step {
  ring: 'tick' | 'dot' | 'open';
  title: string;
  detail: string;
}

export interface SlipView {
  kind: 'ready';
  state: 'received' | 'entered' | 'missing';
  code: string;
  pollTitle: string;
  castOn: string;
  folded: string;
  isShown: boolean;
  toggle: string;
  choices: { id: string; number: string; name: string }[];
  /** The heading under the tear. */
  title: string;
  detail: string;
  steps: Step[];
}

export type ReceiptView = { kind: 'loading' } | SlipView | FailureState;

type Ballot = MyBallots['ballots'][number];

/** What the server says of a ballot; `unasked` while it has not answered, so that nothing is called missing by mistake. */
export type Found = 'unasked' | 'waiting' | 'counted' | 'missing';

/** How the server's list of one's own ballots knows the ballot with this code. */
export function findBallot({ ballots }: MyBallots, code: string): { found: Found; ballot?: Ballot } {
  const ballot = ballots.find(({ receipt }) => receipt.code === code);
  if (!ballot) return { found: 'missing' };
  return { found: ballot.counted ? 'counted' : 'waiting', ballot };
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
    choices,
    state: ballot.counted ? 'entered' : 'received',
  };
}

/** @param isShown whether the voter unfolded the choices. @param now the server's time, epoch milliseconds */
export function slipView(kept: KeptReceipt, found: Found, isShown: boolean, now: number): SlipView {
  const { receipt, choices } = kept;
  const state = stateOf(kept, found, now);
  return {
    kind: 'ready',
    state,
    code: receipt.code,
    pollTitle: kept.pollTitle,
    castOn: castOnOf(kept),
    folded: foldedText(choices.length, isShown),
    isShown,
    toggle: isShown ? receiptWords.hide : receiptWords.show,
    choices: isShown ? choices.map(({ id, number, name }) => ({ id, number: plateText(number), name })) : [],
    title: titles[state],
    detail: state === 'missing' ? receiptWords.missingDetail : '',
    steps: state === 'missing' ? [] : stepsOf(kept, state, now),
  };
}

/** The receipt as text for the clipboard. */
export function slipText(kept: KeptReceipt, state: SlipView['state']): string {
  const { code, leafHash, keyId, signature } = kept.receipt;
  return receiptAsText({
    code,
    leafHash,
    keyId,
    signature,
    pollTitle: kept.pollTitle,
    castOn: castOnOf(kept),
    state: titles[state],
  });
}

/** For a code that neither the phone nor the server knows. */
export function unknownReceiptView(): ReceiptView {
  const { unknownTitle: title, unknownDetail: detail } = receiptWords;
  return { kind: 'empty', drawing: 'search', title, detail, action: pageStateWords.home };
}

const titles = {
  received: receiptWords.waitingTitle,
  entered: receiptWords.enteredTitle,
  missing: receiptWords.missingTitle,
} as const;

function castOnOf({ receipt, isOnlyOne }: KeptReceipt): string {
  return castOnText(receipt.period, receipt.nth, isOnlyOne);
}

/** Before the promised time a ballot that the server does not list yet is late at worst, not lost. */
function stateOf(kept: KeptReceipt, found: Found, now: number): SlipView['state'] {
  if (found === 'missing' && now >= kept.receipt.promisedAt) return 'missing';
  return found === 'counted' || kept.state === 'entered' ? 'entered' : 'received';
}

function stepsOf({ receipt, receivedAt }: KeptReceipt, state: 'received' | 'entered', now: number): Step[] {
  const got: Step = {
    ring: 'tick',
    title: receiptWords.gotIt,
    detail: receivedAt === undefined ? '' : receivedText(receivedAt),
  };
  return state === 'entered'
    ? [got, { ring: 'tick', title: receiptWords.entered, detail: '' }]
    : [got, { ring: 'dot', title: receiptWords.entry, detail: promisedText(receipt.promisedAt, now) }];
}
