import type { ShownCounts } from '../../universal/board';
import type { LotState } from '../../universal/ledger/count/lot-state';
import type { Poll } from '../../universal/poll';
import { nextReleaseAt } from './release';

/** What a poll's standings hold of its count. */
interface Standings {
  shown: ShownCounts | null;
  nextAt: number | null;
  final: boolean;
  lot?: LotState | null;
}

/** What everyone may see of a poll's count: all of the last release that is shown, or when one will be. */
export type PublicCount =
  | { hidden: true; nextAt: number }
  | { hidden: false; shown: ShownCounts; nextAt: number | null; final: boolean; lot: LotState | undefined };

/**
 * Live counts are never hidden once the poll is published: before the log begins they are nought.
 * @param standings null before the poll is published
 * @param now epoch milliseconds
 */
export function publicCount(
  poll: Pick<Poll, 'stages' | 'countPolicy'> & { status: string },
  standings: Standings | null,
  now: number,
): PublicCount {
  const { nextAt = null, final = false, lot } = standings ?? {};
  const isLive = poll.countPolicy.kind === 'live';
  const none: ShownCounts = { batch: 0, counts: {}, ballots: 0, asOf: poll.stages.voting };
  const shown = standings?.shown ?? (isLive && poll.status === 'published' ? none : null);
  if (shown !== null) return { hidden: false, shown, nextAt, final, lot: lot ?? undefined };
  return { hidden: true, nextAt: nextAt ?? nextReleaseAt(poll, now) ?? poll.stages.voting };
}
