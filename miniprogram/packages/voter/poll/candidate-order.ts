/** What the order needs to know of a candidate. */
interface Orderable {
  id: string;
  withdrawn?: true | undefined;
}

/**
 * The candidates in one voter's own order; those who withdrew come last.
 *
 * Each place follows from the seed and the candidate's id alone, not from the list: a reload, a candidate added
 * during the vote or one who withdraws leaves the others in their order under the voter's thumb.
 */
export function orderCandidates<Candidate extends Orderable>(
  candidates: readonly Candidate[],
  seed: number,
): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, key: placeKey(candidate.id, seed) }))
    .sort(
      (a, b) =>
        Number(a.candidate.withdrawn ?? false) - Number(b.candidate.withdrawn ?? false) ||
        a.key - b.key ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}

/** MurmurHash3 (32 bit) of the id's UTF-16 units: neighbouring ids and seeds land far apart. */
function placeKey(id: string, seed: number): number {
  let hash = seed | 0;
  for (let at = 0; at < id.length; at += 1) {
    hash ^= Math.imul(rotate(Math.imul(id.charCodeAt(at), 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(rotate(hash, 13), 5) + 0xe6546b64) | 0;
  }
  hash ^= id.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
