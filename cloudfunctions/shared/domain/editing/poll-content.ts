import type { PollResult } from '../../universal/lot';
import type { BallotRules, CountPolicy, StageTimes } from '../../universal/poll';

export const criteria = ['innovation', 'effectiveness', 'satisfaction', 'sustainability'] as const;
export type Criterion = (typeof criteria)[number];

export const templateIds = ['services', 'people', 'works', 'talent', 'small', 'blank'] as const;
export type TemplateId = (typeof templateIds)[number];

export interface NominationRules {
  /** Whoever has the link may propose. */
  isOpen: boolean;
  perPerson: number;
  guide: string;
}

/** What organisers write of a poll. A draft's texts may be empty. */
export interface PollContent {
  title: string;
  organiser: string;
  summary: string;
  purpose: string;
  approval: string;
  hotline: string;
  objectionChannel: string;
  /** A cloud file id. */
  cover: string | null;
  stages: StageTimes;
  /** The vote opens as soon as the poll is published. */
  opensAtOnce: boolean;
  rules: BallotRules;
  countPolicy: CountPolicy;
  result: PollResult;
  voidReasons: string[];
  /** Epoch milliseconds; null: the end stands. */
  latestEnd: number | null;
  /** Texts that each candidate gives. */
  criteria: Criterion[];
  secondPerson: boolean;
  nomination: NominationRules;
  /** Members of the poll's chat groups alone vote. */
  isForGroups: boolean;
}

/** Those whose texts and pictures may still change after publishing; the rest is what voters were promised. */
export const changeableFields: readonly (keyof PollContent)[] = [
  'summary',
  'purpose',
  'hotline',
  'objectionChannel',
  'cover',
];

/** The same of a candidate: its name, number and group are in the log's first entry. */
export const changeableCandidateFields = [
  'unit',
  'sentence',
  'detail',
  'facts',
  'criteria',
  'pictures',
  'video',
] as const;

/** One entry of the public record of changes after publishing. */
export interface PublicChange {
  /** Within its poll, by which it is entered once; absent in entries that are older than what was said before and after. */
  id?: string;
  /** Epoch milliseconds. */
  at: number;
  what: string;
  candidateId?: string;
  reason: string;
  /** An act that one person did alone, as the poll's rules let them. */
  isAlone?: true;
}

/** The public record keeps this many; more changes than that are refused. */
export const mostChanges = 200;

/** The first field of a change that a published poll does not take; null when it takes all. */
export function frozenField(fields: readonly string[], changeable: readonly string[]): string | null {
  return fields.find((field) => !changeable.includes(field)) ?? null;
}
