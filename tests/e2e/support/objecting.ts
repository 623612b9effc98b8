import type { NoticedPoll } from '../../support/noticed-poll';
import { shownReceiptOf } from '../../support/noticed-poll';
import type { OrganiserClient } from '../../support/organiser-client';
import type { Product } from './product';

const minute = 60_000;

export const outcomePage = (name: string, pollId: string, more = ''): string =>
  `packages/outcome/${name}/${name}?id=${pollId}${more}`;

/** Fires until what an instance remembers of its errands is old, so that the public list says what was done. */
export async function tend(product: Product, { clock }: NoticedPoll): Promise<void> {
  for (let firing = 0; firing < 4; firing++) {
    clock.later(31 * minute);
    await product.cloud.fireTimer('scheduler');
  }
}

export const complaint = '业主群里有人按户收投票截图，没有投的被点名催着投，我有当天的聊天记录。';

/** An objection that somebody sent from their own phone, by what the function takes. */
export async function objected(
  who: OrganiserClient,
  pollId: string,
  more: object = {},
): Promise<{ id: string; number?: string | undefined }> {
  const requestId = `${who.openid}-${(serial += 1)}-object`.replace(/[^A-Za-z0-9-]/g, '');
  return who.take('objection.submit', { pollId, requestId, kind: 'process', text: complaint, pictures: [], ...more });
}

let serial = 0;

/** Voids the one ballot of this voter by two persons, for a reason that the rules declare. */
export async function voidBallotOf(product: Product, poll: NoticedPoll, person: string): Promise<void> {
  const { pollId, owner, reviewer, clock } = poll;
  const { index } = await shownReceiptOf(product.voterOf(person), pollId);
  const [reason = ''] = (await owner.get('poll.load', { pollId })).poll.voidReasons;
  const act = { kind: 'voidBallot' as const, index, reason, clause: '第四条' };
  const proposed = await owner.get('act.propose', { pollId, act });
  await reviewer.get('act.approve', { pollId, actId: proposed.act.id });
  for (let firing = 0; firing < 4; firing++) {
    clock.later(10 * minute);
    await product.cloud.fireTimer('scheduler');
  }
}
