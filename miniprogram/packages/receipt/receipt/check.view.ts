import type { SearchProgress } from '../../../../cloudfunctions/shared/universal/ledger/check/find-leaf';
import type { Failure } from '../../../services/cloud';
import { standingOf, waitOf, type KeptReceipt } from '../../../stores/receipts';
import { readFailureText } from '../../../text/errors';
import { receiptWords, receivedText } from '../../../text/receipt';
import { standingText } from '../../../text/standing';
import {
  alarmSteps,
  alarmText,
  checkWords,
  entryText,
  growthText,
  lastCheckText,
  placeText,
  searchText,
  signedText,
  unfoundText,
} from '../../../text/receipt-check';

export interface Step {
  ring: 'tick' | 'dot' | 'open';
  title: string;
  detail: string;
}

/** What stands under the tear. */
export interface CheckView {
  /** The stamp over the slip; `alarm` is the ring with an exclamation mark instead. */
  seal: 'received' | 'entered' | 'alarm';
  ring: 'tick' | 'dot' | 'open' | 'none';
  title: string;
  detail: string;
  steps: Step[];
  /** What an alarm means, and what to do about it. */
  alarm: { means: string; todo: string[]; hotline: string; call: string } | null;
  /** Why there is nothing newer. */
  note: string;
  /** Who checked, and when. */
  foot: string;
  /** Whether a check may be asked for. */
  canCheck: boolean;
}

/** What the page knows beside the receipt itself. */
export interface CheckState {
  /** The ballot is public and being checked now, or searched for. */
  isChecking: boolean;
  search: SearchProgress | null;
  /** Where a search ended that found nothing. */
  unfound: { searchedFrom: number; size: number } | null;
  /** Why the last check came to no end. */
  failure: Failure | 'files' | null;
  /** Empty where it is not known. */
  hotline: string;
}

/** @param now the server's time, epoch milliseconds */
export function checkView(kept: KeptReceipt, state: CheckState, now: number): CheckView {
  const { check } = kept;
  if (check?.kind === 'alarm') return alarmView(check, state, now);
  if (check?.kind === 'entered') return checkedView(check, state, now);
  if (state.unfound !== null && !state.isChecking) return unfoundView(state.unfound, noteOf(state, now));
  return waitingView(kept, state, now);
}

const plain = { detail: '', alarm: null, note: '', foot: '', canCheck: true } as const;

type Check = NonNullable<KeptReceipt['check']>;

function checkedView(check: Extract<Check, { kind: 'entered' }>, state: CheckState, now: number): CheckView {
  return {
    ...plain,
    seal: 'entered',
    ring: 'tick',
    title: checkWords.checkedTitle,
    steps: [
      { ring: 'tick', title: checkWords.inLog, detail: placeText(check.index) },
      { ring: 'tick', title: checkWords.onlyGrows, detail: growthText(check.added) },
      { ring: 'tick', title: checkWords.signed, detail: signedText(check.size, check.at, now) },
    ],
    note: state.failure === null ? '' : lastCheckText(check.at, now),
    foot: state.isChecking ? checkWords.checkingTitle : checkWords.byThisPhone,
    canCheck: !state.isChecking,
  };
}

function alarmView({ alarm, at }: Extract<Check, { kind: 'alarm' }>, state: CheckState, now: number): CheckView {
  const { what, means } = alarmText(alarm);
  const { hotline } = state;
  return {
    ...plain,
    seal: 'alarm',
    ring: 'none',
    title: what,
    steps: [],
    alarm: {
      means,
      todo: alarmSteps(hotline),
      hotline,
      call: hotline === '' ? '' : checkWords.call(hotline),
    },
    note: state.failure === null ? '' : lastCheckText(at, now),
    foot: state.isChecking ? checkWords.checkingTitle : checkWords.byThisPhone,
    canCheck: !state.isChecking,
  };
}

function unfoundView({ searchedFrom, size }: { searchedFrom: number; size: number }, note: string): CheckView {
  return {
    ...plain,
    seal: 'received',
    ring: 'open',
    title: checkWords.unfoundTitle,
    detail: unfoundText(searchedFrom, size),
    steps: [],
    note,
    foot: checkWords.byThisPhone,
  };
}

function waitingView(kept: KeptReceipt, state: CheckState, now: number): CheckView {
  const { receipt, isPasted } = kept;
  const standing = standingOf(kept);
  const wait = waitOf(receipt, now);
  const got = kept.receivedAt === undefined ? '' : receivedText(kept.receivedAt);
  const steps: Step[] = [
    { ring: 'tick', title: checkWords.gotIt, detail: isPasted ? checkWords.pasted : got },
    { ring: 'dot', title: checkWords.entry, detail: entryText(receipt.promisedAt, standing === 'counted', now) },
    { ring: 'open', title: checkWords.here, detail: checkWords.hereLater },
  ];
  if (state.isChecking) {
    const detail = state.search === null ? '' : searchText(state.search);
    return {
      ...plain,
      seal: 'received',
      ring: 'dot',
      title: checkWords.checkingTitle,
      detail,
      steps: [],
      foot: checkWords.byThisPhone,
      canCheck: false,
    };
  }
  const isUnknown = state.failure !== null && (wait === 'overdue' || standing === 'counted' || isPasted === true);
  return {
    ...plain,
    seal: 'received',
    ring: 'dot',
    title: isUnknown ? checkWords.uncheckedTitle : standingText(standing, wait),
    steps: isUnknown ? [] : steps,
    note: noteOf(state, now, isUnknown),
    canCheck: isUnknown || wait !== 'waiting',
  };
}

const lost: ReadonlySet<Failure['code']> = new Set(['OFFLINE', 'TIMEOUT', 'NO_ANSWER']);

/** Why nothing newer is known. */
function noteOf({ failure }: CheckState, now: number, isOverdue = true): string {
  if (failure === null) return '';
  if (failure === 'files') return receiptWords.filesNote;
  if (!lost.has(failure.code)) return readFailureText(failure, now).title;
  return isOverdue ? checkWords.neverChecked : receiptWords.offlineNote;
}
