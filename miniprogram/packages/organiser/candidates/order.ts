/** The order of a draft's candidates, and the number that each place has. */
export interface Order {
  order: string[];
  /** Ascending, of the same places. */
  numbers: number[];
}

interface Placed {
  id: string;
  number: number;
}

/** Exchanges a candidate with its neighbour; the numbers stay where they are. Null at either end. */
export function moveCandidate(candidates: readonly Placed[], id: string, distance: 1 | -1): Order | null {
  const from = candidates.findIndex((candidate) => candidate.id === id);
  const to = from + distance;
  const [one, other] = [candidates[from], candidates[to]];
  if (!one || !other) return null;
  const order = candidates.map((candidate) => candidate.id);
  order[from] = other.id;
  order[to] = one.id;
  return { order, numbers: candidates.map(({ number }) => number) };
}

/** Gives a candidate this number; whoever has it, and those right behind, move up by one. */
export function renumberCandidate(candidates: readonly Placed[], id: string, number: number): Order {
  const others = candidates.filter((candidate) => candidate.id !== id);
  const before = others.filter((candidate) => candidate.number < number);
  const placed: Placed[] = [...before, { id, number }];
  for (const candidate of others.slice(before.length)) {
    const last = placed.at(-1)?.number ?? 0;
    placed.push({ id: candidate.id, number: Math.max(candidate.number, last + 1) });
  }
  return { order: placed.map((each) => each.id), numbers: placed.map((each) => each.number) };
}
