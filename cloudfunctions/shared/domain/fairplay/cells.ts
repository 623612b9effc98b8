/** What is looked at of a ballot that counts. */
export interface LookedAt {
  /** Start of the hour of the cast, epoch milliseconds. */
  hour: number;
  /** Candidates by number. */
  choices: readonly number[];
  isFlagged: boolean;
}

/** Ballots for one candidate in one block: `n` in all, `m` of them flagged. */
export interface Cell {
  candidate: number;
  block: number;
  n: number;
  m: number;
}

const blockLength = 2 * 60 * 60 * 1000;

/** Ballots by candidate and block of two hours. */
export class Cells {
  ballots = 0;
  flagged = 0;
  readonly #cells = new Map<number, Cell[]>();

  add({ hour, choices, isFlagged }: LookedAt): void {
    const block = Math.floor(hour / blockLength);
    const step = isFlagged ? 1 : 0;
    const cells = this.#cells.get(block) ?? [];
    if (cells.length === 0) this.#cells.set(block, cells);
    for (const candidate of choices) {
      const cell = (cells[candidate] ??= { candidate, block, n: 0, m: 0 });
      cell.n += 1;
      cell.m += step;
    }
    this.ballots += 1;
    this.flagged += step;
  }

  *all(): Generator<Readonly<Cell>> {
    for (const cells of this.#cells.values()) yield* Object.values(cells);
  }

  /** Of a candidate over the whole vote. */
  totalOf(candidate: number): { n: number; m: number } {
    const total = { n: 0, m: 0 };
    for (const cells of this.#cells.values()) {
      const { n, m } = cells[candidate] ?? { n: 0, m: 0 };
      total.n += n;
      total.m += m;
    }
    return total;
  }
}
