import type { SheetCandidate } from '../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import { fatesOf } from '../../../cloudfunctions/shared/universal/ledger/count/award-report';
import type { RankedCandidate } from '../../../cloudfunctions/shared/universal/ledger/entries/figures';
import { groupedText } from '../../../cloudfunctions/shared/universal/numbers';
import type { Sound } from '../worker/messages';
import { fateTexts, words } from '../text/page';
import { make } from '../../shared/elements';

/** Narrow screens lay the rows out anew, and a table laid out anew is a table to a screen reader only by its roles. */
function part(role: string, kind: string, ...children: readonly (Node | string)[]): HTMLElement {
  const element = make(kind, ...children);
  element.setAttribute('role', role);
  return element;
}

function headCell(look: string, text: string): HTMLElement {
  const cell = part('columnheader', `th${look}`, text);
  cell.setAttribute('scope', 'col');
  return cell;
}

/** @param label stands beside the figure where there is no room for headings */
function figureCell(look: string, label: string, text: string): HTMLElement {
  const cell = part('cell', `td.number${look}`, text);
  cell.dataset.label = label;
  return cell;
}

export function rankingTable({ result, lot, award, candidates, rules }: Sound): HTMLElement {
  // Rules of version 1 know no score beside the votes.
  const isScored = rules.v !== 1;
  const fateOf = fatesOf(award, lot);
  const known = new Map(candidates.map((each) => [each.id, each]));
  const head = part(
    'row',
    'tr',
    headCell('.rank', words.rank),
    headCell('.name', words.candidate),
    headCell('.number', words.votes),
    headCell('.number.voided', words.voided),
    ...(isScored ? [headCell('.number', words.score)] : []),
  );
  const rows = result.ranking.map((each) => row(each, known.get(each.candidate), fateTexts[fateOf(each)], isScored));
  return part('table', 'table.ranking', part('rowgroup', 'thead', head), part('rowgroup', 'tbody', ...rows));
}

function row(
  ranked: RankedCandidate,
  candidate: SheetCandidate | undefined,
  fate: string,
  isScored: boolean,
): HTMLElement {
  const voided = groupedText(ranked.voided);
  const name = part('cell', 'td.name');
  // The spaces are for whoever hears or copies it.
  if (candidate) name.append(make('span.plate', String(candidate.number)), ' ');
  name.append(candidate?.name ?? ranked.candidate);
  if (fate) name.append(' ', make('span.tag', fate));
  if (ranked.voided > 0) name.append(make('div.hint.void-note', `${words.voided} ${voided}`));
  return part(
    'row',
    'tr',
    part('cell', 'td.rank', String(ranked.rank)),
    name,
    figureCell('', words.votes, groupedText(ranked.votes)),
    figureCell(ranked.voided > 0 ? '.voided' : '.voided.quiet', words.voided, voided),
    ...(isScored ? [figureCell('', words.score, ranked.score)] : []),
  );
}
