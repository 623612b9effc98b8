import * as z from 'zod';
import { dayOf, endOfDay } from '../universal/day';
import { objectionDecisions } from '../universal/objections';
import { instant, line, opaque, publicReason, text } from './editing/fields';
import { wantedId } from './poll';

/** The first instant behind a day in China. */
const dayEnd = instant.refine((at) => endOfDay(dayOf(at - 1)) === at, 'the end of a day in China');

/** 64 hex digits. */
const root = z.string().regex(/^[0-9a-f]{64}$/, '64 hex digits');

/**
 * Each needs two persons of owner and reviewer in every poll, but for `archivePoll`, which an owner does alone. Those that the log
 * takes in (`putUpNotice`, `extendNotice`, `award`, `revokeAward`, `callOff`) take effect with its next release, some seconds later:
 * stages, `outcome.json` and `poll.get` follow then.
 */
export const outcomeActs = [
  /** The count was verified; `root` is that of somebody's own recount, where the log is too large for the server's. */
  z.strictObject({ kind: z.literal('certifyCount'), note: text(0, 500), root: root.optional() }),
  /**
   * Puts up what is to be the result, also anew where it has changed since. Not before `earliest` of the refusal `tooShort`; the
   * earlier notice's end may stand where the same win with the same ranks. One that takes an earlier one's place says why, or it is
   * refused as `reasonMissing`.
   */
  z.strictObject({
    kind: z.literal('putUpNotice'),
    until: dayEnd,
    /** Where objections go. */
    office: line(1, 60),
    phone: line(1, 30),
    address: line(0, 100),
    note: text(0, 500),
    reason: publicReason.optional(),
  }),
  /** Lengthens the notice; who answers stays the same. */
  z.strictObject({ kind: z.literal('extendNotice'), until: dayEnd, reason: publicReason }),
  /** The notice is over, nothing is open: its ranking becomes the result. */
  z.strictObject({ kind: z.literal('award') }),
  /** Takes a winner's award back, for good. The result stays as it is. */
  z.strictObject({
    kind: z.literal('revokeAward'),
    candidateId: wantedId,
    reason: publicReason,
    clause: line(1, 100),
  }),
  /** Ends an open or closed poll before its award. Log, receipts and page stay readable; nothing is counted any further. */
  z.strictObject({ kind: z.literal('callOff'), reason: publicReason }),
  z.strictObject({ kind: z.literal('archivePoll'), reason: publicReason }),
  /** No sheet changes any more; all of them become public, under the names announced. */
  z.strictObject({ kind: z.literal('lockJury') }),
  /** Takes a juror out of the count, before the lock or behind it, by the name on the roster. What was handed in stays public. */
  z.strictObject({ kind: z.literal('excludeJuror'), label: line(1, 20), reason: publicReason, clause: line(1, 100) }),
  /**
   * Answers an objection that was accepted, for everybody to read; with `office` enters what the supervising office decided of an
   * appeal. `notAccepted` in any other state. `sameJudges` where both persons decided what is objected to: a third one has to take
   * part. OBJECTION_NOT_FOUND, and ACT_NOT_FOUND for what of `actIds` was never done.
   */
  z.strictObject({
    kind: z.literal('answerObjection'),
    objectionId: opaque(100),
    decision: z.enum(objectionDecisions),
    summary: text(1, 500),
    office: line(1, 60).optional(),
    /** What was done because of it. */
    actIds: z.array(wantedId).max(5),
  }),
] as const;
