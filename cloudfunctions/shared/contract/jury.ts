import * as z from 'zod';
import { boundErrors, contentErrors, instant, line, publicReason, text, version } from './editing/fields';
import { juryRules } from './editing/poll-fields';
import { wantedId } from './poll';

const mostSeats = 50;
/** As many as a poll has candidates. */
const mostRecusals = 500;

/** Why a juror may not judge a candidate: family, the same employer, teacher and pupil, an interest, another ground. */
const recusalGround = z.enum(['kinship', 'sameUnit', 'teacher', 'interest', 'other']);

const recusal = z.object({ candidateId: z.string(), ground: recusalGround, by: z.enum(['self', 'team']), at: instant });

/**
 * Seats the jury: who sits, under which name the public will read their points, and by when they are to be done. Repeated it takes the
 * place of what was said before; whoever keeps a seat keeps what they declared. Once the jury is opened `dueAt` alone may move, else
 * JURY_STARTED.
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
  errors: [...boundErrors, 'MEMBER_NOT_FOUND', 'JURY_STARTED', 'EDIT_CONFLICT', ...contentErrors],
} as const;

/**
 * Opens the sheets, once the vote is open: from here on the roster stands, and is public. JURY_INCOMPLETE names who has not declared or
 * is no juror of the team any more, and the candidates whom too few may judge. A repeat changes nothing.
 */
export const juryOpen = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({ openedAt: instant }),
  errors: [...boundErrors, 'NOT_PUBLISHED', 'POLL_NOT_OPEN', 'NO_JURY', 'JURY_INCOMPLETE', 'EDIT_CONFLICT'],
} as const;

/** How far the jury is. Nothing in it depends on points. */
export const juryProgress = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    /** Absent before it is set up. */
    jury: z
      .object({ dueAt: instant, isBlind: z.boolean(), openedAt: instant.optional(), lockedAt: instant.optional() })
      .optional(),
    /** How many candidates are judged, those recused among them. */
    candidates: z.int(),
    seats: z.array(
      z.object({
        memberId: z.string(),
        label: z.string(),
        /** Absent until the juror has said whom they may not judge, be it nobody. */
        declaredAt: instant.optional(),
        recusals: z.array(recusal),
        /** Of how many candidates each criterion has its points. */
        scored: z.int(),
        /** Since when the sheet is handed in; absent while it is not, or is reopened. */
        submittedAt: instant.optional(),
        /** Versions that were handed in. */
        versions: z.int(),
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
    /** Since when sheets are open. */
    openedAt: instant.optional(),
    lockedAt: instant.optional(),
    /** How it scores; absent where the poll's rules do not say. */
    rules: juryRules.optional(),
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
  /** INVALID_INPUT for a candidate twice; JURY_STARTED once the jury is opened: then the team recuses. */
  errors: [...boundErrors, 'NOT_A_JUROR', 'CANDIDATE_NOT_FOUND', 'JURY_STARTED'],
} as const;

/**
 * The team recuses a juror who did not: what the juror declared stays beside it. A repeat changes nothing. SHEET_LOCKED once the juror
 * has handed in; JURY_INCOMPLETE where nobody would be left to judge the candidate.
 */
export const recusalAdd = {
  input: z.strictObject({ pollId: wantedId, memberId: wantedId, candidateId: wantedId, ground: recusalGround }),
  output: z.object({}),
  errors: [...boundErrors, 'NOT_A_JUROR', 'CANDIDATE_NOT_FOUND', 'SHEET_LOCKED', 'JURY_INCOMPLETE'],
} as const;

/** Takes back what the team added; what a juror declared is the juror's own. */
export const recusalRemove = {
  input: z.strictObject({ pollId: wantedId, memberId: wantedId, candidateId: wantedId }),
  output: z.object({}),
  errors: [...boundErrors, 'NOT_A_JUROR', 'RECUSAL_NOT_FOUND', 'SHEET_LOCKED'],
} as const;

/** By the criteria of the rules in their order; null where one has no points yet. */
const points = z.array(z.int().min(0).max(100).nullable()).min(1).max(10);
const sheetErrors = [...boundErrors, 'NOT_A_JUROR', 'RECUSAL_FIRST', 'JURY_NOT_OPEN'] as const;

/** A version that was handed in. */
const submission = z.object({
  n: z.int(),
  /** Leaf hash of the entry that the log will reveal, 64 hex digits. */
  hash: z.string(),
  at: instant,
  /** Why it was reopened, and when: for the public to read once sheets are. */
  reopened: z.object({ reason: z.string(), at: instant }).optional(),
});

/** One's own sheet, and nobody else's. */
export const sheetGet = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    /** To be sent back with the next change. */
    version,
    state: z.enum(['draft', 'submitted', 'locked']),
    scores: z.array(z.object({ candidateId: z.string(), points, comment: z.string() })),
    submissions: z.array(submission),
  }),
  errors: sheetErrors,
} as const;

/**
 * Keeps the points of one candidate, as one scores. Two devices that change the same version are told apart: one gets EDIT_CONFLICT with
 * the version that is there now, and reads again.
 */
export const sheetSave = {
  input: z.strictObject({ pollId: wantedId, candidateId: wantedId, points, comment: text(0, 200), version }),
  output: z.object({ version }),
  errors: [...sheetErrors, 'CANDIDATE_NOT_FOUND', 'RECUSED', 'POINTS_OUT_OF_RANGE', 'SHEET_LOCKED', 'EDIT_CONFLICT'],
} as const;

/**
 * Hands the sheet in: a hash that binds it enters the log, the points do not before the lock. Repeated with the same version it answers
 * the same again.
 */
export const sheetSubmit = {
  input: z.strictObject({ pollId: wantedId, version }),
  output: z.object({ n: z.int(), hash: z.string(), version }),
  errors: [...sheetErrors, 'SHEET_INCOMPLETE', 'SHEET_LOCKED', 'LIMIT_REACHED', 'EDIT_CONFLICT'],
} as const;

/** Opens a sheet again that was handed in, before the lock. That it was, and why, everybody reads afterwards. */
export const sheetReopen = {
  input: z.strictObject({ pollId: wantedId, reason: publicReason }),
  output: z.object({ version }),
  errors: [...sheetErrors, 'SHEET_LOCKED', ...contentErrors],
} as const;
