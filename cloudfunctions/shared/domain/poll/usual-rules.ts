import type { FairPlayRules } from '../../universal/fair-play';
import type { PollResult } from '../../universal/lot';

/** The public alone decides: a candidate's score is its share of the ballots, and what is equal shares its rank. */
export function publicVote(seats: number): PollResult {
  return { seats, decimals: 1, votes: { weight: 1, by: 'ballots' }, ties: [] };
}

/** Why a ballot may be voided, where a poll declares nothing else. */
export const usualVoidReasons = ['一人用多个账号投票', '用程序投票', '收买的票'];

/** How ballots that no resident cast are looked for, where a poll declares that they are. */
export const usualFairPlay: FairPlayRules = {
  version: 1,
  flags: ['platform', 'unvisited', 'machine'],
  minRank: 3,
  paceSeconds: 2,
  alpha: 10,
  gate: [4, 15],
};
