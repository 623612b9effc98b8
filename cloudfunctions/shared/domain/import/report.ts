/** What a row becomes, before it has an id, pictures or facts. */
export interface DraftCandidate {
  /** The row it was read from, as the file's program numbers it. */
  row: number;
  number: number;
  name: string;
  /** The id of one of the poll's groups. */
  group?: string;
  unit: string;
  sentence: string;
  criteria: { criterion: DraftCriterion; text: string }[];
}

export type DraftCriterion = 'innovation' | 'effectiveness' | 'satisfaction' | 'sustainability';

/** What an import needs to know of the poll. */
export interface ImportContext {
  /** Empty when the poll has no groups. */
  groups: readonly { id: string; name: string }[];
  /** The poll's candidates so far. */
  existing: readonly { number: number; name: string }[];
}

/** What is wrong with a file as a whole. */
export type FileProblem =
  /** No row looks like a header; `expected` are titles that would be understood, the first one is needed. */
  | { code: 'HEADER_NOT_FOUND'; expected: string[] }
  /** Row `row` is the header but no column holds the names. */
  | { code: 'NAME_COLUMN_MISSING'; row: number; expected: string[] }
  /** Two columns hold the same: `columns` are their titles, `cells` where these stand. */
  | { code: 'COLUMN_TWICE'; row: number; columns: string[]; cells: string[] }
  /** The poll has groups and no column holds them. */
  | { code: 'GROUP_COLUMN_MISSING'; row: number; expected: string[]; groups: string[] }
  /** Nothing below the header. */
  | { code: 'NO_CANDIDATES'; row: number }
  /** `found` in the file and `existing` in the poll are more than `most`. */
  | { code: 'TOO_MANY_CANDIDATES'; found: number; existing: number; most: number };

export interface Place {
  /** As the file's program numbers it, from 1. */
  row: number;
  /** Title of the column as the file writes it. */
  column: string;
  /** e.g. "B7" */
  cell: string;
}

export type CellFault =
  | { code: 'NAME_MISSING' }
  /** Not a whole number from `least` to `most`. */
  | { code: 'NUMBER_INVALID'; found: string; least: number; most: number }
  /** No number is left after the highest one for a row that has none. */
  | { code: 'NUMBERS_USED_UP'; most: number }
  /** The number is also in row `otherRow`. */
  | { code: 'NUMBER_TWICE'; number: number; otherRow: number }
  /** The number is that of a candidate of the poll, by the name of `takenBy`. */
  | { code: 'NUMBER_TAKEN'; number: number; takenBy: string }
  | { code: 'NAME_TWICE'; name: string; otherRow: number }
  /** A candidate of the poll has this name, under `number`. */
  | { code: 'NAME_TAKEN'; name: string; number: number }
  | { code: 'GROUP_MISSING'; groups: string[] }
  | { code: 'GROUP_UNKNOWN'; found: string; groups: string[] }
  /** Lengths in characters as a reader counts them: an emoji is one. */
  | { code: 'TEXT_TOO_LONG'; length: number; most: number }
  | { code: 'FORMULA_WITHOUT_VALUE' }
  | { code: 'ERROR_VALUE'; found: string }
  /** The cell is empty because it is merged into `range`, whose value stands in `first` alone. */
  | { code: 'MERGED_CELL'; range: string; first: string }
  | { code: 'DATE_FOR_TEXT'; found: string }
  | { code: 'PICTURE_FOR_TEXT' }
  /** A character that does not show, like "U+0007", as the `position`-th from 1. */
  | { code: 'HIDDEN_CHARACTER'; found: string; position: number };

export type CellProblem = Place & CellFault;

export type ImportProblem = FileProblem | CellProblem;

/** What the import leaves out or changes without being wrong. */
export type ImportWarning =
  /**
   * A column with content that is not read, its title in `cell`: nobody knows it, pictures are added one by one, the
   * poll has no groups, or it numbers the rows while another column has the candidates' numbers.
   */
  | {
      code: 'COLUMN_IGNORED';
      column: string;
      cell: string;
      reason: 'unknown' | 'picture' | 'noGroups' | 'runningNumber';
    }
  | { code: 'PICTURES_IGNORED'; count: number }
  | { code: 'SHEETS_IGNORED'; sheets: string[] }
  /** The example of the template was left in. */
  | { code: 'EXAMPLE_SKIPPED'; row: number }
  /** `count` rows without a number got `first` … `last`. */
  | { code: 'NUMBERS_GIVEN'; count: number; first: number; last: number }
  /** Characters without width were dropped from `count` cells. */
  | { code: 'HIDDEN_CHARACTERS_DROPPED'; count: number };

/** All or nothing: a file with any problem gives no candidate. */
export type ImportReport =
  | { ok: true; sheet: string; candidates: DraftCandidate[]; warnings: ImportWarning[] }
  | {
      ok: false;
      sheet: string;
      /** The first of them, by row and column. */
      problems: ImportProblem[];
      problemCount: number;
      warnings: ImportWarning[];
    };
