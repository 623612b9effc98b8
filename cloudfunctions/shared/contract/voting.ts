import * as z from 'zod';
import { opaque } from './editing/fields';
import { channel, wantedId } from './poll';

export const receipt = z.object({
  /** Eight characters, e.g. "7K4M-Q2XD": the leaf hash in short, for people. */
  code: z.string(),
  pollId: z.string(),
  /** The log this ballot is promised to. */
  origin: z.string(),
  /** RFC 6962 leaf hash of the ballot's log entry, 64 hex digits. */
  leafHash: z.string(),
  /** "once", or a day like "2026-11-23". */
  period: z.string(),
  nth: z.int(),
  /** Epoch milliseconds by which the ballot is in the public log. */
  promisedAt: z.int(),
  /** C2SP key id of the key that signed it, among those of the log's `receipt-keys`. */
  keyId: z.string(),
  /** Ed25519 over the receipt's text, base64. */
  signature: z.string(),
});

export const ballotCast = {
  input: z.strictObject({
    pollId: wantedId,
    choices: z.array(wantedId).max(1000),
    /** Made once per cast by the page; a retry repeats it, and by it alone a retry is recognised. */
    castId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, '8 to 64 of A-Z a-z 0-9 -'),
    /** Which of the period's ballots this one should be: `me.nth` of poll.get. A retry repeats it. */
    nth: z.int().min(1).max(1000).optional(),
    /** The period the page showed: `me.period` of poll.get. A retry repeats it. */
    period: z
      .string()
      .regex(/^(once|\d{4}-\d{2}-\d{2})$/, '"once" or a day like "2026-11-23"')
      .optional(),
    /** What `group.enter` gave, in a poll of chat groups. */
    pass: opaque(64).optional(),
    /** `me.ticket` of poll.get. Whatever it is, nobody is refused for it: what is no good ticket counts as none. */
    ticket: z
      .string()
      .regex(/^[A-Za-z0-9_-]{46}$/)
      .optional()
      .catch(undefined),
    /** Where the voter came from; the first cast's stands. */
    channel: channel.optional(),
  }),
  output: z.object({ receipt }),
  errors: [
    'INVALID_INPUT',
    'POLL_NOT_FOUND',
    'POLL_NOT_OPEN',
    'PERIOD_OVER',
    'PASS_NEEDED',
    'PASS_EXPIRED',
    'CANDIDATE_NOT_FOUND',
    'CANDIDATE_WITHDRAWN',
    'CHOICES_OUT_OF_RANGE',
    'ALREADY_VOTED',
    'NO_BALLOT_LEFT',
    'ALREADY_VOTED_FOR',
  ],
} as const;

export const ballotMine = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    /** Newest period first; within a period by nth. */
    ballots: z.array(
      z.object({
        /** Its `promisedAt` is the time by which `counted` is to be true. */
        receipt,
        choices: z.array(z.string()),
        /** True once the log's public checkpoint covers the ballot: it is counted, and anyone can see that it is there. */
        counted: z.boolean(),
      }),
    ),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND'],
} as const;
