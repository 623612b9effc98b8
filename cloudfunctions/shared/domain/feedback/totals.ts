import type { SurveyQuestion } from '../../universal/survey';
import { placesOf } from './answers';

/** What one person chose, by question. */
export type Choices = readonly (number | readonly number[] | null)[];

/** Counts of all answers, cell by cell, before anything is held back. Options are counted, combinations never. */
export interface Counts {
  answers: number;
  tables: number[][][];
}

/** @returns counts of nobody: for each question its tables, see `SurveyTotals` */
export function noCounts(questions: readonly SurveyQuestion[]): Counts {
  return { answers: 0, tables: questions.map(emptyTables) };
}

function emptyTables(question: SurveyQuestion): number[][] {
  if (question.kind === 'text') return [];
  const table = (cells: number): number[] => Array.from({ length: cells }, () => 0);
  if (question.kind === 'multiple') return question.options.map(() => table(2));
  // Each answer is in one cell of each table, or what is shown of one would tell of another how many passed it over.
  const cells = placesOf(question) + (question.isOptional ? 1 : 0);
  return question.kind === 'matrix' ? question.rows.map(() => table(cells)) : [table(cells)];
}

/** Adds one person's answers. */
export function addTo(counts: Counts, questions: readonly SurveyQuestion[], choices: Choices): void {
  counts.answers += 1;
  for (const [at, question] of questions.entries()) {
    const choice = choices[at] ?? null;
    for (const [row, table] of (counts.tables[at] ?? []).entries()) {
      const cell = cellOf(question, choice, row) ?? table.length - 1;
      table[cell] = (table[cell] ?? 0) + 1;
    }
  }
}

/** @returns undefined where it was passed over: the last cell */
function cellOf(question: SurveyQuestion, choice: Choices[number], row: number): number | undefined {
  if (question.kind === 'multiple') return Array.isArray(choice) && choice.includes(row) ? 0 : 1;
  if (choice === null) return undefined;
  return typeof choice === 'number' ? choice : choice[row];
}
