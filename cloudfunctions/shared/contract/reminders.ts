import * as z from 'zod';
import { wantedId } from './poll';

/**
 * What one can be reminded of: that the vote opens, that its last day begins, that the notice begins or else the one that stands is
 * extended or corrected, that the result is out, that the end of the vote was moved back, that a verdict on one's nominations is given.
 */
const reminderKind = z.enum(['opening', 'lastDay', 'notice', 'result', 'extended', 'verdict']);

/**
 * Which reminders the caller may set now, and the templates that the page has to ask consent for with
 * wx.requestSubscribeMessage (three at most in one request, and only from a tap). Kinds that are over, that this poll does not
 * have, or that this installation has no template for are left out; so a list may be empty, and then the page offers nothing.
 * Kinds may share a template: one consent to it is good for one of them.
 */
export const reminderTemplates = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    reminders: z.array(
      z.object({
        kind: reminderKind,
        templateId: z.string(),
        /** When it will be sent; null where that is not known: a verdict, a notice and an extension come when they come. */
        at: z.int().nullable(),
        /** The caller has set it, and it is still to be sent. */
        isSet: z.boolean(),
      }),
    ),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND'],
} as const;

/**
 * Notes that the caller has consented to these, after wx.requestSubscribeMessage said `accept` for their templates. One consent is one
 * message: each is sent once at most, and then forgotten. Repeating changes nothing. Of a notice it is the next news behind what stands
 * now; whoever wants to hear of what comes after that asks again.
 */
export const reminderSet = {
  input: z.strictObject({
    pollId: wantedId,
    kinds: z.array(reminderKind).min(1).max(6),
  }),
  output: z.object({ set: z.array(reminderKind) }),
  /** REMINDER_NOT_OFFERED carries `kind`: it is none of `reminder.templates`. Nothing is set then. */
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND', 'REMINDER_NOT_OFFERED'],
} as const;
