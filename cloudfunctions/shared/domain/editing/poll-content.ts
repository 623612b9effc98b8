export const templateIds = ['services', 'people', 'works', 'talent', 'small', 'blank'] as const;
export type TemplateId = (typeof templateIds)[number];

/** What of a candidate may still change after publishing: its name, number and group are in the log's first entry. */
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
