import type { Signed } from '../../domain/team/person';
import type { Criterion } from '../../universal/poll-fields';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

export type NominationState = 'waiting' | 'accepted' | 'returned' | 'merged';

/** A candidate that somebody proposed. The identity stays in here. */
export interface Nomination {
  id: string;
  pollId: string;
  openid: string;
  at: number;
  proposer: { kind: 'resident' | 'organisation'; name: string };
  name: string;
  group: string | null;
  unit: string;
  sentence: string;
  criteria: { criterion: Criterion; text: string }[];
  /** Cloud file ids. */
  pictures: string[];
  state: NominationState;
  reason?: string;
  candidateId?: string;
  decided?: Signed;
}

const submissions = () => database.collection('submissions');
const { command } = database;

function toNomination(document: unknown): Nomination {
  // What is in the collection was written by this project.
  const { _id, place: _, ...rest } = document as Omit<Nomination, 'id'> & { _id: string; place: string };
  return { id: _id, ...rest };
}

/**
 * @param place which of the proposer's it is: a unique key, which holds the limit per person as slots hold ballots
 * @returns false when the place is taken, or the id
 */
export function insertNomination({ id, ...rest }: Nomination, place: string): Promise<boolean> {
  return insertOnce(submissions(), { _id: id, ...rest, place }, ['place']);
}

export async function findNomination(pollId: string, id: string): Promise<Nomination | null> {
  const { data } = await attempt(() => submissions().where({ _id: id, pollId }).limit(1).get());
  return data.length === 0 ? null : toNomination(data[0]);
}

export async function findNominations(pollId: string, ids: readonly string[]): Promise<Nomination[]> {
  if (ids.length === 0) return [];
  const condition = { _id: command.in([...ids]), pollId };
  const { data } = await attempt(() => submissions().where(condition).limit(1000).get());
  return data.map(toNomination);
}

/** A person's own, newest first; of one poll or of all. */
export async function listOwnNominations(openid: string, pollId?: string): Promise<Nomination[]> {
  const condition = pollId === undefined ? { openid } : { openid, pollId };
  const { data } = await attempt(() => submissions().where(condition).orderBy('at', 'desc').limit(200).get());
  return data.map(toNomination);
}

/** A page of a poll's nominations in one state: those that wait oldest first, others newest first. */
export async function listNominations(
  pollId: string,
  state: NominationState,
  limit: number,
  from?: number,
): Promise<Nomination[]> {
  const isQueue = state === 'waiting';
  const at = from === undefined ? {} : { at: isQueue ? command.gt(from) : command.lt(from) };
  const { data } = await attempt(() =>
    submissions()
      .where({ pollId, state, ...at })
      .orderBy('at', isQueue ? 'asc' : 'desc')
      .limit(limit)
      .get(),
  );
  return data.map(toNomination);
}

/** Takes away what was proposed for a draft that is thrown away, with who proposed it. */
export async function removeNominations(pollId: string): Promise<void> {
  await attempt(() => submissions().where({ pollId }).remove());
}

export async function countWaitingNominations(pollId: string): Promise<number> {
  const { total } = await attempt(() => submissions().where({ pollId, state: 'waiting' }).count());
  return total;
}

/** Decides one that waits; a returned one gives its place back. @returns false when it does not wait any more */
export async function decideNomination(
  id: string,
  decision: Required<Pick<Nomination, 'decided'>> &
    Pick<Nomination, 'state'> &
    Partial<Pick<Nomination, 'reason' | 'candidateId'>>,
): Promise<boolean> {
  const place = decision.state === 'returned' ? { place: id } : {};
  const { stats } = await attempt(() =>
    submissions()
      .where({ _id: id, state: 'waiting' })
      .update({ data: { ...decision, ...place } }),
  );
  return stats.updated > 0;
}
