import type { WorkCalendar } from '../../universal/calendar';
import { dayLength, dayOf } from '../../universal/day';
import {
  isOpenObjection,
  objectionDays,
  type ObjectionDecision,
  type ObjectionKind,
  type ObjectionState,
  type PublicAnswer,
  type PublicEffect,
  type PublicObjection,
} from '../../universal/objections';
import type { Signed } from '../team/person';

/** So many one person may have open at a time, of one poll. */
export const mostPerPerson = 3;

/** So many numbered ones a poll takes, and as many tips beside them: neither keeps the other out. */
export const mostPerPoll = 500;

/** What is known of whoever signed; gone before long, see `forgetsAt`. */
export interface Signatory {
  name: string;
  contact: string;
  unit?: string;
}

/** The team's answer, or the supervising office's that the team entered. */
export interface ObjectionAnswer {
  /** The act that it was decided by. */
  actId: string;
  decision: ObjectionDecision;
  summary: string;
  office?: string;
  effects: PublicEffect[];
  at: number;
}

export interface Objection {
  /** `poll:key`; of a ballot `poll:ballot:LEAF`, so that there is one a ballot. */
  id: string;
  pollId: string;
  /** The page's, by which a repeat is known. */
  requestId: string;
  kind: ObjectionKind;
  candidateId?: string;
  /** The voided ballot's place in the log. */
  index?: number;
  /** Which of the poll's numbered ones, or of its tips, it is: from 1. */
  n: number;
  /** Signed, or of a ballot: it has a number and a claim to an answer. What is neither is a tip. */
  isNumbered: boolean;
  text: string;
  /** Cloud file ids. */
  pictures: string[];
  signed?: Signatory;
  /** Whose it is, under a key of the poll that only `participant` can make; never there for a ballot. */
  person?: string;
  /** Epoch milliseconds, as all instants here. */
  at: number;
  state: ObjectionState;
  dueAt?: number;
  accepted?: Signed & { reason: string };
  hearing?: Hearing;
  answer?: ObjectionAnswer;
  appeal?: { at: number; text: string };
  final?: ObjectionAnswer;
  closing?: { at: number; reason: string };
}

export interface Hearing {
  at: number;
  place: string;
  minutes?: string;
}

/** An id without its poll, as clients have it. */
export function keyOf({ id, pollId }: Pick<Objection, 'id' | 'pollId'>): string {
  return id.slice(pollId.length + 1);
}

/** Such as 2026-03: the year it came in, and which of the poll's it is. A tip has none. */
export function numberOf({ isNumbered, n, at }: Pick<Objection, 'isNumbered' | 'n' | 'at'>): string | undefined {
  return isNumbered ? `${dayOf(at).slice(0, 4)}-${String(n).padStart(2, '0')}` : undefined;
}

/** When objections are taken. Both epoch milliseconds; null where nobody knows yet. */
export interface ObjectionWindow {
  startAt: number | null;
  until: number | null;
}

/** How far a poll has come, as its public log says. */
export interface OutcomeSoFar {
  /** The last notice, and when the first went up. */
  notice?: { from: number; until: number };
  /** Where the rules owe no notice: when the result is written. */
  resultAt?: number;
  /** When the poll was called off. */
  calledOffAt?: number;
}

/**
 * Objections are taken from the notice to the end of the last one; about a ballot from its void on, which comes before. Where there
 * is no notice at all, about a ballot until the result is written, and about nothing else.
 */
export function windowOf(kind: ObjectionKind, { notice, resultAt, calledOffAt }: OutcomeSoFar): ObjectionWindow {
  const end = notice?.until ?? (kind === 'ballot' ? (resultAt ?? null) : null);
  const until = calledOffAt === undefined ? end : Math.min(calledOffAt, end ?? calledOffAt);
  return { startAt: kind === 'ballot' ? 0 : (notice?.from ?? null), until };
}

export function takesAt({ startAt, until }: ObjectionWindow, now: number): boolean {
  return startAt !== null && startAt <= now && now < (until ?? Infinity);
}

/** By when the team has to do the next step. @returns undefined where nothing waits for it; a tip has no claim to an answer */
export function dueAfter(
  state: ObjectionState,
  isNumbered: boolean,
  at: number,
  calendar: WorkCalendar,
): number | undefined {
  if (!isNumbered || !isOpenObjection(state)) return undefined;
  if (state === 'received') return calendar.noticeEnd(at, objectionDays.accept).until;
  return calendar.noticeEnd(at, state === 'appealed' ? objectionDays.appeal : objectionDays.answer).until;
}

