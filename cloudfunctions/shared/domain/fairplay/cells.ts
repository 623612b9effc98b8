import { blockOf, widened, type Span } from './spans';

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

/** A cell as it is kept. */
export type CellRow = [candidate: number, block: number, n: number, m: number];

/** Ballots by candidate and block of two hours, of which wider blocks are sums. */
export class Cells {
  ballots = 0;
  flagged = 0;
  readonly #blocks = new Map<number, Cell[]>();

  add({ hour, choices, isFlagged }: LookedAt): void {
    const block = blockOf('hours', hour);
    const m = isFlagged ? 1 : 0;
    for (const candidate of choices) this.#count(candidate, block, 1, m);
    this.ballots += 1;
    this.flagged += m;
  }

  /** Adds what was kept of others. */
  addRows(rows: readonly CellRow[], ballots: number, flagged: number): void {
    for (const [candidate, block, n, m] of rows) this.#count(candidate, block, n, m);
    this.ballots += ballots;
    this.flagged += flagged;
  }

  rows(): CellRow[] {
    return [...this.of('hours')].map(({ candidate, block, n, m }) => [candidate, block, n, m]);
  }

  /** The same without these, which are among them. */
  without(some: Cells): Cells {
    const rest = new Cells();
    rest.addRows(this.rows(), this.ballots, this.flagged);
    const taken = some.rows().map(([candidate, block, n, m]): CellRow => [candidate, block, -n, -m]);
    rest.addRows(taken, -some.ballots, -some.flagged);
    return rest;
  }

  /** Every cell that is not empty, in blocks of this length. */
  *of(span: Span): Generator<Readonly<Cell>> {
    if (span === 'hours') {
      for (const cells of this.#blocks.values()) yield* Object.values(cells);
      return;
    }
    const wide = new Cells();
    for (const { candidate, block, n, m } of this.of('hours')) wide.#count(candidate, widened(span, block), n, m);
    yield* wide.of('hours');
  }

  /** Of a candidate over the whole vote. */
  totalOf(candidate: number): { n: number; m: number } {
    const total = { n: 0, m: 0 };
    for (const cells of this.#blocks.values()) {
      const { n, m } = cells[candidate] ?? { n: 0, m: 0 };
      total.n += n;
      total.m += m;
    }
    return total;
  }

  #count(candidate: number, block: number, n: number, m: number): void {
    const cells = this.#blocks.get(block) ?? [];
    if (cells.length === 0) this.#blocks.set(block, cells);
    const cell = (cells[candidate] ??= { candidate, block, n: 0, m: 0 });
    cell.n += n;
    cell.m += m;
  }
}
