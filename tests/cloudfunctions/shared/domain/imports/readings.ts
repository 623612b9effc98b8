import { readCandidates } from '../../../../../cloudfunctions/shared/domain/imports/read-candidates';
import type {
  Corrections,
  DraftCandidate,
  ImportContext,
  ImportReport,
} from '../../../../../cloudfunctions/shared/domain/imports/report';
import type { Table } from '../../../../../cloudfunctions/shared/domain/imports/table';
import { noContext } from './tables';

/** A poll that asks for no texts and has no groups. */
export const plain: ImportContext = { ...noContext, criteria: [] };
export const grouped = (...names: string[]): ImportContext => ({
  ...plain,
  groups: names.map((name) => ({ id: `id-${name}`, name })),
});

export function read(tables: Table[], context = plain, corrections: Corrections = {}): ImportReport {
  return readCandidates(tables, context, corrections);
}

export function candidatesOf(report: ImportReport): DraftCandidate[] {
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return report.candidates;
}

export const namesOf = (report: ImportReport): string[] => candidatesOf(report).map(({ name }) => name);
export const numbersOf = (report: ImportReport): number[] => candidatesOf(report).map(({ number }) => number);
export const leftOut = (report: ImportReport): [number, string][] =>
  report.warnings.flatMap((each) =>
    each.code === 'ROW_LEFT_OUT' ? [[each.row, each.reason] as [number, string]] : [],
  );
export const unused = (report: ImportReport): string[] =>
  report.warnings.flatMap((each) => (each.code === 'COLUMN_IGNORED' ? [`${each.column} ${each.reason}`] : []));
