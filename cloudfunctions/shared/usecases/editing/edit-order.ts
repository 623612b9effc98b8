import { refuse, type Refused } from '../../contract/answered';
import { mostCandidates, nextNumber, type Place } from '../../domain/editing/order';
import { DatabaseFault } from '../../store/fault';
import { changePoll, type TeamPoll } from '../../store/editing/team-polls';
import { conflict, frozen, loadTeamPoll } from './edit-conflict';
import { signedBy, type Member } from '../team/member';

const attempts = 8;

export type OrderRefusal = 'NOT_A_MEMBER' | 'FROZEN_AFTER_PUBLISHING' | 'LIMIT_REACHED';

/**
 * Appends candidates to a draft's order by one update: they exist from then on, all or none.
 * @param placed ids with the numbers they are to have; without a number the next one
 * @param known the version of the list they were checked against; without one, whatever it is
 */
export async function appendToOrder(
  pollId: string,
  placed: readonly { id: string; number?: number }[],
  member: Member,
  now: number,
): Promise<{ ok: true; poll: TeamPoll } | Refused<OrderRefusal>>;
export async function appendToOrder(
  pollId: string,
  placed: readonly { id: string; number?: number }[],
  member: Member,
  now: number,
  known: number,
): Promise<{ ok: true; poll: TeamPoll } | Refused<OrderRefusal | 'EDIT_CONFLICT'>>;
export async function appendToOrder(
  pollId: string,
  placed: readonly { id: string; number?: number }[],
  member: Member,
  now: number,
  known?: number,
): Promise<{ ok: true; poll: TeamPoll } | Refused<OrderRefusal | 'EDIT_CONFLICT'>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const loaded = await loadTeamPoll(pollId);
    if (!loaded.ok) return loaded;
    const { poll } = loaded;
    if (poll.status !== 'draft') return frozen('candidates');
    if (known !== undefined && poll.listVersion !== known)
      return conflict(poll.listVersion, poll.edited, ['candidates']);
    const present = new Set(poll.order.map(({ id }) => id));
    const fresh = placed.filter(({ id }) => !present.has(id));
    if (fresh.length === 0) return { ok: true, poll };
    if (poll.order.length + fresh.length > mostCandidates) return tooMany();
    const order = fresh.reduce<Place[]>(
      (places, { id, number }) => [...places, { id, number: number ?? nextNumber(places) }],
      poll.order,
    );
    const changed = await changeOrder(poll, order, member, now);
    if (changed) return { ok: true, poll: changed };
  }
  throw new DatabaseFault(`the candidates of ${pollId} change faster than one can be added`);
}

/** Puts another order in place of the one that was read. @returns null when it is not there any more */
export async function changeOrder(
  poll: TeamPoll,
  order: Place[],
  member: Member,
  now: number,
): Promise<TeamPoll | null> {
  const { id, listVersion } = poll;
  const change = { order, candidateCount: order.length, edited: signedBy(member, now) };
  const isChanged = await changePoll(id, { listVersion, status: 'draft' }, change, ['listVersion', 'touched']);
  return isChanged ? { ...poll, order, listVersion: listVersion + 1 } : null;
}

/** Notes that something of a draft is about to change, so that what was proposed before cannot be published unseen. */
export async function touchDraft(pollId: string): Promise<boolean> {
  return changePoll(pollId, { status: 'draft' }, {}, ['touched']);
}

export function tooMany(): Refused<'LIMIT_REACHED'> {
  const details = { what: 'candidates', most: mostCandidates };
  return refuse('LIMIT_REACHED', `a poll has ${mostCandidates} candidates at most`, details);
}
