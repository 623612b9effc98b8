import { cleanText } from '../../universal/text/clean-text';
import { mostOf } from './columns';
import type { Header } from './find-header';
import { sameGroup } from './group-names';
import type { ImportContext } from './report';
import type { Table, TableRow } from './table';
import { cutShort, visibleLength } from '../../universal/text/visible-length';

const samplesShown = 3;
const longestSample = 60;

function below({ rows }: Table, header: Header): TableRow[] {
  return rows.filter(({ row }) => row > header.row);
}

/** A column's first texts and its last one, cut short; none where it is empty. */
export function samplesOf(table: Table, header: Header, column: number): string[] {
  const filled = below(table, header).filter(({ cells }) => {
    const cell = cells[column];
    return cell && (cell.kind !== 'text' || cell.text.trim() !== '');
  });
  const last = filled.length > samplesShown ? filled.slice(-1) : [];
  return [...filled.slice(0, samplesShown), ...last].map(({ cells }) => {
    const text = cleanText((cells[column]?.text ?? '').slice(0, longestSample * 4), 'one').text;
    return text === '' ? '—' : cutShort(text, longestSample);
  });
}

/** The visible length of a column's longest text; what is longer than any field counts as one more than it takes. */
export function longestIn(table: Table, header: Header, column: number): number {
  const texts = new Set(below(table, header).map(({ cells }) => cells[column]?.text ?? ''));
  const enough = (mostOf('detail') ?? 0) + 1;
  let longest = 0;
  for (const text of texts) longest = Math.max(longest, visibleLength(cleanText(text, 'one').text, enough));
  return longest;
}

/** How many of a column's texts are groups of the poll. */
export function groupHits(table: Table, header: Header, { groups }: ImportContext, column: number): number {
  return below(table, header).filter(({ cells }) => {
    const text = cells[column]?.text ?? '';
    return text !== '' && sameGroup(groups, text) !== undefined;
  }).length;
}
