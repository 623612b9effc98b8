import type { Act } from '../../domain/acts/act';
import type { Person, Signed } from '../../domain/team/person';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** An act that binds the public, from its proposal to its end. It is never deleted. */
export interface Proposal {
  id: string;
  pollId: string;
  act: Act;
  /** The candidate's name, where it is about one. */
  subject?: string;
  state: 'waiting' | 'approved' | 'done' | 'rejected' | 'cancelled' | 'lapsed';
  proposer: Person;
  proposedAt: number;
  needsSecondPerson: boolean;
  /** The poll's `touched` at the proposal of a publication. */
  touched?: number;
  decided?: Signed & { reason?: string };
  obstacle?: string;
}

const proposals = () => database.collection('proposals');
const { command } = database;

function toProposal(document: unknown): Proposal {
  // What is in the collection was written by this project.
  const { _id, waiting: _, ...rest } = document as Omit<Proposal, 'id'> & { _id: string; waiting: string };
  return { id: _id, ...rest };
}

/**
 * @param subject while it waits nothing else about the same subject can be proposed: a unique key
 * @returns false when something about it waits already
 */
export function insertProposal({ id, ...rest }: Proposal, subject: string): Promise<boolean> {
  const waiting = rest.state === 'waiting' ? `${rest.pollId}:${subject}` : id;
  return insertOnce(proposals(), { _id: id, ...rest, waiting }, ['waiting']);
}

export async function findProposal(pollId: string, id: string): Promise<Proposal | null> {
  const { data } = await attempt(() => proposals().where({ _id: id, pollId }).limit(1).get());
  return data.length === 0 ? null : toProposal(data[0]);
}

/** What waits about a subject. */
export async function findWaiting(pollId: string, subject: string): Promise<Proposal | null> {
  const { data } = await attempt(() =>
    proposals()
      .where({ waiting: `${pollId}:${subject}` })
      .limit(1)
      .get(),
  );
  return data.length === 0 ? null : toProposal(data[0]);
}

/**
 * Moves a proposal on. Of several at once one succeeds.
 * @returns false when it is not in the state it has to be in
 */
export async function moveProposal(
  id: string,
  from: Proposal['state'],
  change: Pick<Proposal, 'state'> & Partial<Pick<Proposal, 'decided' | 'obstacle'>>,
): Promise<boolean> {
  const { stats } = await attempt(() =>
    proposals()
      .where({ _id: id, state: from })
      .update({ data: { ...change, waiting: id } }),
  );
  return stats.updated > 0;
}

/** The newest first. @param before go on behind what was proposed at this instant */
export async function listProposals(pollId: string, limit: number, before?: number): Promise<Proposal[]> {
  const condition = before === undefined ? { pollId } : { pollId, proposedAt: command.lt(before) };
  const { data } = await attempt(() => proposals().where(condition).orderBy('proposedAt', 'desc').limit(limit).get());
  return data.map(toProposal);
}

/** No poll does the same kind of thing more often; what is older decided nothing that stands. */
const mostDone = 1000;

/** Those of some kinds that were done, the newest first. */
export async function listDone(pollId: string, kinds: readonly Act['kind'][]): Promise<Proposal[]> {
  const { data } = await attempt(() =>
    proposals()
      .where({ pollId, state: 'done', 'act.kind': command.in([...kinds]) })
      .orderBy('proposedAt', 'desc')
      .limit(mostDone)
      .get(),
  );
  return data.map(toProposal);
}

export async function countWaiting(pollId: string): Promise<number> {
  const { total } = await attempt(() => proposals().where({ pollId, state: 'waiting' }).count());
  return total;
}
