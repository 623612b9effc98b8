/** The stages a poll can pass through, in order. `preparing` is before the first of them. */
export const stages = ['nominating', 'promoting', 'voting', 'verifying', 'notice', 'awarded', 'archived'] as const;
export type Stage = 'preparing' | (typeof stages)[number];

/** When each stage starts, epoch milliseconds. Voting ends where verifying starts. */
export type StageTimes = Partial<Record<(typeof stages)[number], number>> & { voting: number; verifying: number };

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

export type CountPolicy = { kind: 'live' } | { kind: 'daily'; at: string } | { kind: 'afterClose' };

/** What deciding about a ballot or a count needs to know of a poll. */
export interface Poll {
  id: string;
  stages: StageTimes;
  rules: BallotRules;
  countPolicy: CountPolicy;
}

/** What deciding about a ballot needs to know of a candidate. */
export interface Candidate {
  id: string;
  group?: string;
  withdrawn?: boolean;
}
