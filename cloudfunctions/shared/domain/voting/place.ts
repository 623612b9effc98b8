/**
 * Where a voter's next ballot of a period goes. The database decides who wins a place; this decides which place
 * to ask for, from what the voter's own ballots show.
 */
export interface Place {
  /** Which of the period's ballots, from 1. */
  nth: number;
  /** Which of the votes for this candidate, from 1; always 1 without a cap. */
  k: number;
}

export interface OwnBallot {
  nth: number;
  castId: string;
  mark: string;
}

export type NextStep<Own extends OwnBallot> =
  | { kind: 'cast already'; ballot: Own }
  | { kind: 'try'; place: Place }
  | { kind: 'no slot left' }
  | { kind: 'cap reached' };

/**
 * What to do after a duplicate key. Place and mark can only be taken by a ballot of the voter's own, of this period: where none of
 * them explains the duplicate, the read was older than it, nothing is decided, and the same place is tried again.
 * @param own the voter's ballots of the period, read after the duplicate
 * @param marks the marks of the candidate's votes 1 … cap; empty without a cap
 */
export function nextStep<Own extends OwnBallot>(
  own: readonly Own[],
  castId: string,
  ballotsPerPeriod: number,
  marks: readonly string[],
): NextStep<Own> {
  const ballot = own.find((each) => each.castId === castId);
  if (ballot) return { kind: 'cast already', ballot };

  const taken = new Set(own.map((each) => each.nth));
  const nth = firstFreeSlot(taken, ballotsPerPeriod);
  if (nth === null) return { kind: 'no slot left' };
  if (marks.length === 0) return { kind: 'try', place: { nth, k: 1 } };

  const used = new Set(own.map((each) => each.mark));
  const k = firstFrom(1, marks.length, (vote) => !used.has(marks[vote - 1] ?? ''));
  return k === null ? { kind: 'cap reached' } : { kind: 'try', place: { nth, k } };
}

/** The lowest of the period's places 1 … ballotsPerPeriod that holds no ballot; null when all do. */
export function firstFreeSlot(taken: ReadonlySet<number>, ballotsPerPeriod: number): number | null {
  return firstFrom(1, ballotsPerPeriod, (slot) => !taken.has(slot));
}

function firstFrom(from: number, to: number, fits: (n: number) => boolean): number | null {
  for (let n = from; n <= to; n++) if (fits(n)) return n;
  return null;
}
