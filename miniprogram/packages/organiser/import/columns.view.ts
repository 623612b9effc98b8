import type { ImportReport } from '../services/candidates';
import { fieldNames, importWords } from '../text/import';
import { ignoredBecause } from '../text/import-problems';

/** A column of the file, with the picker above it. */
export interface ColumnCard {
  column: number;
  /** B1 */
  cell: string;
  title: string;
  /** What it is taken for now, and its place among the picker's words. */
  use: string;
  at: number;
  isUsed: boolean;
  /** Why it is left out, '' where it is not. */
  reason: string;
  samples: { key: number; text: string }[];
  label: string;
}

/** What a column may be taken for; the last one is none of it. */
export function useNames({ uses }: ImportReport): string[] {
  return [...uses.map((use) => fieldNames[use] ?? use), importWords.unused];
}

/** The file's columns from the left, as many as it has. */
export function columnCards(report: ImportReport): ColumnCard[] {
  const names = useNames(report);
  return report.columns.map(({ column, cell, title, use, reason = '', samples }) => {
    const at = use === null ? names.length - 1 : report.uses.indexOf(use);
    const shownTitle = title === '' ? importWords.untitled : title;
    const shownUse = names[at] ?? importWords.unused;
    return {
      column,
      cell,
      at,
      title: shownTitle,
      use: shownUse,
      isUsed: use !== null,
      reason: use === null && Object.hasOwn(ignoredBecause, reason) ? (ignoredBecause[reason] ?? '') : '',
      samples: (samples.length > 0 ? samples : [importWords.emptyColumn]).map((text, key) => ({ key, text })),
      label: importWords.columnLabel(shownTitle, shownUse),
    };
  });
}

/** What the picker's choice says. @param at its place among the words */
export function chosenUse({ uses }: ImportReport, at: number): ImportReport['uses'][number] | null {
  return uses[at] ?? null;
}
