import type { VoidPlaces } from './tally';

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
    for (const { reason, inquiry, places } of voids) {
      for (const index of places) this.#grounds.set(index, { reason, inquiry });
    }
  }

  /** By reason and inquiry, in the order in which they came. */
  tally(): VoidPlaces[] {
    const voids: VoidPlaces[] = [];
    for (const [index, { reason, inquiry }] of this.#grounds) {
      const same = voids.find((each) => each.reason === reason && each.inquiry === inquiry);
      if (same) same.places.push(index);
      else voids.push({ reason, ...(inquiry === undefined ? {} : { inquiry }), places: [index] });
    }
    return voids;
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
