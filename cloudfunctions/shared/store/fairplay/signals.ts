import type { CellRow } from '../../domain/fairplay/cells';
import type { FlaggedBallot } from '../../domain/fairplay/inquiry';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** What a slice of a poll's ballots adds up to. It lies here from when the vote is looked at until its inquiries are made. */
export interface Slice {
  /** Where the next one begins; null behind the last ballot. */
  next: string | null;
  ballots: number;
  flagged: number;
  rows: CellRow[];
  /** Those that are flagged, where all candidates are looked at. */
  flaggedBallots: FlaggedBallot[];
}

/** Slices that one read returns: some hundred kilobytes each. */
const pageSize = 20;

const signals = () => database.collection('signals');
const { command } = database;

function sliceId(pollId: string, pass: string, after: string): string {
  return `${pollId}:${pass}:${after}`;
}

/**
 * Keeps a slice. Two that begin at the same ballot are one: whoever comes second goes on behind the first.
 * @returns where the next one begins, by the slice that is kept
 */
export async function keepSlice(pollId: string, pass: string, after: string, slice: Slice): Promise<string | null> {
  const _id = sliceId(pollId, pass, after);
  if (await insertOnce(signals(), { _id, ...slice })) return slice.next;
  const { data } = await attempt(() => signals().where({ _id }).limit(1).get());
  // What is in the collection was written by this project.
  const [kept] = data as Slice[];
  if (kept === undefined) throw new Error(`a read does not show the slice ${_id}`);
  return kept.next;
}

/** The slices of one pass over a poll's ballots. */
export async function readSlices(pollId: string, pass: string): Promise<Slice[]> {
  const slices: Slice[] = [];
  for (let last = sliceId(pollId, pass, ''), isFirst = true; ; isFirst = false) {
    const from = isFirst ? command.gte(last) : command.gt(last);
    const condition = { _id: from.and(command.lt(`${pollId}:${pass};`)) };
    const { data } = await attempt(() => signals().where(condition).orderBy('_id', 'asc').limit(pageSize).get());
    // As above.
    const page = data as (Slice & { _id: string })[];
    slices.push(...page);
    if (page.length < pageSize) return slices;
    last = page.at(-1)?._id ?? last;
  }
}

/** Nothing of it is left. Repeating is safe. */
export async function dropSignals(pollId: string): Promise<void> {
  await attempt(() =>
    signals()
      .where({ _id: command.gt(`${pollId}:`).and(command.lt(`${pollId};`)) })
      .remove(),
  );
}
