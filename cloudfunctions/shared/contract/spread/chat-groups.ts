import * as z from 'zod';
import { opaque } from '../editing/fields';
import { wantedId } from '../poll';

/**
 * Asked once, on opening a poll of chat groups from one of their cards: the platform says which group it was, and the reply is the
 * pass that `ballot.cast` wants.
 */
export const groupEnter = {
  input: z.strictObject({
    pollId: wantedId,
    /** `cloudID` of wx.getGroupEnterInfo as it is: a string, resolved by the function itself. */
    cloudId: opaque(512),
  }),
  output: z.object({
    pass: z.string(),
    /** Epoch milliseconds; ask again, from a card, after that. */
    expiresAt: z.int(),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND', 'GROUP_NOT_VERIFIED', 'NOT_IN_GROUP'],
} as const;
