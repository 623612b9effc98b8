import * as z from 'zod';
import { pollTextNames } from '../../universal/poll-fields';
import { candidateDetail, pollDetail, wantedId } from '../poll';
import { boundErrors, contentErrors, cursor, instant, line, opaque, requestId, text, version } from './fields';
import { editedPoll, myPoll, pollFields, status, template } from './poll-fields';

/** The templates, for the first step of the editor. */
export const templateList = {
  input: z.strictObject({}),
  output: z.object({
    templates: z.array(
      z.object({
        id: template,
        name: z.string(),
        sentence: z.string(),
        /** What a poll made of it begins with, dates counted from now. */
        fields: pollFields,
      }),
    ),
  }),
  errors: ['INVALID_INPUT'],
} as const;

/**
 * Makes a draft; the caller becomes its owner. A repeated requestId answers the draft that it made; NOT_A_MEMBER where that one was
 * thrown away.
 */
export const pollCreate = {
  input: z.strictObject({
    requestId,
    template,
    title: line(0, 40).optional(),
    /** How the team will see the caller. */
    myName: line(1, 20),
  }),
  output: z.object({ poll: editedPoll }),
  errors: ['INVALID_INPUT', 'CREATION_NOT_ALLOWED', 'LIMIT_REACHED', 'NOT_A_MEMBER', ...contentErrors],
} as const;

/**
 * Makes a small poll of everything that one screen asks and publishes it: it opens a minute later. What it asks of publishing is
 * checked before anything is written; a repeated requestId answers the poll that it made. With `isDraft` it stays a draft.
 */
export const pollLaunch = {
  input: z.strictObject({
    requestId,
    title: line(1, 40),
    /** Who asks, as everybody reads it, the team too. */
    organiser: line(1, 20),
    /** Each other than the others. */
    options: z.array(line(1, 60)).min(2).max(20),
    /** How many of the options one ballot holds at most; no more than there are. */
    most: z.int().min(1).max(20),
    /** At least ten minutes ahead. */
    endAt: instant,
    /** Members of this chat group alone vote: `cloudID` of wx.getGroupEnterInfo as it is, and what the group is called here. */
    group: z.strictObject({ cloudId: opaque(512), name: line(1, 20) }).optional(),
    isDraft: z.literal(true).optional(),
  }),
  output: z.object({
    pollId: z.string(),
    title: z.string(),
    status,
    votingStartAt: z.int(),
    votingEndAt: z.int(),
  }),
  errors: [
    'INVALID_INPUT',
    'CREATION_NOT_ALLOWED',
    'LIMIT_REACHED',
    'GROUP_NOT_VERIFIED',
    'CHECKLIST_INCOMPLETE',
    'ACT_NOT_POSSIBLE',
    'ACT_DECIDED',
    'EDIT_CONFLICT',
    'NOT_A_MEMBER',
    ...contentErrors,
  ],
} as const;

/**
 * Makes a draft of what organisers wrote of a poll and of its candidates; the caller becomes its owner. Files are copied some at a time:
 * while `left` is not 0 there is no draft yet, and the same call goes on. A repeated requestId answers the draft that it made.
 * What is of the one poll stays behind: votes, standings, candidates that left, team, acts, groups, channels, its approval and its lot. Its
 * times are moved by whole weeks, and its files are looked at anew.
 */
export const pollCopy = {
  input: z.strictObject({ pollId: wantedId, requestId }),
  output: z.object({
    pollId: z.string(),
    /** How many files are still to be copied. */
    left: z.int(),
  }),
  errors: [...boundErrors, 'CREATION_NOT_ALLOWED', 'LIMIT_REACHED', 'FILE_NOT_FOUND', 'CONTENT_CHECK_UNAVAILABLE'],
} as const;

/** The caller's polls, those edited last first. */
export const pollMine = {
  input: z.strictObject({ cursor: cursor.optional() }),
  output: z.object({ polls: z.array(myPoll), next: z.string().optional() }),
  errors: ['INVALID_INPUT'],
} as const;

