/** At most so often a screen reader is told of a new count, milliseconds. */
const calmPause = 60_000;

/** Tells a screen reader of the newest count, at a calm rate. The first one stands on the page, and is not told. */
export class Speaker {
  readonly #place: HTMLElement;
  #last: string | null = null;
  #spokenAt = 0;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** @param now epoch milliseconds */
  tell(text: string, now: number): void {
    if (this.#last === null) {
      this.#last = text;
      this.#spokenAt = now;
    }
    if (text === this.#last || now - this.#spokenAt < calmPause) return;
    this.#last = text;
    this.#spokenAt = now;
    this.#place.textContent = text;
  }
}
