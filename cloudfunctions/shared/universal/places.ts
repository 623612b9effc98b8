/** What of a public lot decides places: lists of ids that stand equal, in its order once it is drawn. */
interface DrawnLot {
  tied: readonly (readonly string[])[];
  draw?: string | undefined;
}

interface Numbered {
  id: string;
  number: number;
}

/**
 * Candidates in the order of a ranking: the most votes first. Equal votes share a place, and the next place counts them: 1, 2, 2, 4.
 * Those between whom a public lot has decided stand in its order, each with a place of its own.
 */
export function placesOf<Each extends Numbered>(
  candidates: readonly Each[],
  votesOf: (candidate: Each) => number,
  lot: DrawnLot | undefined,
): { candidate: Each; place: number }[] {
  const drawn = new Map(lot?.draw === undefined ? [] : lot.tied.flat().map((id, at) => [id, at]));
  const drawnAt = ({ id }: Each): number => drawn.get(id) ?? drawn.size;
  const sorted = [...candidates].sort(
    (a, b) => votesOf(b) - votesOf(a) || drawnAt(a) - drawnAt(b) || a.number - b.number,
  );
  let place = 1;
  return sorted.map((candidate, at) => {
    const before = sorted[at - 1];
    const isShared = before !== undefined && votesOf(before) === votesOf(candidate) && !drawn.has(candidate.id);
    if (!isShared) place = at + 1;
    return { candidate, place };
  });
}
