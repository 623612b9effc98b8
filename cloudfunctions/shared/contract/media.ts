import * as z from 'zod';
import { wantedId } from './poll';
import { boundErrors, contentErrors, fileId, text } from './editing/fields';
import { mediaState } from './editing/poll-fields';

/** Pictures, videos and attached documents that are not passed: those that wait for a reviewer first. */
export const mediaList = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    media: z.array(
      z.object({
        file: z.string(),
        kind: z.enum(['picture', 'video', 'document']),
        state: mediaState,
        at: z.int(),
        /** It is an attachment of the poll's, called `name`. */
        isAttachment: z.literal(true).optional(),
        /** Where it belongs; all absent for the poll's cover. */
        candidateId: z.string().optional(),
        nominationId: z.string().optional(),
        name: z.string().optional(),
      }),
    ),
  }),
  errors: boundErrors,
} as const;

/** A reviewer's decision on a video, or on a picture that WeChat was not sure about. What WeChat refused stays refused. */
export const mediaDecide = {
  input: z.strictObject({
    pollId: wantedId,
    file: fileId,
    isPassed: z.boolean(),
    reason: text(1, 200).optional(),
  }),
  output: z.object({ state: mediaState }),
  errors: [...boundErrors, 'MEDIA_NOT_FOUND', 'MEDIA_DECIDED', ...contentErrors],
} as const;
