import type { PollResult } from '../../universal/lot';

/** The public alone decides: a candidate's score is its share of the ballots, and what is equal shares its rank. */
export function publicVote(seats: number): PollResult {
  return { seats, decimals: 1, votes: { weight: 1, by: 'ballots' }, ties: [] };
}

/** Why a ballot may be voided, where a poll declares nothing else. */
export const usualVoidReasons = ['一人用多个账号投票', '用程序投票', '收买的票'];
