import type { InquiryFacts, Pointers } from '../../domain/fairplay/inquiry';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** One candidate's ballots of a stretch of the vote, about which two persons decide. */
export interface Inquiry {
  pollId: string;
  /** From 1, in order of time. */
  n: number;
  candidateId: string;
  /** Epoch milliseconds. */
  from: number;
  to: number;
  facts: InquiryFacts;
  /** Deleted with the traces that they are made of. */
  pointers?: Pointers;
  state: InquiryState;
  /** When it was opened, epoch milliseconds. */
  at: number;
}

export type InquiryState = 'open' | 'voided' | 'cleared' | 'partlyRestored' | 'restored';

/** A flagged ballot: its place in the log, and its flags as `flagBits` writes them. */
export type InquiryBallot = [index: number, flags: number];

/** How many ballots one document of them has at most. */
export const ballotsOfPage = 1_000;

/** How many of those documents one read returns. */
const pagesAtOnce = 10;

const inquiries = () => database.collection('inquiries');
const inquiryBallots = () => database.collection('inquiryBallots');
const { command } = database;

/** Opens an inquiry; one of its number that is there stays. Its ballots are there before it. */
export async function insertInquiry(inquiry: Inquiry): Promise<void> {
  await insertOnce(inquiries(), { _id: `${inquiry.pollId}:${inquiry.n}`, ...inquiry });
}

/** A page of an inquiry's ballots, ascending; one that is there stays. */
export async function insertInquiryBallots(
  pollId: string,
  n: number,
  page: number,
  ballots: readonly InquiryBallot[],
): Promise<void> {
  await insertOnce(inquiryBallots(), { _id: `${pollId}:${n}:${page}`, ballots });
}

/** @returns null when there is none of this number */
export async function findInquiry(pollId: string, n: number): Promise<Inquiry | null> {
  const { data } = await attempt(() =>
    inquiries()
      .where({ _id: `${pollId}:${n}` })
      .limit(1)
      .get(),
  );
  // What is in the collection was written by this project.
  return (data[0] as Inquiry | undefined) ?? null;
}

/** An inquiry's ballots, ascending. One call per ten thousand. */
export async function readInquiryBallots(pollId: string, n: number): Promise<InquiryBallot[]> {
  const ballots: InquiryBallot[] = [];
  for (let from = 0; ; from += pagesAtOnce) {
    const pages = Array.from({ length: pagesAtOnce }, (_, page) => `${pollId}:${n}:${from + page}`);
    const { data } = await attempt(() =>
      inquiryBallots()
        .where({ _id: command.in(pages) })
        .limit(pagesAtOnce)
        .get(),
    );
    // As above.
    for (const page of data as { ballots: InquiryBallot[] }[]) ballots.push(...page.ballots);
    if (data.length < pagesAtOnce) return ballots.sort(([a], [b]) => a - b);
  }
}

/** Which ballots an inquiry was about is forgotten, and what points anywhere. Repeating is safe. */
export async function forgetInquiryDetails(pollId: string): Promise<void> {
  await attempt(() =>
    inquiryBallots()
      .where({ _id: command.gt(`${pollId}:`).and(command.lt(`${pollId};`)) })
      .remove(),
  );
  await attempt(() =>
    inquiries()
      .where({ pollId, pointers: command.exists(true) })
      .update({ data: { pointers: command.remove() } }),
  );
}
