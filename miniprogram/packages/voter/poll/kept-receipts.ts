import { myBallots } from '../../../services/ballots';
import type { PollReply } from '../../../services/polls';
import {
  keepReceipt,
  keptReceipts,
  standingOf,
  type KeptReceipt,
  type Receipt,
  type Standing,
} from '../../../stores/receipts';

/** The receipt of the voter's newest ballot in this period, if this phone has it; a pasted one may be anybody's. */
export function newestReceipt({ poll, me }: PollReply): KeptReceipt | undefined {
  return keptReceipts()
    .filter(({ receipt, isPasted }) => !isPasted && receipt.pollId === poll.id && receipt.period === me.period)
    .sort((a, b) => b.receipt.nth - a.receipt.nth)[0];
}

/** How that ballot stands; one whose receipt lies on another phone is taken for received. */
export function newestStanding(reply: PollReply): Standing {
  const newest = newestReceipt(reply);
  return newest === undefined ? 'received' : standingOf(newest);
}

/** Until when that ballot is promised to be public; null where it is, or where this phone does not know. */
export function newestPromise(reply: PollReply): number | null {
  const newest = newestReceipt(reply);
  return newest !== undefined && standingOf(newest) === 'received' ? newest.receipt.promisedAt : null;
}

/** Keeps a receipt on this phone with the names as the voter saw them. */
export function keepFor(
  reply: PollReply,
  receipt: Receipt,
  choices: readonly string[],
  state: KeptReceipt['state'],
  receivedAt?: number,
): void {
  const named = reply.candidates.filter(({ id }) => choices.includes(id));
  keepReceipt({
    receipt,
    pollTitle: reply.poll.title,
    isOnlyOne: reply.poll.rules.ballotsPerPeriod === 1,
    measure: reply.poll.measure,
    choices: named
      .map(({ id, number, name }) => ({ id, number, name }))
      .sort((a, b) => choices.indexOf(a.id) - choices.indexOf(b.id)),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    state,
  });
}

/**
 * Learns what the server says of the voter's ballots: whether they are in the log, and receipts that only another
 * phone had. A failure changes nothing. Resolves to whether something new was learnt.
 */
export async function learnReceipts(reply: PollReply): Promise<boolean> {
  const before = newestReceipt(reply);
  const answer = await myBallots(reply.poll.id);
  if (!answer.ok) return false;
  const here = new Map(keptReceipts().map((kept) => [kept.receipt.code, kept]));
  for (const { receipt, choices, counted } of answer.data.ballots) {
    const state = counted ? 'entered' : 'received';
    const kept = here.get(receipt.code);
    if (kept?.state !== state || kept.isPasted) keepFor(reply, receipt, choices, state, kept?.receivedAt);
  }
  const after = newestReceipt(reply);
  return after?.state !== before?.state || after?.receipt.code !== before?.receipt.code;
}
