import { likeness } from '../../universal/text/clean-text';
import { findHeader, type Header } from './find-header';
import { sameGroup } from './group-names';
import { findForm } from './one-candidate-form';
import type { Corrections, ImportContext } from './report';
import type { Table } from './table';
import { plainTitle } from './vocabulary';

/** A sheet that holds a list. */
export interface Listed {
  /** Among the file's sheets from 0. */
  sheet: number;
  table: Table;
  header: Header;
  /** The poll's group that its name is. */
  group?: string;
}

export interface SheetChoice {
  /** The one whose header is understood best comes first; empty where no sheet is a list. */
  taken: Listed[];
  form: { row: number; cell: string; found: string } | null;
}

/**
 * Chooses what is read of a file: the sheet whose header is understood best, however far behind it lies; where the poll's groups
 * are sheets, one for each, all of these; and what the clerk takes in besides. Sheets that say the same twice, like a summary,
 * are left to the clerk.
 */
export function chooseSheets(
  tables: readonly Table[],
  { groups }: ImportContext,
  corrections: NonNullable<Corrections['sheets']>,
): SheetChoice {
  const wanted = new Map(corrections.map(({ sheet, isTaken }) => [sheet, isTaken]));
  let form: SheetChoice['form'] = null;
  const listed = tables.flatMap((table, sheet): Listed[] => {
    if (table.rows.length === 0) return [];
    const header = findHeader(table);
    const found = findForm(table, header);
    form ??= found;
    if (!header || found) return [];
    const group = sameGroup(groups, table.name)?.id;
    return [{ sheet, table, header, ...(group === undefined ? {} : { group }) }];
  });
  const open = listed.filter(({ sheet }) => wanted.get(sheet) !== false);
  const longest = bestOf(open);
  if (!longest) return { taken: [], form };
  // A summary without a column of groups says less than the sheets it sums up.
  const ofGroups = hasGroupColumn(longest)
    ? []
    : open.filter((each) => each.group !== undefined && !hasGroupColumn(each));
  const best = bestOf(ofGroups) ?? longest;
  const areGroups = ofGroups.length > 0;
  const others = open.filter((each) => {
    if (each === best) return false;
    return wanted.get(each.sheet) === true || (areGroups && each.group !== undefined && isLike(best, each));
  });
  const taken = areGroups ? [best, ...others].sort((one, other) => one.sheet - other.sheet) : [best, ...others];
  return { taken, form };
}

function hasGroupColumn({ header }: Listed): boolean {
  return header.titles.some(({ meaning }) => meaning?.use === 'group');
}

/** By what is understood of the header, then by how long the list is. */
function bestOf(listed: readonly Listed[]): Listed | undefined {
  const [first, ...others] = listed;
  if (!first) return undefined;
  return others.reduce((best, each) => {
    const isBetter = each.header.score - best.header.score || each.table.rowCount - best.table.rowCount;
    return isBetter > 0 ? each : best;
  }, first);
}

/** Whether two sheets call their names alike. */
function isLike(one: Listed, other: Listed): boolean {
  const nameOf = ({ header }: Listed): string =>
    plainTitle(header.titles.find(({ meaning }) => meaning?.use === 'name')?.title ?? '');
  return likeness(nameOf(one)) === likeness(nameOf(other));
}
