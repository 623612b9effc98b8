import { zoneOffset } from '../../universal/day';

const hourLength = 60 * 60 * 1000;

/** How long the blocks are that are compared, the shortest first: a program's burst, a day's work, and all that goes on for longer. */
export const spans = ['hours', 'day', 'vote'] as const;
export type Span = (typeof spans)[number];

/** Milliseconds; what is cast before the first of them ends is block 0 of the vote. */
const lengths: Record<Span, number> = { hours: 2 * hourLength, day: 24 * hourLength, vote: Infinity };

/** Which block of this length an instant is in: days are Shanghai's, and the vote is one block. */
export function blockOf(span: Span, instant: number): number {
  return span === 'vote' ? 0 : Math.floor((instant + zoneOffset) / lengths[span]);
}

/** The instants that a block begins and ends at, epoch milliseconds; the whole vote has neither. */
export function boundsOf(span: Span, block: number): { from: number; to: number } {
  if (span === 'vote') return { from: -Infinity, to: Infinity };
  const from = block * lengths[span] - zoneOffset;
  return { from, to: from + lengths[span] };
}

/** Which block of a wider span a block of two hours is in. */
export function widened(span: Span, block: number): number {
  return blockOf(span, boundsOf('hours', block).from);
}
