// What of a poll lies in storage for everybody to read. It takes no login and no function, so a single page in the timeline has it.
import type { BoardPoll, BoardStandings } from '../../cloudfunctions/shared/universal/board';
import { readPoll, readStandings } from '../../cloudfunctions/shared/universal/read-board';
import { observeServerTime } from '../stores/clock';
import { readFreshJson, type NoFile } from './fresh-files';

export type { BoardCandidate, BoardPoll, BoardStandings } from '../../cloudfunctions/shared/universal/board';

export interface PublicPoll {
  poll: BoardPoll;
  standings: BoardStandings;
}

/** Why there is nothing to show; FOREIGN: what lies there is of a version that this page cannot read. */
export type NoPublicPoll = NoFile | 'FOREIGN';

/** No id leads out of its folder. */
const idShape = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads a poll's public files. Never rejects.
 * @param pollId as a link says it: anybody may have written it, so it names a folder of our own storage or nothing
 */
export async function readPublicPoll(pollId: string): Promise<PublicPoll | NoPublicPoll> {
  const [poll, standings] = await Promise.all([
    readPublicFile(pollId, 'poll.json', readPoll),
    readPublicFile(pollId, 'standings.json', readStandings),
  ]);
  if (typeof poll === 'string') return poll;
  if (typeof standings === 'string') return standings;
  return poll.id === pollId ? { poll, standings } : 'FOREIGN';
}

/**
 * Reads one of them as it lies there now. Never rejects.
 * @param pollId as for `readPublicPoll`
 * @param read answers null for what is of another version
 */
export async function readPublicFile<Content>(
  pollId: string,
  name: string,
  read: (value: unknown) => Content | null,
): Promise<Content | NoPublicPoll> {
  if (!idShape.test(pollId)) return 'MISSING';
  const got = await readFreshJson(`logs/${pollId}/${name}`);
  if (typeof got === 'string') return got;
  learnTime(got.header);
  return read(got.data) ?? 'FOREIGN';
}

/** Where no function tells the time, the storage does: when it answered, and how long the answer lay in a cache since. */
function learnTime(header: object): void {
  const fields = new Map(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const at = Date.parse(fields.get('date') ?? '');
  const age = Number(fields.get('age') ?? 0);
  if (Number.isFinite(at) && Number.isFinite(age)) observeServerTime(at + age * 1000);
}
