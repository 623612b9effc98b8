import type { StageTimes } from './poll';
import type { ShownCounts } from './standings';

/**
 * The two files beside a poll's log from which the public board is drawn, as JSON. They hold nothing that is not public, and
 * counts only once the poll's policy has released them.
 */
export interface BoardPoll {
  v: 1;
  id: string;
  title: string;
  organiser: string;
  /** When each stage starts, epoch milliseconds. Voting ends where verifying starts. */
  stages: StageTimes;
  /** How many win; absent where all would. */
  seats?: number;
  /** Groups of candidates in the poll's order. */
  groups?: { id: string; name: string }[];
  /** By number. */
  candidates: BoardCandidate[];
}

export interface BoardCandidate {
  id: string;
  number: number;
  name: string;
  unit: string;
  group?: string;
  withdrawn?: true;
  /** An https address. */
  picture?: string;
}

export interface BoardStandings {
  v: 1;
  /** Ballots in the log. */
  ballots: number;
  /** What was released last; null before that. */
  shown: ShownCounts | null;
  /** When counts are released next, epoch milliseconds; null where they are live or final. */
  nextAt: number | null;
  final: boolean;
  /** When this was written, epoch milliseconds. */
  at: number;
  /** Who signs the log, and how much of it is public. */
  log?: { origin: string; key: string; size: number; isArchived: boolean };
}
