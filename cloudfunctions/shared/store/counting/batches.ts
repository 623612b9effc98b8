import type { SheetCandidate } from '../../universal/ledger/entries/candidate-sheet';
import type { InquiryReport } from '../../universal/ledger/bundle/inquiry-report';
import type { Tally } from '../../universal/ledger/count/tally';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** A run of log entries and the tally after it. Batches of a poll are numbered from 0 without a gap. */
export interface Batch {
  pollId: string;
  n: number;
  /** When it was made, epoch milliseconds. */
  at: number;
  /** Canonical entry texts. */
  entries: string[];
  tally: Tally;
  /** Roots of the complete subtrees after it, the largest first, as hex: what the tree grows on from. */
  peaks: string[];
  /** The checkpoint of exactly the entries so far, where this batch's end is published: a signed note. */
  checkpoint?: string;
  /** The tags of its ballots in short, see `domain/counting/logged-tags.ts`; absent in batches of earlier versions. */
  tags?: string;
  /**
   * The newest batch with a checkpoint, this one included, the entries under it, and when its release was, which batches of earlier
   * versions do not tell. Without one of its own a batch is part of a release that goes on behind it.
   */
  signed: { n: number; size: number; at?: number };
  /** What decisions of inquiries among its entries say of their grounds; each with the first entry that names it. */
  reports?: InquiryReport[];
  /** Only in the first: the candidates that the rules commit to, as they were then. */
  sheet?: SheetCandidate[];
  /** Only in the first: the log's verifier key. */
  key?: string;
}

/** The place of its first entry in the log. */
export function firstIndexOf({ tally, entries }: Batch): number {
  return tally.size - entries.length;
}

/** The text of the log's entry at `index`; undefined when the batch does not have it. */
export function entryAt(batch: Batch, index: number): string | undefined {
  return batch.entries[index - firstIndexOf(batch)];
}

/** How many batches one read returns, so that the answer stays below the 16 MB that the database sends at most. */
const pageSize = 50;

/** The most entries of a batch, and about the most bytes of their texts together. */
export const mostEntries = 500;
export const mostEntryBytes = 250_000;

/** How many batches' tags one read returns: eight megabytes at the most. The service's most is a thousand. */
const tagsPageSize = 1000;

const batches = () => database.collection('batches');
const { command } = database;

/** @returns false when this poll has a batch of that number already */
export function insertBatch(batch: Batch): Promise<boolean> {
  return insertOnce(batches(), { _id: `${batch.pollId}:batch:${batch.n}`, ...batch });
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

/** The batch that holds the log's entry at `index`; null when there is none. */
export async function findBatchAt(pollId: string, index: number): Promise<Batch | null> {
  const { data } = await attempt(() =>
    batches()
      .where({ pollId, 'tally.size': command.gt(index) })
      .orderBy('n', 'asc')
      .limit(1)
      .get(),
  );
  // As above.
  return (data[0] as Batch | undefined) ?? null;
}

/** The batch that ends in the log's close; null when it is not closed. */
export async function findClosingBatch(pollId: string): Promise<Batch | null> {
  const condition = { pollId, 'tally.isClosed': true };
  const { data } = await attempt(() => batches().where(condition).orderBy('n', 'asc').limit(1).get());
  // As above.
  return (data[0] as Batch | undefined) ?? null;
}

/** Batches from number `from` on, in order. One call per 50. */
export async function* readBatches(pollId: string, from: number): AsyncGenerator<Batch> {
  for (let next = from; ;) {
    const condition = { pollId, n: command.gte(next) };
    const { data } = await attempt(() => batches().where(condition).orderBy('n', 'asc').limit(pageSize).get());
    // As above.
    yield* data as Batch[];
    if (data.length < pageSize) return;
    next += pageSize;
  }
}

/** The tags of one batch's ballots, as it keeps them; undefined where its version did not. */
export interface BatchTags {
  n: number;
  tags?: string;
}

/** The tags of batches from number `from` on, in order, with nothing else of them. One call per thousand. */
export async function* readTags(pollId: string, from: number): AsyncGenerator<BatchTags> {
  for (let next = from; ;) {
    const condition = { pollId, n: command.gte(next) };
    const { data } = await attempt(() =>
      batches().where(condition).orderBy('n', 'asc').limit(tagsPageSize).field({ n: true, tags: true }).get(),
    );
    // As above.
    yield* data as BatchTags[];
    if (data.length < tagsPageSize) return;
    next += tagsPageSize;
  }
}

export async function findLastBatch(pollId: string): Promise<Batch | null> {
  const { data } = await attempt(() => batches().where({ pollId }).orderBy('n', 'desc').limit(1).get());
  // What is in the collection was written by this project.
  return (data[0] as Batch | undefined) ?? null;
}

/** Some batches of a poll by their numbers, in no particular order. One call per 50. */
export async function* readSome(pollId: string, numbers: readonly number[]): AsyncGenerator<Batch> {
  for (let from = 0; from < numbers.length; from += pageSize) {
    const condition = { pollId, n: command.in(numbers.slice(from, from + pageSize)) };
    const { data } = await attempt(() => batches().where(condition).limit(pageSize).get());
    // As above.
    yield* data as Batch[];
  }
}

/** The batch that holds the log's entry at `index`, and the next ones: a page of them, in order. */
export async function readBehind(pollId: string, index: number): Promise<Batch[]> {
  const condition = { pollId, 'tally.size': command.gt(index) };
  const { data } = await attempt(() => batches().where(condition).orderBy('n', 'asc').limit(pageSize).get());
  // As above.
  return data as Batch[];
}
