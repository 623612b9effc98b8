/** What a count has to know of single ballots, so that one of them can be voided later. Places are the log's. */
export interface BallotMemory {
  /** Takes in the next entry. @param choices candidates by their number in the rules; null when it is no ballot */
  push(choices: readonly number[] | null): void;
  /** Whether a ballot at that place counts; null when there is none. */
  counts(index: number): boolean | null;
  setCounts(index: number, counts: boolean): void;
  choicesOf(index: number): Iterable<number>;
}

/** Knows only the ballots it was told of: a count that goes on from a tally looks up those that it needs. */
export class RecalledBallots implements BallotMemory {
  readonly #ballots = new Map<number, { choices: readonly number[]; counts: boolean }>();

  recall(index: number, choices: readonly number[], counts: boolean): void {
    this.#ballots.set(index, { choices, counts });
  }

  push(): void {
    // What came by is in the database.
  }

  counts(index: number): boolean | null {
    return this.#ballots.get(index)?.counts ?? null;
  }

  setCounts(index: number, counts: boolean): void {
    const ballot = this.#ballots.get(index);
    if (ballot) ballot.counts = counts;
  }

  choicesOf(index: number): readonly number[] {
    return this.#ballots.get(index)?.choices ?? [];
  }
}
