import * as z from 'zod';
import { cleanText } from '../../universal/text/clean-text';

// What several of the organisers' procedures are made of. Limits are in UTF-16 units unless told.

/**
 * A text for people, cleaned of what nobody sees (`universal/text/clean-text.ts`) before it is measured. Every text that somebody
 * writes comes in by this or by `line`; `tests/cloudfunctions/shared/contract/texts.test.ts` finds one that does not.
 */
export function text(least: number, most: number): z.ZodString {
  return written(least, most, 'many');
}

/** A text of one line. */
export function line(least: number, most: number): z.ZodString {
  return written(least, most, 'one');
}

function written(least: number, most: number, lines: 'one' | 'many'): z.ZodString {
  const expected = least === 0 ? `at most ${most} characters` : `${least} to ${most} characters`;
  return z
    .string()
    .refine((given) => cleanText(given, lines).hidden === undefined, {
      message: 'text without control characters',
      abort: true,
    })
    .refine((given) => lines === 'many' || !cleanText(given, 'many').text.includes('\n'), {
      message: 'one line',
      abort: true,
    })
    .overwrite((given) => cleanText(given, lines).text)
    .min(least, expected)
    .max(most, expected);
}

/** Something that a machine made and a page hands on as it is. */
export function opaque(most: number): z.ZodString {
  return z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${most}}$`), `1 to ${most} characters without spaces`);
}

/** Epoch milliseconds, from 2001 to 2286. */
export const instant = z.int().min(1e12, 'epoch milliseconds').max(1e13, 'epoch milliseconds');

/** Made once per wish by the page and repeated by a retry, by which alone the retry is recognised. */
export const requestId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, '8 to 64 of A-Z a-z 0-9 -');

/** The version that the caller read; a change is made only to that one, else EDIT_CONFLICT. */
export const version = z.int().min(1);

/** A cloud file id, as `wx.cloud.uploadFile` gave it. Which folder it has to be in is said where it is used. */
export const fileId = z
  .string()
  .max(300)
  .regex(/^cloud:\/\/[\w.-]+\/[\w./-]+$/, 'a cloud file id of letters, digits, ".", "_", "-"');

/** `next` of the page before. */
export const cursor = z.string().regex(/^[\w.:-]{1,128}$/, '`next` of the page before');

/** Why something was done, for everybody to read. */
export const publicReason = text(1, 200);

export const role = z.enum(['owner', 'editor', 'reviewer', 'juror', 'observer']);
export type Role = z.infer<typeof role>;

/** A person of the team as others see them; `memberId` is random and says nothing outside of this poll. */
export const person = z.object({ memberId: z.string(), name: z.string(), role });

/** A person of the team, and when: epoch milliseconds. */
export type SignedPerson = z.output<typeof person> & { at: number };

/** What every procedure of a poll may answer: bad input, or the caller's place in the team. */
export const boundErrors = ['INVALID_INPUT', 'NOT_A_MEMBER', 'MEMBER_REMOVED', 'ROLE_NOT_ALLOWED'] as const;

/** What a procedure that takes text or pictures may answer besides. */
export const contentErrors = ['CONTENT_REFUSED', 'CONTENT_CHECK_UNAVAILABLE'] as const;
