import { importColumns, isCriterion, type DraftCriterion, type ImportField } from '../imports/columns';
import type { DraftCandidate } from '../imports/report';
import type { CellValue, SheetColumn, SheetContent } from './workbook';

/** What the export of a candidate needs; `group` is the group's name. */
export type ExportedCandidate = Omit<DraftCandidate, 'row' | 'sheet'> & { withdrawn?: boolean };

const widths: Readonly<Record<ImportField, number>> = {
  number: 8,
  name: 32,
  unit: 24,
  group: 16,
  sentence: 48,
  detail: 64,
  innovation: 48,
  effectiveness: 48,
  satisfaction: 48,
  sustainability: 48,
};

const withdrawnColumn: SheetColumn = { title: '状态', width: 10 };

/** What a poll's candidates have, beside what all have. */
export interface PollColumns {
  hasGroups: boolean;
  /** Texts that each candidate gives. */
  criteria: readonly DraftCriterion[];
}

/** The columns that an import into this poll reads. */
export function candidateColumns({ hasGroups, criteria }: PollColumns): { field: ImportField; column: SheetColumn }[] {
  return importColumns
    .filter(({ field }) => (isCriterion(field) ? criteria.includes(field) : hasGroups || field !== 'group'))
    .map(({ field, title }) => ({ field, column: { title, width: widths[field] } }));
}

/**
 * A list of candidates that an import reads back. Withdrawn ones are marked in a column of their own, which an import
 * leaves aside.
 */
export function candidatesSheet(candidates: readonly ExportedCandidate[], poll: PollColumns): SheetContent {
  const columns = candidateColumns(poll);
  const hasWithdrawn = candidates.some(({ withdrawn }) => withdrawn === true);
  return {
    name: '候选名单',
    columns: [...columns.map(({ column }) => column), ...(hasWithdrawn ? [withdrawnColumn] : [])],
    rows: candidates.map((candidate) => [
      ...columns.map(({ field }) => valueOf(candidate, field)),
      ...(hasWithdrawn ? [candidate.withdrawn === true ? '已退出' : null] : []),
    ]),
  };
}

function valueOf(candidate: ExportedCandidate, field: ImportField): CellValue {
  switch (field) {
    case 'number':
      return candidate.number;
    case 'name':
    case 'unit':
    case 'sentence':
    case 'detail':
      return candidate[field] === '' ? null : candidate[field];
    case 'group':
      return candidate.group ?? null;
    default:
      return candidate.criteria.find(({ criterion }) => criterion === field)?.text ?? null;
  }
}
