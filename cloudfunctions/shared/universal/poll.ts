import type { FairPlayRules } from './fair-play';
import type { PollResult } from './lot';

/** The stages a poll can pass through, in order. `preparing` is before the first of them, `ended` behind a vote that is the last. */
export const stages = ['nominating', 'promoting', 'voting', 'verifying', 'notice', 'awarded', 'archived'] as const;
/** `ended`: the vote is over and counted, and nothing is announced behind it. */
export type Stage = 'preparing' | (typeof stages)[number] | 'ended';

/** When each stage starts, epoch milliseconds. Voting ends where verifying starts. */
export type StageTimes = Partial<Record<(typeof stages)[number], number>> & { voting: number; verifying: number };

/**
 * The stages behind the vote that a poll with a notice reaches by acts of two persons: their announced times are plans. Every later
 * one comes behind those before it.
 */
export const reachedStages = ['notice', 'awarded', 'archived'] as const;
/** When each was reached, epoch milliseconds. */
export type Reached = Partial<Record<(typeof reachedStages)[number], number>>;

export interface Group {
  id: string;
  name: string;
  /** How many choices of this group one ballot has to hold, inclusive. */
  min: number;
  max: number;
}

export interface BallotRules {
  period: 'once' | 'daily';
  ballotsPerPeriod: number;
  choices: { min: number; max: number };
  perCandidate?: number;
  groups?: Group[];
}

/**
 * What of the count is public, and when. With `step` 1 each ballot of a live poll is released by itself, so that whoever watches
 * may guess whose it is; without it ballots are released by twenties, see `domain/counting/release.ts`.
 */
export type CountPolicy =
  { kind: 'live'; step?: 1 | undefined } | { kind: 'daily'; at: string } | { kind: 'afterClose' };

/** What deciding about a ballot or a count needs to know of a poll. */
export interface Poll {
  id: string;
  stages: StageTimes;
  /** Absent where every stage comes by its time: in polls without a notice, and in those that are older than this. */
  reached?: Reached;
  rules: BallotRules;
  countPolicy: CountPolicy;
}

/** What else a poll's rules promise before the vote. The log's first entry commits to all of it. */
export interface PublicRules {
  /** How votes become a ranking, and how many win. */
  result: PollResult;
  /** The only reasons for which a ballot may be voided. */
  voidReasons: string[];
  /**
   * The latest instant to which the end of the vote may still be moved once it is open, epoch milliseconds; without it
   * the end stands.
   */
  latestEnd?: number;
  /** How many working days of notice are owed before the award; present exactly where `reached` is. */
  noticeDays?: number;
  /** What is looked at to find ballots that no resident cast; absent where nothing is. */
  fairPlay?: FairPlayRules;
}

/** What deciding about a ballot needs to know of a candidate. */
export interface Candidate {
  id: string;
  group?: string;
  withdrawn?: boolean;
}

/**
 * What a poll is for. A template says it, and it decides what publishing asks: an award binds an office and rests on a document, a
 * contest is held before strangers, a small poll among people who know each other.
 */
export const pollKinds = ['award', 'contest', 'small'] as const;
export type PollKind = (typeof pollKinds)[number];

/** How candidates are counted: people by 位, deeds by 件, pictures by 幅; 项 where nobody has said. */
export const measures = ['项', '位', '件', '幅', '个'] as const;
export type Measure = (typeof measures)[number];
