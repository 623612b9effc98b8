import type { BallotRules, CountPolicy, Measure, Reached, StageTimes } from './poll';
import type { LotState } from './ledger/count/lot-state';
import type { AnnouncedLot } from './lot';
import type { HostTexts } from './poll-fields';
import type { Step } from './public-count';

/**
 * The two files beside a poll's log from which the public board and the pages in the timeline are drawn, as
 * JSON. They hold nothing that is not public, and counts only once the poll's policy has released them. They name no host: pictures
 * have addresses relative to the poll's folder, so they do not run out, and hold behind a domain of one's own.
 */
export interface BoardPoll extends HostTexts {
  v: 1;
  id: string;
  title: string;
  cover?: string;
  /** When each stage starts, epoch milliseconds. Voting ends where verifying starts. */
  stages: StageTimes;
  /** Stages behind the vote that were reached, where they are by acts; absent in polls whose stages come by their times. */
  reached?: Reached;
  /** Why and when it was ended before its award; `outcome.json` has all. */
  callOff?: { reason: string; at: number };
  /** The notice that is up, or was the last one. */
  notice?: { from: number; until: number };
  /** Since when nothing is left of what its ballots kept to find those that no resident cast; absent where there is something, or never was. */
  tracesForgottenAt?: number;
  /** How many win; absent where all would. */
  seats?: number;
  /** The public lot that decides between equal votes; absent where they share their place. */
  lot?: AnnouncedLot;
  countPolicy: CountPolicy['kind'];
  /** How many candidates one ballot holds, inclusive. */
  choices: BallotRules['choices'];
  /** Why and when the organisers called it off. */
  withdrawal?: { reason: string; at: number; isAlone?: true };
  /** The picture of the mini-program code that leads to the poll; absent until it is drawn. */
  code?: string;
  /** Groups of candidates in the poll's order. */
  groups?: { id: string; name: string }[];
  /** How candidates are counted; absent: 项. */
  measure?: Measure;
  /** By number. */
  candidates: BoardCandidate[];
}

export interface BoardCandidate {
  id: string;
  number: number;
  name: string;
  unit: string;
  /** What it is, in one sentence. */
  sentence?: string;
  group?: string;
  withdrawn?: true;
  /** Takes no votes for now, and keeps its place. */
  frozen?: true;
  picture?: string;
}

export interface BoardStandings {
  v: 1;
  /** Ballots in the log at the last release. */
  ballots: number;
  /** Written where each ballot is released by itself; else they are by twenties, see `domain/counting/release.ts`. */
  step?: Step;
  /** What was released last; null before that. */
  shown: ShownCounts | null;
  /** When counts are released next, epoch milliseconds; null where they are live or final. */
  nextAt: number | null;
  final: boolean;
  /** Absent where no lot decides anything. */
  lot?: LotState;
  /** When the last release was, epoch milliseconds; before the first, when the vote opened or will open. */
  at: number;
  /** Who signs the log, how much of it is public, and after the close where its bundle lies, relative to the folder. */
  log?: { origin: string; key: string; size: number; bundle?: string };
}

/** Counts as the public sees them. */
export interface ShownCounts {
  batch: number;
  /** Votes per candidate id. */
  counts: Record<string, number>;
  /** Ballots that count. */
  ballots: number;
  /** When they were released, epoch milliseconds. */
  asOf: number;
}
