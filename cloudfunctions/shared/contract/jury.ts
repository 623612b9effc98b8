import * as z from 'zod';
import { boundErrors, contentErrors, instant, line } from './editing/fields';
import { wantedId } from './poll';

const mostSeats = 50;
/** As many as a poll has candidates. */
const mostRecusals = 500;

/** Why a juror may not judge a candidate: family, the same employer, teacher and pupil, an interest, another ground. */
const recusalGround = z.enum(['kinship', 'sameUnit', 'teacher', 'interest', 'other']);

const recusal = z.object({ candidateId: z.string(), ground: recusalGround, by: z.enum(['self', 'team']), at: instant });

/**
 * Seats the jury: who sits, under which name the public will read their points, and by when they are to be done. Repeated it takes the
 * place of what was said before; whoever keeps a seat keeps what they declared.
 */
export const jurySetUp = {
  input: z.strictObject({
    pollId: wantedId,
    seats: z
      .array(z.strictObject({ memberId: wantedId, label: line(1, 20) }))
      .min(1)
      .max(mostSeats),
    dueAt: instant,
    /** Whether jurors see number and name of a candidate alone, and not whose it is. */
    isBlind: z.boolean(),
  }),
  output: z.object({}),
  /** INVALID_INPUT for a label or a member twice; MEMBER_NOT_FOUND for one who is no juror of the team. */
  errors: [...boundErrors, 'MEMBER_NOT_FOUND', 'EDIT_CONFLICT', ...contentErrors],
} as const;

/** How far the jury is. Nothing in it depends on points. */
export const juryProgress = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    /** Absent before it is set up. */
    jury: z.object({ dueAt: instant, isBlind: z.boolean() }).optional(),
    seats: z.array(
      z.object({
        memberId: z.string(),
        label: z.string(),
        /** Absent until the juror has said whom they may not judge, be it nobody. */
        declaredAt: instant.optional(),
        recusals: z.array(recusal),
      }),
    ),
  }),
  errors: boundErrors,
} as const;

/** What a juror has to know: the candidates by name and unit alone, in an order of one's own, and whom one may not judge. */
export const juryMine = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    label: z.string(),
    dueAt: instant,
    isBlind: z.boolean(),
    declaredAt: instant.optional(),
    recusals: z.array(recusal),
    /** `unit` is "" where the jury does not see it. */
    candidates: z.array(z.object({ id: z.string(), number: z.int(), name: z.string(), unit: z.string() })),
  }),
  errors: [...boundErrors, 'NOT_A_JUROR'],
} as const;

/** A juror says whom they may not judge; an empty list says that there is nobody. Said again it takes the earlier one's place. */
export const recusalDeclare = {
  input: z.strictObject({
    pollId: wantedId,
    recusals: z.array(z.strictObject({ candidateId: wantedId, ground: recusalGround })).max(mostRecusals),
  }),
  output: z.object({}),
  /** INVALID_INPUT for a candidate twice. */
  errors: [...boundErrors, 'NOT_A_JUROR', 'CANDIDATE_NOT_FOUND'],
} as const;

/** The team recuses a juror who did not: what the juror declared stays beside it. A repeat changes nothing. */
export const recusalAdd = {
  input: z.strictObject({ pollId: wantedId, memberId: wantedId, candidateId: wantedId, ground: recusalGround }),
  output: z.object({}),
  errors: [...boundErrors, 'NOT_A_JUROR', 'CANDIDATE_NOT_FOUND'],
} as const;

/** Takes back what the team added; what a juror declared is the juror's own. */
export const recusalRemove = {
  input: z.strictObject({ pollId: wantedId, memberId: wantedId, candidateId: wantedId }),
  output: z.object({}),
  errors: [...boundErrors, 'NOT_A_JUROR', 'RECUSAL_NOT_FOUND'],
} as const;
