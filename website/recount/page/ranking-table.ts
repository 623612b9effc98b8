import type { SheetCandidate } from '../../../cloudfunctions/shared/domain/ledger/entries/candidate-sheet';
import type { RankedCandidate, ResultEntry } from '../../../cloudfunctions/shared/domain/ledger/entries/log-entry';
import { groupedText } from '../text/numbers';
import { words } from '../text/page';
import { make } from './elements';

function headCell(look: string, text: string): HTMLElement {
  const cell = make(`th${look}`, text);
  cell.setAttribute('scope', 'col');
  return cell;
}

/** @param isScored whether the rules tell a score from the votes */
export function rankingTable(
  { ranking }: ResultEntry,
  candidates: readonly SheetCandidate[],
  isScored: boolean,
): HTMLElement {
  const known = new Map(candidates.map((each) => [each.id, each]));
  const head = make(
    'tr',
    headCell('.rank', words.rank),
    headCell('.name', words.candidate),
    headCell('.number', words.votes),
    headCell('.number.voided', words.voided),
    ...(isScored ? [headCell('.number', words.score)] : []),
  );
  const rows = ranking.map((each) => row(each, known.get(each.candidate), isScored));
  return make('table.ranking', make('thead', head), make('tbody', ...rows));
}

function row(ranked: RankedCandidate, candidate: SheetCandidate | undefined, isScored: boolean): HTMLElement {
  const voided = groupedText(ranked.voided);
  const name = make('td.name');
  // The spaces are for whoever hears or copies it.
  if (candidate) name.append(make('span.plate', String(candidate.number)), ' ');
  name.append(candidate?.name ?? ranked.candidate);
  if (ranked.won) name.append(' ', make('span.tag', words.won));
  if (ranked.voided > 0) name.append(make('div.hint.void-note', `${words.voided} ${voided}`));
  return make(
    'tr',
    make('td.rank', String(ranked.rank)),
    name,
    make('td.number', groupedText(ranked.votes)),
    make(ranked.voided > 0 ? 'td.number.voided' : 'td.number.voided.quiet', voided),
    ...(isScored ? [make('td.number', ranked.score)] : []),
  );
}