/** Until when it may be appealed against; undefined where it may not, now or ever. */
export function appealUntil(objection: Objection, calendar: WorkCalendar): number | undefined {
  const { state, isNumbered, answer, accepted, appeal } = objection;
  if (!isNumbered || appeal !== undefined || !['declined', 'partly', 'rejected'].includes(state)) return undefined;
  const decidedAt = answer?.at ?? accepted?.at;
  return decidedAt === undefined ? undefined : calendar.noticeEnd(decidedAt, objectionDays.appeal).until;
}

/** Whether it stands in the way of the award. @param winners ids of those who are to win */
export function blocksAward(objection: Objection, winners: readonly string[]): boolean {
  const { isNumbered, state, kind, candidateId } = objection;
  if (!isNumbered || !isOpenObjection(state)) return false;
  return kind !== 'candidate' || winners.includes(candidateId ?? '');
}

/** What stands in the way of an answer, if anything. @param office of an appeal's decision */
export function answerObstacle(
  { state }: Pick<Objection, 'state'>,
  office: string | undefined,
): { obstacle: 'notAccepted' } | null {
  const from: readonly ObjectionState[] = office === undefined ? ['accepted', 'heard'] : ['appealed'];
  return from.includes(state) ? null : { obstacle: 'notAccepted' };
}

/** The state that an answer leads to. */
export function answeredState({ decision, office }: Pick<ObjectionAnswer, 'decision' | 'office'>): ObjectionState {
  return office === undefined ? decision : 'closed';
}

/**
 * Acts by which somebody decided what is objected to: the ballot's void, what was done about the candidate, the count and its notice,
 * or when and how the vote was held.
 */
export const decidingActs = {
  ballot: ['voidBallot', 'restoreBallot'],
  candidate: ['freezeCandidate', 'unfreezeCandidate', 'withdrawCandidate'],
  result: ['certifyCount', 'putUpNotice'],
  process: ['publish', 'endEarly', 'extend'],
} as const satisfies Record<ObjectionKind, readonly string[]>;

/** Whether such an act was about what is objected to. */
export function isAboutSame(
  { candidateId, index }: Pick<Objection, 'candidateId' | 'index'>,
  act: { candidateId?: string; index?: number },
): boolean {
  return (
    (act.candidateId === undefined || act.candidateId === candidateId) &&
    (act.index === undefined || act.index === index)
  );
}

/**
 * Whether both who answer decided what is objected to. One of them may have: the other has not.
 * @param deciders member ids
 */
export function areSameJudges(proposer: string, approver: string, deciders: ReadonlySet<string>): boolean {
  return deciders.has(proposer) && deciders.has(approver);
}

/** How long names and contacts are kept at the most behind the close of the vote, and behind a calling off; milliseconds. */
export const longestKept = 180 * dayLength;
export const keptAfterCallingOff = 30 * dayLength;

/** What the time to forget hangs on. Epoch milliseconds. */
export interface KeptPoll {
  closedAt: number;
  isArchived: boolean;
  calledOffAt?: number;
}

/** When who objected is forgotten: with the archiving, else at the latest so long after the close or the calling off. */
export function forgetsAt({ closedAt, isArchived, calledOffAt }: KeptPoll, now: number): number {
  if (isArchived) return now;
  const afterClose = closedAt + longestKept;
  return calledOffAt === undefined ? afterClose : Math.min(afterClose, calledOffAt + keptAfterCallingOff);
}

/** A line of the public list. @returns null for a tip */
export function publicObjection(objection: Objection): PublicObjection | null {
  const number = numberOf(objection);
  if (number === undefined) return null;
  const { kind, candidateId, at, state, dueAt, accepted, answer, appeal, final, closing } = objection;
  return {
    number,
    kind,
    ...(candidateId === undefined ? {} : { candidateId }),
    day: dayOf(at),
    state,
    ...(dueAt === undefined || !isOpenObjection(state) ? {} : { dueAt }),
    ...(accepted === undefined ? {} : { reason: accepted.reason }),
    ...(answer === undefined ? {} : { answer: publicAnswer(answer) }),
    ...(appeal === undefined ? {} : { appealed: dayOf(appeal.at) }),
    ...(final === undefined ? {} : { final: publicAnswer(final) }),
    ...(closing === undefined ? {} : { closing: closing.reason }),
  };
}

function publicAnswer({ decision, summary, office, effects, at }: ObjectionAnswer): PublicAnswer {
  return { day: dayOf(at), decision, summary, ...(office === undefined ? {} : { office }), effects };
}
