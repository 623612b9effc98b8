import type { Day } from './day';

/** What an objection can be about: who is to win and why, one candidate, how the poll was held, one's own voided ballot. */
export const objectionKinds = ['result', 'candidate', 'process', 'ballot'] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

/**
 * Where an objection stands. received → accepted or declined; accepted → (heard) → upheld, partly, rejected; from declined, partly and
 * rejected once → appealed → closed. A poll that is called off closes whatever is open.
 */
export const objectionStates = [
  'received',
  'accepted',
  'declined',
  'heard',
  'upheld',
  'partly',
  'rejected',
  'appealed',
  'closed',
] as const;
export type ObjectionState = (typeof objectionStates)[number];

export const objectionDecisions = ['upheld', 'partly', 'rejected'] as const;
export type ObjectionDecision = (typeof objectionDecisions)[number];

/** What somebody has to do by when, in working days: after a receipt, an acceptance, an answer. */
export const objectionDays = { accept: 1, answer: 3, appeal: 5 } as const;

/** One that waits for the team. */
export function isOpenObjection(state: ObjectionState): boolean {
  return state === 'received' || state === 'accepted' || state === 'heard' || state === 'appealed';
}

/** An answer as everybody reads it. */
export interface PublicAnswer {
  day: Day;
  decision: ObjectionDecision;
  summary: string;
  /** Who decided an appeal: the supervising office. */
  office?: string;
  /** What was done because of it. */
  effects: PublicEffect[];
}

export interface PublicEffect {
  /** The act's kind, such as `withdrawCandidate`. */
  kind: string;
  candidateId?: string;
  /** A ballot's place in the log. */
  index?: number;
}

/** One line of the public list. What the person wrote, and who they are, is not in it. */
export interface PublicObjection {
  /** Such as 2026-03. */
  number: string;
  kind: ObjectionKind;
  candidateId?: string;
  /** When it came. */
  day: Day;
  state: ObjectionState;
  /** By when the team has to do the next step, epoch milliseconds; what is later is overdue. Absent where nothing is to be done. */
  dueAt?: number;
  /** What it is about and why it was taken up or not, in the team's words; once that is decided. */
  reason?: string;
  answer?: PublicAnswer;
  /** When the answer was appealed against. */
  appealed?: Day;
  final?: PublicAnswer;
  /** Why it was closed without an answer. */
  closing?: string;
}

/** `objections.json` beside a poll's log: every numbered objection, the newest number first. None is ever taken away. */
export interface PublicObjections {
  v: 1;
  /** When it was written, epoch milliseconds. */
  at: number;
  objections: PublicObjection[];
}

// A file may be newer than its reader, and a text in it comes from people: what is shown is what has the shape.
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const isOneOf =
  (words: readonly string[]) =>
  (value: unknown): boolean =>
    isText(value) && words.includes(value);

/** @returns null for anything but an `objections.json` of this version */
export function readObjections(value: unknown): PublicObjections | null {
  return isList(value) ? value : null;
}

function isList(value: unknown): value is PublicObjections {
  return (
    isRecord(value) &&
    value['v'] === 1 &&
    isNumber(value['at']) &&
    Array.isArray(value['objections']) &&
    value['objections'].every(isObjection)
  );
}

function isObjection(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['number']) &&
    isOneOf(objectionKinds)(value['kind']) &&
    isAbsentOr(value['candidateId'], isText) &&
    isText(value['day']) &&
    isOneOf(objectionStates)(value['state']) &&
    isAbsentOr(value['dueAt'], isNumber) &&
    isAbsentOr(value['reason'], isText) &&
    isAbsentOr(value['answer'], isAnswer) &&
    isAbsentOr(value['appealed'], isText) &&
    isAbsentOr(value['final'], isAnswer) &&
    isAbsentOr(value['closing'], isText)
  );
}

function isAnswer(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['day']) &&
    isOneOf(objectionDecisions)(value['decision']) &&
    isText(value['summary']) &&
    isAbsentOr(value['office'], isText) &&
    Array.isArray(value['effects']) &&
    value['effects'].every(
      (effect: unknown) =>
        isRecord(effect) &&
        isText(effect['kind']) &&
        isAbsentOr(effect['candidateId'], isText) &&
        isAbsentOr(effect['index'], isNumber),
    )
  );
}
