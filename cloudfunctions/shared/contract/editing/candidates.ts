import * as z from 'zod';
import { criterion, wantedId } from '../poll';
import {
  boundErrors,
  contentErrors,
  fileId,
  line,
  opaque,
  person,
  publicReason,
  requestId,
  text,
  version,
} from './fields';
import { medium } from './poll-fields';

/** As `domain/editing/order.ts` has it. */
export const mostCandidates = 500;

/** What of a candidate can be edited. For its number see `candidate.arrange`. */
export const candidateFields = z.strictObject({
  name: line(1, 60),
  /** Id of a group of the rules; null: none. */
  group: opaque(16).nullable(),
  /** Department or unit that proposes it. */
  unit: line(0, 40),
  sentence: line(0, 120),
  /** What there is to say at length: deeds, practice, background. */
  detail: text(0, 2000),
  facts: z.array(z.strictObject({ figure: line(1, 12), unit: line(0, 8), label: line(1, 12) })).max(3),
  criteria: z.array(z.strictObject({ criterion, text: text(1, 1000) })).max(4),
  /** Uploaded by the page under `polls/<pollId>/`, in this order; the first stands for the candidate. */
  pictures: z.array(fileId).max(9),
  /** As pictures; shown once a reviewer of the team has passed it. */
  video: fileId.nullable(),
});
export type CandidateFields = z.output<typeof candidateFields>;

/** `frozen` takes no votes for now, `withdrawn` none any more and has left the ranking; both with a public reason. */
const standing = z.object({ state: z.enum(['frozen', 'withdrawn']), reason: z.string(), at: z.int() });

export const editedCandidate = candidateFields.omit({ pictures: true, video: true }).extend({
  id: z.string(),
  /** From 1, of its own; candidates stand in the order of their numbers. */
  number: z.int(),
  /** To be sent back with the next change. */
  version,
  pictures: z.array(medium),
  video: medium.nullable(),
  standing: standing.optional(),
  edited: person.extend({ at: z.int() }),
});
export type EditedCandidate = z.output<typeof editedCandidate>;

/** All candidates by number. */
export const candidateList = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    candidates: z.array(
      editedCandidate.pick({
        id: true,
        number: true,
        version: true,
        name: true,
        group: true,
        unit: true,
        sentence: true,
        pictures: true,
        video: true,
        standing: true,
      }),
    ),
    listVersion: version,
  }),
  errors: [...boundErrors, 'RECUSAL_FIRST'],
} as const;

export const candidateLoad = {
  input: z.strictObject({ pollId: wantedId, candidateId: wantedId }),
  output: z.object({ candidate: editedCandidate, listVersion: version }),
  errors: [...boundErrors, 'RECUSAL_FIRST', 'CANDIDATE_NOT_FOUND'],
} as const;

/** Adds a candidate at the end. A repeated requestId answers the candidate that it made. Only while the poll is a draft. */
export const candidateAdd = {
  input: z.strictObject({
    pollId: wantedId,
    requestId,
    candidate: candidateFields.partial().required({ name: true }),
  }),
  output: z.object({ candidate: editedCandidate, listVersion: version }),
  errors: [
    ...boundErrors,
    'CANDIDATE_NOT_FOUND',
    'FROZEN_AFTER_PUBLISHING',
    'LIMIT_REACHED',
    'FILE_NOT_FOUND',
    ...contentErrors,
  ],
} as const;

/**
 * Saves some fields, whole ones. EDIT_CONFLICT as for `poll.save`. Of a published poll's candidates `unit`, `sentence`, `detail`, `facts`,
 * `criteria`, `pictures` and `video` may still change, each time with a public reason.
 */
export const candidateSave = {
  input: z.strictObject({
    pollId: wantedId,
    candidateId: wantedId,
    version,
    change: candidateFields.partial(),
    /** Needed once the poll is published; goes on the public record. */
    reason: publicReason.optional(),
  }),
  output: z.object({ candidate: editedCandidate }),
  errors: [
    ...boundErrors,
    'CANDIDATE_NOT_FOUND',
    'EDIT_CONFLICT',
    'FROZEN_AFTER_PUBLISHING',
    'LIMIT_REACHED',
    'FILE_NOT_FOUND',
    ...contentErrors,
  ],
} as const;

/** Takes a candidate out of a draft. After publishing it can be frozen or withdrawn: see acts. */
export const candidateRemove = {
  input: z.strictObject({ pollId: wantedId, candidateId: wantedId, listVersion: version }),
  output: z.object({ listVersion: version }),
  errors: [...boundErrors, 'CANDIDATE_NOT_FOUND', 'EDIT_CONFLICT', 'FROZEN_AFTER_PUBLISHING'],
} as const;

/**
 * Puts the candidates of a draft in this order, each exactly once. They are numbered 1, 2, 3 …, or as `numbers` says for the same
 * places, ascending.
 */
export const candidateArrange = {
  input: z.strictObject({
    pollId: wantedId,
    listVersion: version,
    order: z.array(wantedId).max(mostCandidates),
    numbers: z.array(z.int().min(1).max(9999)).max(mostCandidates).optional(),
  }),
  output: z.object({ listVersion: version }),
  errors: [...boundErrors, 'EDIT_CONFLICT', 'FROZEN_AFTER_PUBLISHING'],
} as const;

/**
 * Adds candidates of another poll that the caller may copy to the end of a draft, without those that left it, and without those whose
 * name, as it looks, the draft has already: `taken`. Files are copied some at a time: while `left` is not 0 nothing is added yet, and the
 * same call goes on. A repeated requestId adds nothing twice. Groups are found by their names; texts that the draft does not ask for
 * stay behind.
 */
export const candidateCopy = {
  input: z.strictObject({
    pollId: wantedId,
    fromPollId: wantedId,
    /** All of them without. */
    candidateIds: z
      .array(wantedId)
      .min(1)
      .max(mostCandidates)
      .refine((ids) => new Set(ids).size === ids.length, 'each candidate once')
      .optional(),
    requestId,
  }),
  output: z.object({
    left: z.int(),
    added: z.int(),
    taken: z.array(z.string()),
    listVersion: version,
  }),
  errors: [
    ...boundErrors,
    'CANDIDATE_NOT_FOUND',
    'FROZEN_AFTER_PUBLISHING',
    'LIMIT_REACHED',
    'FILE_NOT_FOUND',
    'CONTENT_CHECK_UNAVAILABLE',
  ],
} as const;
