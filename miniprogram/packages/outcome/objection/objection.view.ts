import type { FailureState } from '../../../components/page-state/page-state.view';
import { builtInCalendar } from '../../../../cloudfunctions/shared/universal/calendar-years';
import { objectionDays, objectionKinds } from '../../../../cloudfunctions/shared/universal/objections';
import { dateText, endText, momentText, periodDayText } from '../../../../cloudfunctions/shared/universal/times';
import { nameOf } from '../components/objection-card/objection-card.view';
import type { ObjectionForm, ObjectionKind, RuledBallot } from '../services/objections';
import { formWords, kindNames } from '../text/objections';
import { isSigned, mostText, writtenLength, type ObjectionDraft } from './objection-draft';

export type ObjectionView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      title: string;
      /** Until when, and what is promised. */
      lines: string[];
      /** Why there is no form; null where there is one. */
      shut: { title: string; detail: string } | null;
      kinds: { id: ObjectionKind; name: string }[];
      candidates: { id: string; name: string }[];
      /** The office's own words on other ways; '' for none. */
      channel: string;
    }
  | FailureState;

/** @param now the server's time, epoch milliseconds */
export function objectionView(form: ObjectionForm, now: number): ObjectionView & { kind: 'ready' } {
  const { title, isOpen, isBallotOpen, until, left, candidates, objectionChannel } = form;
  const takesAll = isOpen && left > 0;
  const kinds = objectionKinds.filter((kind) => (kind === 'ballot' ? isBallotOpen : takesAll));
  const end = until === null ? [] : [formWords.until(endText(until, now))];
  return {
    kind: 'ready',
    title,
    lines: [
      ...(isOpen ? end : [formWords.ballotOnly]),
      ...(isOpen && left === 0 ? [formWords.full] : []),
      formWords.term(objectionDays),
    ],
    shut: kinds.length === 0 ? shutText(form, now) : null,
    kinds: kinds.map((id) => ({ id, name: kindNames[id] })),
    candidates: candidates.map((each) => ({ id: each.id, name: nameOf(each) })),
    channel: objectionChannel,
  };
}

function shutText({ isOpen, startAt, until }: ObjectionForm, now: number): { title: string; detail: string } {
  const { title, before, unknown, after } = formWords.closed;
  if (isOpen) return { title, detail: formWords.full };
  if (startAt !== null && now < startAt) return { title, detail: before(momentText(startAt, now)) };
  return { title, detail: until !== null && now >= until ? after(endText(until, now)) : unknown };
}

/** What the form shows of what is written. */
export interface WrittenView {
  /** The chosen candidate; '' for none. */
  candidate: string;
  count: string;
  /** Whether it has a number and a claim to an answer, in words. */
  signed: string;
}

export function writtenView(draft: ObjectionDraft, candidates: readonly { id: string; name: string }[]): WrittenView {
  return {
    candidate: candidates.find(({ id }) => id === draft.candidateId)?.name ?? '',
    count: formWords.count(writtenLength(draft.text), mostText),
    signed: isSigned(draft) ? formWords.signed : formWords.unsigned,
  };
}

/** One's own voided ballots: being asked for, not there, or to choose from. */
export type BallotsView =
  | { kind: 'asking' }
  | { kind: 'none' }
  | { kind: 'failed'; text: string }
  | { kind: 'some'; rows: { id: string; name: string; reason: string }[] };

export function ballotsView(ballots: readonly RuledBallot[]): BallotsView {
  const rows = ballots
    .filter(({ isVoid }) => isVoid)
    .map(({ receipt, code, period, reason }) => ({
      id: receipt.leafHash,
      name: formWords.ballot(periodDayText(period) ?? '', code),
      reason: formWords.voidReason(reason),
    }));
  return rows.length === 0 ? { kind: 'none' } : { kind: 'some', rows };
}

export interface SentView {
  title: string;
  detail: string;
}

/** What is said of one that was taken in. @param number of one with a claim to an answer */
export function sentView(number: string | undefined, now: number): SentView {
  if (number === undefined) return { title: formWords.tipTitle, detail: formWords.tipDetail };
  const { until } = builtInCalendar.noticeEnd(now, objectionDays.accept);
  return { title: formWords.sentTitle(number), detail: formWords.sentDetail(dateText(until - 1, now)) };
}
