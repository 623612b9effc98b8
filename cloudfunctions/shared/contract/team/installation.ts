import * as z from 'zod';
import { measure, stageName, wantedId } from '../poll';
import { boundErrors, contentErrors, text } from '../editing/fields';
import { listingState } from '../editing/poll-fields';

/** What the caller may do in this installation, outside of any poll. */
export const meGet = {
  input: z.strictObject({}),
  output: z.object({
    mayCreate: z.boolean(),
    /** Who may: anyone, or those that an administrator approved. */
    creation: z.enum(['anyone', 'approved']),
    /** How many more polls the caller may make. */
    pollsLeft: z.int(),
    /** Lists polls on the home page. */
    isAdministrator: z.boolean(),
  }),
  errors: ['INVALID_INPUT'],
} as const;

/**
 * A code that stands for the caller for a quarter of an hour. They read it out to whoever runs the installation, who types
 * `npm run admin -- grant administrator --code 7K4M-Q2XD`; so nobody ever has to find out an identity.
 */
export const meClaim = {
  input: z.strictObject({}),
  output: z.object({ code: z.string(), expiresAt: z.int() }),
  errors: ['INVALID_INPUT'],
} as const;

/** Asks for the poll to be shown on the home page. Links and cards work without. */
export const listingRequest = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({ listing: listingState }),
  errors: [...boundErrors, 'NOT_PUBLISHED'],
} as const;

/** Polls that wait to be listed, oldest request first. For administrators. */
export const listingQueue = {
  input: z.strictObject({}),
  output: z.object({
    polls: z.array(
      z.object({
        pollId: z.string(),
        title: z.string(),
        organiser: z.string(),
        summary: z.string(),
        approval: z.string(),
        stage: stageName,
        requestedAt: z.int(),
        candidateCount: z.int(),
        measure,
      }),
    ),
  }),
  errors: ['INVALID_INPUT', 'NOT_AN_ADMINISTRATOR'],
} as const;

/** Lists a poll, refuses to, or takes it off the list. The team sees the reason. */
export const listingDecide = {
  input: z.strictObject({
    pollId: wantedId,
    decision: z.enum(['list', 'refuse', 'unlist']),
    reason: text(1, 200).optional(),
  }),
  output: z.object({ listing: listingState }),
  errors: ['INVALID_INPUT', 'NOT_AN_ADMINISTRATOR', 'POLL_NOT_FOUND', 'NOT_PUBLISHED', ...contentErrors],
} as const;
