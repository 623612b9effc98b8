import * as z from 'zod';
import { surveyOccasions } from '../universal/survey';
import { boundErrors, contentErrors, cursor, instant, line, person, requestId, text, version } from './editing/fields';
import { wantedId } from './poll';

/** A poll has at most so many surveys, numbered from 1. */
const k = z.int().min(1).max(9);

const grades = z.union([z.literal(3), z.literal(5)]);
const choosable = (least: number, most: number, longest: number) => z.array(line(1, longest)).min(least).max(most);
const asked = { title: line(1, 60), isOptional: z.boolean(), isPublic: z.boolean() };

const question = z.union([
  z.strictObject({ kind: z.enum(['single', 'multiple']), ...asked, options: choosable(2, 12, 30) }),
  z.strictObject({ kind: z.literal('grade'), ...asked, grades }),
  z.strictObject({ kind: z.literal('matrix'), ...asked, rows: choosable(2, 8, 30), grades }),
  z.strictObject({ kind: z.literal('score'), ...asked }),
  // What somebody wrote is for the team alone.
  z.strictObject({ kind: z.literal('text'), ...asked, isPublic: z.literal(false) }),
]);

const content = z.strictObject({
  title: line(1, 30),
  occasion: z.enum(surveyOccasions),
  questions: z.array(question).min(1).max(15),
});

const table = z.object({ of: z.int(), cells: z.array(z.int().nullable()) });

/** A survey as its team sees it; of its totals no more than may be published, of all its questions. */
const teamSurvey = z.object({
  k,
  version,
  ...content.shape,
  edited: person.extend({ at: z.int() }),
  /** Once it was opened: until when answers are taken. */
  until: z.int().optional(),
  totals: z.object({ at: z.int(), answers: z.int(), tables: z.array(z.array(table)) }).optional(),
});

export const surveyList = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({ surveys: z.array(teamSurvey) }),
  errors: boundErrors,
} as const;

/** Writes a survey whole: version 0 for a new one. Nothing of it changes once it is open. */
export const surveySave = {
  input: z.strictObject({ pollId: wantedId, k, version: z.int().min(0), survey: content }),
  output: z.object({ version }),
  errors: [
    ...boundErrors,
    'NOT_PUBLISHED',
    'SURVEY_NOT_FOUND',
    'EDIT_CONFLICT',
    'FROZEN_AFTER_PUBLISHING',
    ...contentErrors,
  ],
} as const;

/** Opens it as the caller read it. One about the award opens once there is one. A repeat is answered as done. */
export const surveyOpen = {
  input: z.strictObject({ pollId: wantedId, k, version, until: instant }),
  output: z.object({ until: z.int() }),
  errors: [
    ...boundErrors,
    'NOT_PUBLISHED',
    'NOT_AWARDED',
    'SURVEY_NOT_FOUND',
    'EDIT_CONFLICT',
    'FROZEN_AFTER_PUBLISHING',
  ],
} as const;

/**
 * What was written in answer to one question, in an order that tells nothing: once the survey is over and ten have answered, so that
 * nobody sees which text came behind which.
 */
export const surveyTexts = {
  input: z.strictObject({ pollId: wantedId, k, question: z.int().min(0).max(14), cursor: cursor.optional() }),
  output: z.object({
    texts: z.array(z.string()),
    /** From when they can be read, where that is not yet. */
    fromAt: z.int().optional(),
    next: z.string().optional(),
  }),
  errors: [...boundErrors, 'SURVEY_NOT_FOUND'],
} as const;

/** What a page asks before it shows the questions. SURVEY_NOT_OPEN says until when it was. */
export const surveyGet = {
  input: z.strictObject({ pollId: wantedId, k }),
  output: z.object({ ...content.shape, until: z.int(), hasAnswered: z.boolean() }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND', 'SURVEY_NOT_OPEN'],
} as const;

/**
 * Takes a person's answers, one for each question in their order, null where one is passed over. Once; a repeated requestId is answered
 * as done.
 */
export const surveyAnswer = {
  input: z.strictObject({
    pollId: wantedId,
    k,
    requestId,
    answers: z
      .array(z.union([z.int().min(0).max(11), z.array(z.int().min(0).max(11)).max(12), text(0, 200)]).nullable())
      .max(15),
  }),
  output: z.object({}),
  errors: [
    'INVALID_INPUT',
    'POLL_NOT_FOUND',
    'SURVEY_NOT_OPEN',
    'ALREADY_ANSWERED',
    'ANSWER_INCOMPLETE',
    ...contentErrors,
  ],
} as const;
