import type { Tally } from '../domain/tally';
import { database } from '../platform/database';
import { attempt, insertOnce } from './fault';

/** A run of log entries and the tally after it. Batches of a poll are numbered from 0 without a gap. */
export interface Batch {
  pollId: string;
  n: number;
  /** When it was made, epoch milliseconds. */
  at: number;
  /** Canonical entry texts. */
  entries: string[];
  tally: Tally;
}

const batches = () => database.collection('batches');

/** @returns false when this poll has a batch of that number already */
export function insertBatch(batch: Batch): Promise<boolean> {
  return insertOnce(() => batches().add({ data: { _id: `${batch.pollId}:batch:${batch.n}`, ...batch } }));
}

export async function findBatch(pollId: string, n: number): Promise<Batch | null> {
  const { data } = await attempt(() =>
    batches()
      .where({ _id: `${pollId}:batch:${n}` })
      .limit(1)
      .get(),
  );
  // What is in the collection was written by this project.
  return (data[0] as Batch | undefined) ?? null;
}

export async function findLastBatch(pollId: string): Promise<Batch | null> {
  const { data } = await attempt(() => batches().where({ pollId }).orderBy('n', 'desc').limit(1).get());
  // What is in the collection was written by this project.
  return (data[0] as Batch | undefined) ?? null;
}
