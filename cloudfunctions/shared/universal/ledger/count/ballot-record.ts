import type { BallotMemory } from './ballot-memory';

const [notABallot, counted, voided] = [0, 1, 2];

function grown<Row extends Uint8Array | Uint16Array | Uint32Array>(
  row: Row,
  least: number,
  make: (n: number) => Row,
): Row {
  if (row.length >= least) return row;
  const wider = make(Math.max(least, row.length * 2));
  wider.set(row);
  return wider;
}

/** What each entry of the log voted for, in a few bytes, so that any of a million ballots can be voided later. */
export class BallotRecord implements BallotMemory {
  #entries = 0;
  #states = new Uint8Array(1024);
  /** Where an entry's choices end. */
  #ends = new Uint32Array(1024);
  #choices = new Uint16Array(4096);

  push(choices: readonly number[] | null): void {
    const begin = this.#entries === 0 ? 0 : (this.#ends[this.#entries - 1] ?? 0);
    const end = begin + (choices?.length ?? 0);
    this.#states = grown(this.#states, this.#entries + 1, (length) => new Uint8Array(length));
    this.#ends = grown(this.#ends, this.#entries + 1, (length) => new Uint32Array(length));
    this.#choices = grown(this.#choices, end, (length) => new Uint16Array(length));
    if (choices !== null) this.#choices.set(choices, begin);
    this.#states[this.#entries] = choices === null ? notABallot : counted;
    this.#ends[this.#entries] = end;
    this.#entries += 1;
  }

  counts(index: number): boolean | null {
    const state = index < this.#entries ? this.#states[index] : notABallot;
    return state === notABallot ? null : state === counted;
  }

  setCounts(index: number, counts: boolean): void {
    this.#states[index] = counts ? counted : voided;
  }

  choicesOf(index: number): Uint16Array {
    return this.#choices.subarray(index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }
}
