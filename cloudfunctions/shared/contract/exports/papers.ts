import * as z from 'zod';
import { boundErrors } from '../editing/fields';
import { wantedId } from '../poll';

/** A PDF that was made. */
const paper = z.object({
  /** A cloud file id. */
  file: z.string(),
  /** Works for some hours. */
  url: z.string(),
  /** To offer the file under, e.g. "荣誉证书-十佳.pdf". */
  name: z.string(),
  bytes: z.int(),
  pages: z.int(),
});

/**
 * Prints the certificate of one who is awarded, or of all of them in one file; those whose award was revoked have none. Each needs its
 * mini-program code, which WeChat takes half a second to draw, so a call draws some, says how many of how many are done, and is
 * repeated as it is until it answers the file. What is drawn stays drawn, so repeating costs nothing.
 */
export const certificateMake = {
  input: z.strictObject({
    pollId: wantedId,
    /** All of them unless told. */
    candidateId: wantedId.optional(),
    /** `upright` and `wide` are in colour; `plain` is black on white, also for certificate paper that one has. */
    design: z.enum(['upright', 'wide', 'plain']),
  }),
  output: z.object({
    /** How many codes are drawn, of how many. */
    done: z.int(),
    of: z.int(),
    /** Once all are. */
    paper: paper.optional(),
  }),
  errors: [
    ...boundErrors,
    'NOT_AWARDED',
    'CANDIDATE_NOT_FOUND',
    'AWARD_REVOKED',
    'CHARACTERS_NOT_DRAWN',
    'WECHAT_UNAVAILABLE',
  ],
} as const;

/** The last notice as it is hung up, black on white, with the code that leads to the poll and a place for the stamp. */
export const noticePrint = {
  input: z.strictObject({ pollId: wantedId, size: z.enum(['a4', 'a3']) }),
  output: paper,
  errors: [...boundErrors, 'NO_NOTICE', 'CHARACTERS_NOT_DRAWN', 'WECHAT_UNAVAILABLE'],
} as const;

/** The list of those who are awarded, by grade and number, with the codes of their certificates; revoked ones stand in it as revoked. */
export const awardPrint = {
  input: z.strictObject({ pollId: wantedId }),
  output: paper,
  errors: [...boundErrors, 'NOT_AWARDED', 'CHARACTERS_NOT_DRAWN'],
} as const;

/** `certified`: one page on how the count was verified, for the file. */
export const reportMake = {
  input: z.strictObject({ pollId: wantedId, kind: z.enum(['certified']) }),
  output: paper,
  errors: [...boundErrors, 'NOT_CERTIFIED', 'CHARACTERS_NOT_DRAWN'],
} as const;
