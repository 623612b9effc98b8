import type { PollReply } from '../../../services/polls';
import type { Receipt } from '../../../stores/receipts';

/**
 * The reply as it stands with the ballot that was just receipted, until the server is asked again: a page on a bad
 * network must not invite a second vote. Whether and when a later period comes only the server says.
 */
export function addBallot(reply: PollReply, receipt: Receipt, choices: readonly string[]): PollReply {
  const { me } = reply;
  if (receipt.period !== me.period || me.ballots.some(({ nth }) => nth === receipt.nth)) return reply;
  const ballotsLeft = Math.max(0, me.ballotsLeft - 1);
  return {
    ...reply,
    me: {
      ...me,
      ballotsLeft,
      nth: ballotsLeft > 0 ? receipt.nth + 1 : null,
      ballots: [...me.ballots, { nth: receipt.nth, choices: [...choices] }],
    },
    can: { cast: reply.can.cast && ballotsLeft > 0 },
  };
}
