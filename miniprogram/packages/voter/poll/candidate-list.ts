import type { GridItem } from '../../../components/candidate-grid/candidate-grid.view';
import type { PollReply } from '../../../services/polls';
import { orderCandidates } from './candidate-order';
import { findCandidates, type Wanted } from './find-candidates';
import { gridItems } from './poll.view';

/** How many cards come at once: more than a screen holds, few enough for a slow phone. */
const step = 20;

/** The candidates that the voter asked for, in the voter's own order, handed out as one scrolls. */
export class CandidateList {
  private items: GridItem[] = [];
  private out = 0;

  /** Finds the wanted candidates and hands out the first of them; as many as before, if that was more. */
  refill(reply: PollReply, wanted: Wanted, atLeast = step): GridItem[] {
    const ordered = orderCandidates(reply.candidates, reply.me.shuffleSeed);
    this.items = gridItems(findCandidates(ordered, wanted));
    this.out = Math.min(this.items.length, Math.max(step, atLeast));
    return this.items.slice(0, this.out);
  }

  /** How many are handed out. */
  get shown(): number {
    return this.out;
  }

  /** The next candidates as paths for setData; empty at the end. */
  more(): Record<`items[${number}]`, GridItem> {
    const paths: Record<`items[${number}]`, GridItem> = {};
    const from = this.out;
    this.out = Math.min(this.items.length, from + step);
    for (const [at, item] of this.items.slice(from, this.out).entries()) paths[`items[${from + at}]`] = item;
    return paths;
  }
}
