import * as z from 'zod';
import { objectionDecisions, objectionKinds, objectionStates } from '../universal/objections';
import {
  boundErrors,
  contentErrors,
  cursor,
  fileId,
  instant,
  line,
  opaque,
  person,
  requestId,
  text,
} from './editing/fields';
import { mediaState } from './editing/poll-fields';
import { wantedId } from './poll';

export const objectionKind = z.enum(objectionKinds);
export const objectionState = z.enum(objectionStates);
export const objectionDecision = z.enum(objectionDecisions);

/** The signed half of a receipt, and where its ballot is in the log, as `ballot.locate` told: with it one entry is read, not all. */
export const shownReceipt = z.strictObject({
  origin: opaque(200),
  leafHash: z.string().regex(/^[0-9a-f]{64}$/, '64 hex digits'),
  promisedAt: instant,
  keyId: z.string().regex(/^[0-9a-f]{8}$/, 'eight hex digits'),
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/, '64 bytes in base64'),
  index: z.int().min(1),
});

const answer = z.object({
  at: z.int(),
  decision: objectionDecision,
  summary: z.string(),
  /** The supervising office, of an appeal's decision. */
  office: z.string().optional(),
  effects: z.array(z.object({ kind: z.string(), candidateId: z.string().optional(), index: z.int().optional() })),
});

const hearing = z.object({ at: z.int(), place: z.string(), minutes: z.string().optional() });

/** What is known of an objection to its author and to the team alike. */
const progress = z.object({
  id: z.string(),
  /** Such as 2026-03; a tip has none. */
  number: z.string().optional(),
  kind: objectionKind,
  candidateId: z.string().optional(),
  at: z.int(),
  text: z.string(),
  state: objectionState,
  /** By when the team has to do the next step. */
  dueAt: z.int().optional(),
  accepted: z.object({ at: z.int(), reason: z.string() }).optional(),
  hearing: hearing.optional(),
  answer: answer.optional(),
  appeal: z.object({ at: z.int(), text: z.string() }).optional(),
  final: answer.optional(),
  closing: z.object({ at: z.int(), reason: z.string() }).optional(),
});

const objectionText = text(20, 1000);

/** What the page asks before it shows the form. A poll that was called off says so by its window. */
export const objectionForm = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    title: z.string(),
    organiser: z.string(),
    /** The office's own words on how to object by other ways. */
    objectionChannel: z.string(),
    /** Whether objections are taken now; of a voided ballot it may be earlier than of the rest. */
    isOpen: z.boolean(),
    isBallotOpen: z.boolean(),
    /** From the notice to the end of the last one; null where that is not known yet. */
    startAt: z.int().nullable(),
    until: z.int().nullable(),
    /** How many more the caller may have open; of ballots there is one each, whatever this says. */
    left: z.int(),
    candidates: z.array(z.object({ id: z.string(), number: z.int(), name: z.string() })),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND'],
} as const;

/**
 * Takes an objection in. A repeated requestId answers the one that it made. Signed ones, and those of a ballot, get a number and
 * have a claim to an answer; the rest are tips. Of a ballot no identity is stored: the receipt says whose it is.
 */
export const objectionSubmit = {
  input: z.strictObject({
    pollId: wantedId,
    requestId,
    kind: objectionKind,
    candidateId: wantedId.optional(),
    /** For `ballot`, and for nothing else. */
    receipt: shownReceipt.optional(),
    text: objectionText,
    /** Uploaded by the page under `objections/<pollId>/`; none for `ballot`, since storage keeps who put a file up. */
    pictures: z.array(fileId).max(5),
    signed: z.strictObject({ name: line(1, 40), contact: line(1, 100), unit: line(1, 60).optional() }).optional(),
  }),
  output: z.object({ id: z.string(), number: z.string().optional() }),
  errors: [
    'INVALID_INPUT',
    'POLL_NOT_FOUND',
    'OBJECTION_CLOSED',
    'LIMIT_REACHED',
    'CANDIDATE_NOT_FOUND',
    'BALLOT_NOT_FOUND',
    'BALLOT_NOT_VOID',
    'FILE_NOT_FOUND',
    ...contentErrors,
  ],
} as const;

/** The caller's own, newest first; of ballots those whose receipts are shown. */
export const objectionMine = {
  input: z.strictObject({ pollId: wantedId, receipts: z.array(shownReceipt).max(10).optional() }),
  output: z.object({
    objections: z.array(
      progress.extend({
        candidateName: z.string().optional(),
        /** Until when it may be appealed against; absent where it may not. */
        appealUntil: z.int().optional(),
      }),
    ),
    left: z.int(),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND', 'BALLOT_NOT_FOUND'],
} as const;

/** Once, against what was declined, upheld in part or rejected. OBJECTION_CLOSED behind the last day; a repeat is answered as done. */
export const objectionAppeal = {
  input: z.strictObject({
    pollId: wantedId,
    id: opaque(100),
    text: objectionText,
    /** For one about a ballot: the same as when it was sent. */
    receipt: shownReceipt.optional(),
  }),
  output: z.object({ dueAt: z.int() }),
  errors: [
    'INVALID_INPUT',
    'POLL_NOT_FOUND',
    'OBJECTION_CLOSED',
    'OBJECTION_NOT_FOUND',
    'OBJECTION_DECIDED',
    'BALLOT_NOT_FOUND',
    ...contentErrors,
  ],
} as const;

const picture = z.object({
  /** Where it can be fetched for some hours; absent until it has passed its check. */
  url: z.string().optional(),
  state: mediaState,
});

export const teamObjection = progress.extend({
  candidateName: z.string().optional(),
  /** The voided ballot's place in the log. */
  index: z.int().optional(),
  isSigned: z.boolean(),
  /** For owners and reviewers, until it is forgotten. */
  signed: z.object({ name: z.string(), contact: z.string(), unit: z.string().optional() }).optional(),
  /** How many there are; the pictures themselves are for owners and reviewers. */
  pictureCount: z.int(),
  pictures: z.array(picture),
  decided: person.extend({ at: z.int() }).optional(),
});

/** Newest first. */
export const objectionList = {
  input: z.strictObject({ pollId: wantedId, isOpen: z.boolean().optional(), cursor: cursor.optional() }),
  output: z.object({
    objections: z.array(teamObjection),
    /** How many wait for the team, of all. */
    open: z.int(),
    next: z.string().optional(),
  }),
  errors: boundErrors,
} as const;

const decideErrors = [...boundErrors, 'OBJECTION_NOT_FOUND', 'OBJECTION_DECIDED', ...contentErrors] as const;

/** Takes one up, or does not. The reason is for everybody to read: what it is about, and why. */
export const objectionAccept = {
  input: z.strictObject({
    pollId: wantedId,
    objectionId: opaque(100),
    isAccepted: z.boolean(),
    reason: text(1, 200),
  }),
  output: z.object({ state: objectionState, dueAt: z.int().optional() }),
  errors: decideErrors,
} as const;

/** Notes when and where the parties are or were heard; again with what was said. Neither is public. */
export const objectionHear = {
  input: z.strictObject({
    pollId: wantedId,
    objectionId: opaque(100),
    at: instant,
    place: line(1, 60),
    minutes: text(1, 1000).optional(),
  }),
  output: z.object({}),
  errors: decideErrors,
} as const;
