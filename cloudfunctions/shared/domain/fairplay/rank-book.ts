import { startOfHour } from '../../universal/day';
import type { RiskRank } from './ticket';

const mostPeople = 20_000;

/** How long nobody is asked about after WeChat was late, busy or closed to this mini-program, milliseconds. */
export const rankPause = 5 * 60 * 1000;

/**
 * Which accounts an instance has asked WeChat about, in its memory alone, and bounded whatever comes: each once an hour, for WeChat
 * refuses whoever is asked about too often.
 */
export class RankBook {
  readonly #ranks = new Map<string, RiskRank | null>();
  #hour = 0;
  #pausedAt = -Infinity;

  /** @returns what is known of this account in this hour; undefined where it is to be asked */
  find(openid: string, now: number): RiskRank | null | undefined {
    const hour = startOfHour(now);
    if (hour !== this.#hour || this.#ranks.size >= mostPeople) this.#ranks.clear();
    this.#hour = hour;
    const known = this.#ranks.get(openid);
    const since = now - this.#pausedAt;
    return known === undefined && since >= 0 && since < rankPause ? null : known;
  }

  note(openid: string, rank: RiskRank | null): void {
    this.#ranks.set(openid, rank);
  }

  /** Nobody is asked about for a while. */
  pause(now: number): void {
    this.#pausedAt = now;
  }
}
