import * as z from 'zod';
import { channel, wantedId } from '../poll';

/**
 * The mini-program code of a published poll, or of one of its candidates, as a picture. It is made once and kept, so asking again
 * costs WeChat nothing. Its scene is read by `universal/scene.ts`. The page it opens is packages/voter/poll/poll, for a candidate
 * packages/voter/candidate/candidate, with `scene` in its query.
 */
export const codeGet = {
  input: z.strictObject({
    pollId: wantedId,
    candidateId: wantedId.optional(),
    /** One of the poll's, or a built-in one (`domain/spread/channels.ts`); none where it is not to be counted. */
    channel: channel.optional(),
  }),
  output: z.object({
    /** A cloud file id: PNG or JPEG, 430 px wide. */
    file: z.string(),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND', 'CANDIDATE_NOT_FOUND', 'CHANNEL_NOT_FOUND', 'WECHAT_UNAVAILABLE'],
} as const;
