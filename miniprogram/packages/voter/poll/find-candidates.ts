/** What one can look for in a candidate. */
interface Findable {
  number: number;
  name: string;
  unit: string;
  group?: string | undefined;
}

/** The part of the list that the voter asked for. */
export interface Wanted {
  /** A group's id, or '' for all of them. */
  group: string;
  /** A number as printed on the card ("7", "07", "07号"), or part of a name or unit. */
  query: string;
}

/** Candidates of the wanted group that fit the query, in the order given. */
export function findCandidates<Candidate extends Findable>(
  candidates: readonly Candidate[],
  wanted: Wanted,
): Candidate[] {
  const query = plain(wanted.query);
  const number = /^(?:第|no\.?)?(\d+)号?$/.exec(query)?.[1];
  return candidates.filter((candidate) => {
    if (wanted.group !== '' && candidate.group !== wanted.group) return false;
    if (query === '') return true;
    if (number !== undefined && candidate.number === Number(number)) return true;
    return plain(candidate.name).includes(query) || plain(candidate.unit).includes(query);
  });
}

/** Full-width digits and letters, capitals and spaces make no difference to somebody who types on a phone. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
