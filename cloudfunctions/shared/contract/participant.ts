import type { AnswerTo } from './answered';
import * as z from 'zod';
import { certificateGet } from './exports/certificate';
import { codeGet } from './spread/codes';
import { candidateFields } from './editing/candidates';
import { contentErrors, fileId, opaque, requestId } from './editing/fields';
import { nominationState, proposer } from './nominations';
import { objectionAppeal, objectionForm, objectionMine, objectionSubmit } from './objections';
import { measure, wantedId } from './poll';
import { reminderSet, reminderTemplates } from './reminders';
import { surveyAnswer, surveyGet } from './survey';

/**
 * Proposes a candidate while the poll is in its nominating stage. A repeated requestId answers the nomination that it made.
 * What was returned does not count against the limit.
 */
export const nominationSubmit = {
  input: z.strictObject({
    pollId: wantedId,
    requestId,
    nomination: candidateFields.pick({ name: true, unit: true, sentence: true, criteria: true }).extend({
      group: opaque(16).nullable(),
      proposer,
      /** Uploaded by the page under `nominations/<pollId>/`. */
      pictures: z.array(fileId).max(3),
    }),
  }),
  output: z.object({ id: z.string(), left: z.int() }),
  errors: [
    'INVALID_INPUT',
    'POLL_NOT_FOUND',
    'NOMINATION_NOT_OPEN',
    'LIMIT_REACHED',
    'FILE_NOT_FOUND',
    ...contentErrors,
  ],
} as const;

/** The caller's own nominations, newest first, with what became of them. */
export const nominationMine = {
  input: z.strictObject({ pollId: wantedId.optional() }),
  output: z.object({
    nominations: z.array(
      z.object({
        id: z.string(),
        pollId: z.string(),
        pollTitle: z.string(),
        name: z.string(),
        at: z.int(),
        state: nominationState,
        reason: z.string().optional(),
        /** The candidate it became or was merged into. */
        candidateId: z.string().optional(),
        candidateName: z.string().optional(),
      }),
    ),
    /** With `pollId`: how many the caller may still send. */
    left: z.int().optional(),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND'],
} as const;

/** What the page asks before it shows the form. */
export const nominationForm = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    title: z.string(),
    organiser: z.string(),
    guide: z.string(),
    /** How the poll's candidates are counted. */
    measure,
    isOpen: z.boolean(),
    /** When nominating starts and ends, where there is such a stage. */
    startAt: z.int().optional(),
    endAt: z.int().optional(),
    criteria: candidateFields.shape.criteria.element.shape.criterion.array(),
    groups: z.array(z.object({ id: z.string(), name: z.string() })),
    left: z.int(),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND'],
} as const;

/** Every procedure of the `participant` function. */
export const participantContract = {
  'nomination.form': nominationForm,
  'nomination.submit': nominationSubmit,
  'nomination.mine': nominationMine,
  'objection.form': objectionForm,
  'objection.submit': objectionSubmit,
  'objection.mine': objectionMine,
  'objection.appeal': objectionAppeal,
  'survey.get': surveyGet,
  'survey.answer': surveyAnswer,
  'code.get': codeGet,
  'certificate.get': certificateGet,
  'reminder.templates': reminderTemplates,
  'reminder.set': reminderSet,
} as const;

export type ParticipantContract = typeof participantContract;
export type ParticipantProcedure = keyof ParticipantContract;
export type ParticipantInput<P extends ParticipantProcedure> = z.input<ParticipantContract[P]['input']>;
export type ParticipantOutput<P extends ParticipantProcedure> = z.output<ParticipantContract[P]['output']>;

/** A procedure's input as the runtime parsed it. */
export type ParticipantRequest<P extends ParticipantProcedure> = z.output<ParticipantContract[P]['input']>;
export type ParticipantAnswer<P extends ParticipantProcedure> = Promise<AnswerTo<ParticipantContract[P]>>;