export const pollLoad = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({ poll: editedPoll }),
  errors: boundErrors,
} as const;

/**
 * Saves some fields, whole ones: `stages`, `rules`, `result` are replaced, not merged. Meant to be called as one types.
 * EDIT_CONFLICT when somebody saved in between: `details` carry `version`, `edited` (memberId, name, role, at) and `fields`,
 * the names of what has changed since, if it is known. The page loads the poll again and says who it was.
 */
export const pollSave = {
  input: z.strictObject({
    pollId: wantedId,
    version,
    change: pollFields.partial(),
    /** Needed once the poll is published; goes on the public record. */
    reason: text(1, 200).optional(),
  }),
  output: z.object({ version, edited: z.object({ at: z.int() }) }),
  errors: [
    ...boundErrors,
    'EDIT_CONFLICT',
    'FROZEN_AFTER_PUBLISHING',
    'FILE_NOT_FOUND',
    'LIMIT_REACHED',
    ...contentErrors,
  ],
} as const;

/** What voters would see: what `poll.get` and `candidate.get` of the `voter` function answer after publishing. */
export const pollPreview = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({ poll: pollDetail, candidates: z.array(candidateDetail) }),
  errors: [...boundErrors, 'RECUSAL_FIRST'],
} as const;

/** What publishing needs. `missing` stands in the way; `warning` is to be read and may be gone past. */
export const checklistItem = z.object({
  code: z.enum([
    /** A text that nobody has written. */
    ...pollTextNames,
    /** `details`: `stage` that is out of order. */
    'stageOrder',
    /** Voting would start too soon or in the past; `details`: `earliest`. */
    'votingStart',
    /** The latest end lies ahead of the end, or later stages begin before it. */
    'latestEnd',
    /** `details`: `field`, `expected` of `domain/poll/rules.ts`. */
    'rules',
    'result',
    'entryTooLong',
    /** The public lot does not say enough; `details`: `field` (`source`, `at` with `earliest`, `digits` with `most`). */
    'lot',
    'voidReasons',
    'countStep',
    /** Fewer than two; `details`: `count`. */
    'candidates',
    /** `details`: `candidateId`, `number`, `name`, `field`. */
    'candidateText',
    /** Two candidates share a name; `details`: `name`, `numbers`. */
    'candidateTwice',
    /** Two names are written differently and look the same; `details`: `name`, `other`, `numbers`. */
    'candidateLooksAlike',
    /** Waits for WeChat or a reviewer, or was refused; `details`: `candidateId?`, `state`. */
    'picture',
    /** An attachment that waits or was refused; `details`: `name`, `state`. */
    'attachment',
    /** Nobody else could approve. */
    'secondPerson',
    /** A public notice of less than five working days; `details`: `days` (where they are known), `earliest` end (epoch ms). */
    'noticeDays',
    /** Nobody has announced yet which days are free in the year that the notice ends in; `details`: `year`, `earliest` end. */
    'calendarUnknown',
    /** Nominations still wait; `details`: `count`. */
    'nominations',
    /** The poll is for chat groups, and none is bound. */
    'chatGroups',
  ]),
  level: z.enum(['missing', 'warning']),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ChecklistItem = z.output<typeof checklistItem>;

export const pollCheck = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    items: z.array(checklistItem),
    /** Nothing is `missing`. */
    isReady: z.boolean(),
    /** Publishing will wait for a second person. */
    needsSecondPerson: z.boolean(),
  }),
  errors: boundErrors,
} as const;

/** Throws a draft away, with its candidates and team. */
export const pollDiscard = {
  input: z.strictObject({ pollId: wantedId, version }),
  output: z.object({}),
  errors: [...boundErrors, 'EDIT_CONFLICT', 'FROZEN_AFTER_PUBLISHING'],
} as const;
