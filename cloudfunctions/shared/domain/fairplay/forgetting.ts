import { dayLength } from '../../universal/day';

/** How long traces are kept behind the close of the vote at the most, milliseconds. */
export const longestTraced = 60 * dayLength;

/** What the time to forget a poll's traces hangs on. Epoch milliseconds. */
export interface TracedPoll {
  closedAt: number;
  /** Nothing comes of it any more, and nobody's objection is open. */
  isSettled: boolean;
}

/** When traces go: at the latest so long after the close, whatever became of the poll. */
export function tracesEndAt({ closedAt, isSettled }: TracedPoll): number {
  return isSettled ? closedAt : closedAt + longestTraced;
}
