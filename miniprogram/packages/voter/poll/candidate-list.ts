import type { GridItem } from '../../../components/candidate-grid/candidate-grid.view';
import type { PollReply } from '../../../services/polls';
import { orderCandidates } from './candidate-order';
import { findCandidates, type Wanted } from './find-candidates';
import { gridItems } from './poll.view';

/** How many cards come each time the end of the list comes near: more than a screen holds. */
const step = 20;
/** How many of them are drawn in one go: a first screen of them, and so few that a finger on a slow phone waits for no more. */
const strip = 4;

/** The candidates that the voter asked for, in the voter's own order, handed out as one scrolls. */
export class CandidateList {
  private items: GridItem[] = [];
  private out = 0;
  /** How many are to be handed out by and by. */
  private due = 0;

  /** Finds the wanted candidates and hands out the first of them; as many as before, if that was more. */
  refill(reply: PollReply, wanted: Wanted, atLeast = 0): GridItem[] {
    const ordered = orderCandidates(reply.candidates, reply.me.shuffleSeed);
    this.items = gridItems(findCandidates(ordered, wanted));
    this.due = Math.min(this.items.length, Math.max(step, atLeast));
    this.out = Math.min(this.items.length, Math.max(strip, atLeast));
    return this.items.slice(0, this.out);
  }

  /** How many are handed out. */
  get shown(): number {
    return this.out;
  }

  /** The end has come near: more are due. */
  wantMore(): void {
    this.due = Math.min(this.items.length, Math.max(this.due, this.out + step));
  }

  /** The next candidates of those that are due, as paths for setData; empty when all of them are out. */
  next(): Record<`items[${number}]`, GridItem> {
    const paths: Record<`items[${number}]`, GridItem> = {};
    const from = this.out;
    this.out = Math.min(this.due, from + strip);
    for (const [at, item] of this.items.slice(from, this.out).entries()) paths[`items[${from + at}]`] = item;
    return paths;
  }
}
