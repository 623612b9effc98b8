import { startOfHour } from '../../universal/day';

/** How many people opened a poll in an hour, coming by one way. */
export interface Visits {
  pollId: string;
  /** Start of the hour, epoch milliseconds. */
  hour: number;
  /** "other" behind the first ways of a poll. */
  way: string;
  count: number;
}

const mostWays = 50;
const mostPolls = 200;
const mostPeople = 20_000;

/**
 * Visits as one instance gathers them in its memory: approximate by nature, and bounded whatever comes. Somebody who comes back within
 * the hour counts once, as far as this instance has seen them; who they are is kept as an opaque mark until the hour is over,
 * and never written.
 */
export class VisitBook {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #seen = new Set<string>();
  #hour = 0;

  /** @param mark names the person within this poll, and cannot be read back @param now epoch milliseconds */
  note(pollId: string, way: string, mark: string, now: number): void {
    const hour = startOfHour(now);
    if (hour !== this.#hour || this.#seen.size >= mostPeople) this.#seen.clear();
    this.#hour = hour;
    const visit = `${pollId}|${mark}`;
    if (this.#seen.has(visit)) return;
    this.#seen.add(visit);
    const key = `${pollId}|${hour}`;
    const ways = this.#counts.get(key) ?? new Map<string, number>();
    if (!this.#counts.has(key) && this.#counts.size >= mostPolls) return;
    const name = ways.has(way) || ways.size < mostWays ? way : 'other';
    ways.set(name, (ways.get(name) ?? 0) + 1);
    this.#counts.set(key, ways);
  }

  /** What was gathered since the last time. */
  take(): Visits[] {
    const all = [...this.#counts].flatMap(([key, ways]) => {
      const [pollId = '', hour] = key.split('|');
      return [...ways].map(([way, count]) => ({ pollId, hour: Number(hour), way, count }));
    });
    this.#counts.clear();
    return all;
  }
}
