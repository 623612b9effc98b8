import * as z from 'zod';
import { outcomeActs } from './outcome-acts';
import { wantedId } from './poll';
import { boundErrors, contentErrors, cursor, instant, line, person, publicReason, text } from './editing/fields';

const reason = publicReason;

/**
 * Acts that bind the public. Each is proposed by one person, with a reason for everybody to read, and where the poll says so
 * approved by another.
 */
export const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publish') }),
  /** Takes a published poll back into a draft, as long as it has not opened. */
  z.strictObject({ kind: z.literal('unpublish'), reason }),
  /** Both move the end; it lies at least `least` of the refusal's details ahead (ten minutes), and ends no later than `latestEnd`. */
  z.strictObject({ kind: z.literal('endEarly'), endAt: instant, reason }),
  z.strictObject({ kind: z.literal('extend'), endAt: instant, reason }),
  /** Calls the poll off. Voters see the reason; nothing is deleted. */
  z.strictObject({ kind: z.literal('withdraw'), reason }),
  /** Ballots for it stay valid and keep counting for the others; it takes no more votes. */
  z.strictObject({ kind: z.literal('freezeCandidate'), candidateId: wantedId, reason }),
  z.strictObject({ kind: z.literal('unfreezeCandidate'), candidateId: wantedId, reason }),
  /** As frozen, for good; its votes stay on record, and it leaves the ranking. */
  z.strictObject({ kind: z.literal('withdrawCandidate'), candidateId: wantedId, reason }),
  /** Takes a ballot out of the count, by its place in the log. Needs two persons in every poll. */
  z.strictObject({
    kind: z.literal('voidBallot'),
    index: z.int().min(1),
    /** One of the poll's `voidReasons`. */
    reason,
    /** What of the published rules it goes against, or where the evidence is. */
    clause: line(1, 100),
  }),
  /** Puts a voided ballot back. Needs two persons as well. */
  z.strictObject({ kind: z.literal('restoreBallot'), index: z.int().min(1), reason, clause: line(1, 100) }),
  /**
   * What the announced public draw gave: exactly as many ASCII digits as the rules say, else DRAW_MALFORMED. Two persons in every
   * poll, owners or reviewers.
   */
  z.strictObject({ kind: z.literal('enterDraw'), draw: line(1, 64) }),
  ...outcomeActs,
]);
export type Act = z.output<typeof act>;

/** `approved` and not `done`: approved a moment ago, or its last step has to be repeated by `act.approve`. */
export const actState = z.enum(['waiting', 'approved', 'done', 'rejected', 'cancelled', 'lapsed']);
export type ActState = z.output<typeof actState>;

export const proposedAct = z.object({
  id: z.string(),
  act,
  /** The candidate's name, where it is about one. */
  subject: z.string().optional(),
  state: actState,
  proposer: person,
  proposedAt: z.int(),
  /** Somebody else of the team has to approve. */
  needsSecondPerson: z.boolean(),
  decided: person.extend({ at: z.int(), reason: z.string().optional() }).optional(),
  /** For `lapsed`: why it could not be done any more. */
  obstacle: z.string().optional(),
  /** The caller may approve it. */
  canApprove: z.boolean(),
});
export type ProposedAct = z.output<typeof proposedAct>;

/** Those that wait first, then the newest. */
export const actList = {
  input: z.strictObject({ pollId: wantedId, cursor: cursor.optional() }),
  output: z.object({ acts: z.array(proposedAct), next: z.string().optional() }),
  errors: boundErrors,
} as const;

const actErrors = [
  'CANDIDATE_NOT_FOUND',
  'OBJECTION_NOT_FOUND',
  'ACT_NOT_FOUND',
  'ACT_NOT_POSSIBLE',
  'DRAW_MALFORMED',
  'CHECKLIST_INCOMPLETE',
  'EDIT_CONFLICT',
  ...contentErrors,
] as const;

/**
 * Proposes an act. Where nobody else has to approve it is done at once, and the answer says so. The same act that waits already is
 * answered again; another one about the same thing that waits is ACT_DECIDED. CHECKLIST_INCOMPLETE carries `items`, as `poll.check` answers them.
 */
export const actPropose = {
  input: z.strictObject({ pollId: wantedId, act }),
  output: z.object({ act: proposedAct }),
  errors: [...boundErrors, 'ACT_DECIDED', ...actErrors],
} as const;

/** Approves and does it. NEEDS_ANOTHER_PERSON for the proposer; ACT_DECIDED where somebody was faster. */
export const actApprove = {
  input: z.strictObject({ pollId: wantedId, actId: wantedId }),
  output: z.object({ act: proposedAct }),
  errors: [...boundErrors, 'ACT_DECIDED', 'NEEDS_ANOTHER_PERSON', ...actErrors],
} as const;

/** Turns it down; the proposer takes it back by the same call. */
export const actReject = {
  input: z.strictObject({ pollId: wantedId, actId: wantedId, reason: text(1, 200) }),
  output: z.object({ act: proposedAct }),
  errors: [...boundErrors, 'ACT_NOT_FOUND', 'ACT_DECIDED', ...contentErrors],
} as const;
