import { pages } from './pages';
import type { StageTimes } from '../../universal/poll';
import { dayLength } from '../../universal/day';

/** WeChat lets a link live for thirty days; clocks differ, so an hour less is asked for. Milliseconds. */
const life = 30 * dayLength - 60 * 60 * 1000;

/** A link that is handed out is good for so long at the least. */
const leastLeft = 20 * dayLength;

/** Links of a poll that has no day for its archive are kept fresh for so long after its vote. */
const afterTheVote = 90 * dayLength;

/** When a link that is made now ends, epoch milliseconds. */
export function linkExpiresAt(now: number): number {
  return now + life;
}

/** Whether it may still be handed out. */
export function isFresh({ expiresAt }: { expiresAt: number }, now: number): boolean {
  return expiresAt - now >= leastLeft;
}

/** When the next link is to be made; null when people will not come to the poll any more by then. */
export function renewalAt(stages: StageTimes, expiresAt: number): number | null {
  const renewAt = expiresAt - leastLeft;
  return isInUse(stages, renewAt) ? renewAt : null;
}

/** Whether a poll's links are kept fresh. @param now epoch milliseconds */
export function isInUse({ archived, verifying }: StageTimes, now: number): boolean {
  return now < (archived ?? verifying + afterTheVote);
}

/** What a link opens: the poll's page, with the channel that it counts under. */
export function linkTarget(pollId: string, channel: string): { path: string; query: string } {
  return { path: pages.poll, query: `id=${pollId}&channel=${channel}` };
}
