import * as z from 'zod';
import { wantedId } from '../poll';

const letterLine = z.object({
  text: z.string(),
  kind: z.enum(['salutation', 'opening', 'name', 'sentence', 'honour']),
});

/**
 * Somebody's certificate, which the phone draws as a picture: what it says, and the mini-program code that leads to its check. All of it
 * is public; the code is drawn once, and for nobody but those who are awarded.
 */
export const certificateGet = {
  input: z.strictObject({ pollId: wantedId, candidateId: wantedId }),
  output: z.object({
    certificate: z.object({
      letter: z.array(letterLine),
      organiser: z.string(),
      /** The day of the award, as it is written. */
      day: z.string(),
      /** As it is printed: "C7QM4-1XD2K". */
      code: z.string(),
    }),
    /** A cloud file id: PNG or JPEG, 280 px wide. */
    file: z.string(),
  }),
  errors: [
    'INVALID_INPUT',
    'POLL_NOT_FOUND',
    'NOT_AWARDED',
    'CANDIDATE_NOT_FOUND',
    'AWARD_REVOKED',
    'WECHAT_UNAVAILABLE',
  ],
} as const;
