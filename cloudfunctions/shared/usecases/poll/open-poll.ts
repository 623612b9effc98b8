import type { Candidate } from '../../universal/poll';
import { now } from '../../platform/clock';
import { listCandidates, type StoredCandidate } from '../../store/poll/candidates';
import { findPoll, type StoredPoll } from '../../store/poll/polls';
import { pollSecret, type PollSecret } from './poll-secret';
import { networkNames, type NetworkName } from './network-names';

/** A published poll with all that a ballot is judged by. */
export interface OpenPoll {
  poll: StoredPoll;
  /** By number. */
  candidates: StoredCandidate[];
  candidateById: ReadonlyMap<string, Candidate>;
  /** The poll's secret at work, see domain/voting/slot. */
  mac: PollSecret['mac'];
  /** Closes and opens the poll's tickets. */
  tickets: PollSecret['tickets'];
  /** Names networks, while people vote and where the rules declare `fairPlay`: only then a ballot leaves a trace. */
  networkName: NetworkName | undefined;
}

/** How old a remembered poll may be, milliseconds. What binds voters changes at least two such lives ahead. */
const life = 5_000;
const mostRemembered = 200;

/**
 * How old its candidates may be where the poll was not touched, milliseconds: what binds voters touches it, and a picture that has
 * passed its check may wait so long.
 */
const candidatesLife = 60_000;

interface Remembered {
  open: OpenPoll | null;
  at: number;
  /** When the candidates were read. */
  candidatesAt: number;
}

/** One instance serves one invocation at a time, so nothing loads twice at once. */
const remembered = new Map<string, Remembered>();

/** Whether a poll can have this id. */
export function isPollId(id: string): boolean {
  return /^[A-Za-z0-9_-]{1,12}$/.test(id);
}

/**
 * The poll, from this instance's memory when it is fresh enough, else by one read, and another for its candidates where they may
 * have changed.
 * @returns null when there is no such poll in public
 */
export async function openPoll(pollId: string): Promise<OpenPoll | null> {
  // An id that no poll can have costs no read.
  if (!isPollId(pollId)) return null;
  const at = now();
  const hit = remembered.get(pollId);
  if (hit && at - hit.at < life && at >= hit.at) return hit.open;
  const loaded = await refresh(hit ?? { open: null, at, candidatesAt: at }, pollId, at);
  const { open } = loaded;
  remembered.delete(pollId);
  remembered.set(pollId, loaded);
  if (remembered.size > mostRemembered) {
    const [oldest] = remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
  }
  return open;
}

/** Reads the poll anew, and its candidates where they may have changed. */
async function refresh({ open, candidatesAt }: Remembered, pollId: string, at: number): Promise<Remembered> {
  const isKept = open !== null && at - candidatesAt < candidatesLife && at >= candidatesAt;
  if (!isKept) return { open: await load(pollId, at), at, candidatesAt: at };
  const poll = await findPoll(pollId);
  if (poll === null || poll.status !== 'published') return { open: null, at, candidatesAt };
  if (poll.touched !== undefined && poll.touched === open.poll.touched)
    return { open: { ...open, poll, networkName: await networkNames(poll, at) }, at, candidatesAt };
  return { open: await opened(poll, await listCandidates(pollId), at), at, candidatesAt: at };
}

async function load(pollId: string, at: number): Promise<OpenPoll | null> {
  const [poll, candidates] = await Promise.all([findPoll(pollId), listCandidates(pollId)]);
  return poll === null || poll.status !== 'published' ? null : opened(poll, candidates, at);
}

async function opened(poll: StoredPoll, candidates: StoredCandidate[], at: number): Promise<OpenPoll> {
  return {
    poll,
    candidates,
    candidateById: new Map(candidates.map((candidate) => [candidate.id, candidate])),
    ...(await pollSecret(poll)),
    networkName: await networkNames(poll, at),
  };
}
