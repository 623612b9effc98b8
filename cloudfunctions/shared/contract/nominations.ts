import * as z from 'zod';
import { wantedId } from './poll';
import { boundErrors, contentErrors, cursor, line, person, text } from './editing/fields';
import { candidateFields } from './editing/candidates';
import { medium } from './editing/poll-fields';

export const nominationState = z.enum(['waiting', 'accepted', 'returned', 'merged']);
export type NominationState = z.output<typeof nominationState>;

/** Who proposes: a resident, who need not give a name, or an organisation. */
export const proposer = z.strictObject({
  kind: z.enum(['resident', 'organisation']),
  name: line(0, 40),
});

export const reviewedNomination = candidateFields
  .pick({ name: true, group: true, unit: true, sentence: true, criteria: true })
  .extend({
    id: z.string(),
    at: z.int(),
    proposer,
    pictures: z.array(medium),
    state: nominationState,
    /** The candidate it became or was merged into. */
    candidateId: z.string().optional(),
    reason: z.string().optional(),
    decided: person.extend({ at: z.int() }).optional(),
    /** Candidates of this poll with the same name, or nearly. */
    alike: z.array(z.object({ candidateId: z.string(), number: z.int(), name: z.string() })),
  });

/** The queue: those that wait, oldest first; or those in another state, newest first. */
export const nominationList = {
  input: z.strictObject({ pollId: wantedId, state: nominationState.optional(), cursor: cursor.optional() }),
  output: z.object({
    nominations: z.array(reviewedNomination),
    /** How many wait. */
    waiting: z.int(),
    next: z.string().optional(),
  }),
  errors: boundErrors,
} as const;

const decideErrors = [...boundErrors, 'NOMINATION_NOT_FOUND', 'NOMINATION_DECIDED'] as const;

/** Makes a candidate of it, at the end of the list. The proposer sees it in `nomination.mine`. */
export const nominationAccept = {
  input: z.strictObject({ pollId: wantedId, nominationId: wantedId, reason: text(1, 200).optional() }),
  output: z.object({ candidateId: z.string() }),
  errors: [
    ...decideErrors,
    'CANDIDATE_NOT_FOUND',
    'FROZEN_AFTER_PUBLISHING',
    'LIMIT_REACHED',
    'FILE_NOT_FOUND',
    ...contentErrors,
  ],
} as const;

/** Gives it back; the proposer sees the reason and may send another. */
export const nominationReturn = {
  input: z.strictObject({ pollId: wantedId, nominationId: wantedId, reason: text(1, 200) }),
  output: z.object({}),
  errors: [...decideErrors, ...contentErrors],
} as const;

/** Notes that it proposes what is a candidate already; the proposer is told which one. */
export const nominationMerge = {
  input: z.strictObject({
    pollId: wantedId,
    nominationId: wantedId,
    candidateId: wantedId,
    reason: text(1, 200).optional(),
  }),
  output: z.object({}),
  errors: [...decideErrors, 'CANDIDATE_NOT_FOUND', ...contentErrors],
} as const;
