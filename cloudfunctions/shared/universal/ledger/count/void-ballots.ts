import type { InquiryRulingEntry } from '../entries/inquiry-ruling';
import type { RulingEntry } from '../entries/log-entry';
import type { VoidPlaces } from './tally';

/** What takes ballots out of the count, or puts them back. */
export type AnyVoiding = RulingEntry | InquiryRulingEntry;

/** Why a ballot is void. */
export interface Ground {
  reason: string;
  /** Undefined where no inquiry made it so. */
  inquiry: number | undefined;
}

/** The void ballots of a log by their places. */
export class VoidBallots {
  readonly #grounds = new Map<number, Ground>();

  resume(voids: readonly VoidPlaces[]): void {
    for (const { reason, places } of voids) {
      for (const index of places) this.#grounds.set(index, { reason, inquiry: undefined });
    }
  }

  /** By reason, in the order in which they came. */
  tally(): VoidPlaces[] {
    const voids: VoidPlaces[] = [];
    for (const [index, { reason }] of this.#grounds) {
      const same = voids.find((each) => each.reason === reason);
      if (same) same.places.push(index);
      else voids.push({ reason, places: [index] });
    }
    return voids;
  }

  get size(): number {
    return this.#grounds.size;
  }

  /** Takes in a ruling that the log has. */
  take(ruling: AnyVoiding): void {
    for (const index of placesOf(ruling)) {
      if (ruling.kind === 'void') this.add(index, groundOf(ruling));
      else this.delete(index);
    }
  }

  has(index: number): boolean {
    return this.#grounds.has(index);
  }

  find(index: number): Ground | undefined {
    return this.#grounds.get(index);
  }

  add(index: number, ground: Ground): void {
    this.#grounds.set(index, ground);
  }

  delete(index: number): void {
    this.#grounds.delete(index);
  }
}

/** The places in the log of the ballots that a ruling is about. */
export function placesOf(ruling: AnyVoiding): readonly number[] {
  return ruling.v === 1 ? [ruling.index] : ruling.indexes;
}

export function groundOf(ruling: AnyVoiding): Ground {
  return { reason: ruling.reason, inquiry: ruling.v === 1 ? undefined : ruling.inquiry };
}
