import { plateText } from '../../../../../cloudfunctions/shared/universal/plate';
import { dateText } from '../../../../../cloudfunctions/shared/universal/times';
import type { OutcomeFile, PublishedOutcome } from '../../services/outcome';
import { winnerWords } from '../../text/outcome';

export interface WinnerRow {
  id: string;
  plate: string;
  name: string;
  unit: string;
  picture: string;
  rank: string;
  /** When the award was taken back; '' where it stands. */
  revoked: string;
}

/** Those of one grade; '' where the rules have none. */
export interface WinnerGroup {
  level: string;
  rows: WinnerRow[];
}

/**
 * Who is awarded, or is to be, in the ranking's order and by grade. A revoked one keeps its place: nobody moves up.
 * @param now the server's time, epoch milliseconds
 */
export function winnerGroups(
  { candidates }: PublishedOutcome['poll'],
  { winners, revocations }: Pick<OutcomeFile, 'winners' | 'revocations'>,
  now: number,
): WinnerGroup[] {
  const groups: WinnerGroup[] = [];
  for (const { candidate: id, rank, level = '' } of winners) {
    const candidate = candidates.find((each) => each.id === id);
    if (candidate === undefined) continue;
    const { number, name, unit, picture = '' } = candidate;
    const revocation = revocations.find((each) => each.candidate === id);
    const revoked = revocation === undefined ? '' : winnerWords.revoked(dateText(revocation.at, now));
    const row: WinnerRow = {
      id,
      plate: plateText(number),
      name,
      unit,
      picture,
      rank: winnerWords.rank(rank),
      revoked,
    };
    const group = groups.find((each) => each.level === level);
    if (group) group.rows.push(row);
    else groups.push({ level, rows: [row] });
  }
  return groups;
}
