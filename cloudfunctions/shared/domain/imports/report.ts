import type { DraftCriterion, ImportField } from './columns';

/** What a row becomes, before it has an id, pictures or facts. */
export interface DraftCandidate {
  /** The row it was read from, as the file's program numbers it. */
  row: number;
  /** The sheet it was read from, among the file's sheets from 0. */
  sheet: number;
  number: number;
  name: string;
  /** The id of one of the poll's groups. */
  group?: string;
  unit: string;
  sentence: string;
  detail: string;
  criteria: { criterion: DraftCriterion; text: string }[];
}

/** What an import needs to know of the poll. */
export interface ImportContext {
  /** Empty when the poll has no groups. */
  groups: readonly { id: string; name: string }[];
  /** Texts that the poll's candidates give; no other is read. */
  criteria: readonly DraftCriterion[];
  /** The poll's candidates so far. */
  existing: readonly { number: number; name: string }[];
}

/** What a clerk decides where the import guessed otherwise; it goes before every rule. */
export interface Corrections {
  /** Sheets among the file's from 0. */
  sheets?: readonly { sheet: number; isTaken: boolean }[] | undefined;
  /** Columns from 0, of the first sheet that is read and of those that are read like it. `null` leaves one out. */
  columns?: readonly { column: number; use: ImportField | null }[] | undefined;
  /** Rows as the file's program numbers them. */
  rows?: readonly { sheet: number; row: number; isTaken: boolean }[] | undefined;
}

/** What is wrong with a file as a whole. */
export type FileProblem =
  /** No row looks like a header; `expected` are titles that would be understood, the first one is needed. */
  | { code: 'HEADER_NOT_FOUND'; expected: string[] }
  /** A form about one candidate, its titles below each other, the first of them in `cell`. */
  | { code: 'ONE_CANDIDATE_FORM'; row: number; cell: string; found: string }
  /** Row `row` is the header but no column holds the names. */
  | { code: 'NAME_COLUMN_MISSING'; row: number; expected: string[] }
  /** Two columns hold the same: `columns` are their titles, `cells` where these stand. */
  | { code: 'COLUMN_TWICE'; row: number; columns: string[]; cells: string[] }
  /** Lists stand beside each other, in these columns: a row of the file would be several candidates. */
  | { code: 'LISTS_SIDE_BY_SIDE'; row: number; columns: string[] }
  /** The poll has groups and nothing says which candidate is in which. */
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
  /** Name of the sheet, where more than one is read. */
  sheet?: string;
}

export type CellFault =
  | { code: 'NAME_MISSING' }
  /** Not a whole number from `least` to `most`. */
  | { code: 'NUMBER_INVALID'; found: string; least: number; most: number }
  /** No number is left after the highest one for a row that has none. */
  | { code: 'NUMBERS_USED_UP'; most: number }
  /** The number is also in row `otherRow`. */
  | { code: 'NUMBER_TWICE'; number: number; otherRow: number; otherSheet?: string }
  /** The number is that of a candidate of the poll, by the name of `takenBy`. */
  | { code: 'NUMBER_TAKEN'; number: number; takenBy: string }
  | { code: 'NAME_TWICE'; name: string; otherRow: number; otherSheet?: string }
  /** A candidate of the poll has this name, under `number`. */
  | { code: 'NAME_TAKEN'; name: string; number: number }
  | { code: 'GROUP_MISSING'; groups: string[] }
  | { code: 'GROUP_UNKNOWN'; found: string; groups: string[] }
  /** Lengths in characters as a reader counts them: an emoji is one. `found` is how it begins. */
  | { code: 'TEXT_TOO_LONG'; length: number; most: number; found: string }
  | { code: 'FORMULA_WITHOUT_VALUE' }
  | { code: 'ERROR_VALUE'; found: string }
  /** The cell is empty because it is merged into `range`, whose value stands in `first` alone. */
  | { code: 'MERGED_CELL'; range: string; first: string }
  | { code: 'DATE_FOR_TEXT'; found: string }
  | { code: 'PICTURE_FOR_TEXT' }
  /** A character that does not show, like "U+0007", as the `position`-th from 1. */
  | { code: 'HIDDEN_CHARACTER'; found: string; position: number }
  /** WeChat's content check did not pass the text. */
  | { code: 'CONTENT_REFUSED'; found: string; suggest: string };

export type CellProblem = Place & CellFault;

export type ImportProblem = FileProblem | CellProblem;

/** Why a column with content is not read. */
export type IgnoredColumn =
  /** Nobody knows its title, or it has none. */
  | 'unknown'
  /** Pictures and files are added one by one. */
  | 'picture'
  /** Contacts, persons, papers: known, and nothing to publish. */
  | 'private'
  | 'noGroups'
  | 'noCriterion'
  /** It numbers the rows while another column has the candidates' numbers. */
  | 'runningNumber'
  /** Another column, `used`, says the same better. */
  | 'other'
  | 'hidden'
  /** The clerk left it out. */
  | 'excluded';

/** Why a row below the header is no candidate. */
export type LeftOutRow =
  | 'hidden'
  /** The header once more, as on a second page, or the title above it. */
  | 'header'
  /** What is to be filled in, e.g. "20字以内". */
  | 'hint'
  /** The columns' own numbers. */
  | 'columnNumbers'
  /** A heading for the rows below it. */
  | 'section'
  /** Sums, signatures, remarks. */
  | 'footer'
  | 'example'
  /** A number alone, typed in advance. */
  | 'empty'
  /** Something stands in it, but in no column that is read. */
  | 'unread'
  | 'excluded';

/** What the import leaves out or changes without being wrong. */
export type ImportWarning =
  /** A column with content that is not read, its title in `cell`, below the title `under` where that stands above several. */
  | { code: 'COLUMN_IGNORED'; column: string; cell: string; reason: IgnoredColumn; used?: string; under?: string }
  /** Texts of the column are too long for a sentence, so all of it is kept as the detail, which takes `most`. */
  | { code: 'TEXT_KEPT_AS_DETAIL'; column: string; cell: string; longest: number; most: number }
  | { code: 'PICTURES_IGNORED'; count: number }
  | { code: 'SHEETS_IGNORED'; sheets: string[] }
  /** Below the first list of a sheet stand others with other columns, whose titles are in these rows. */
  | { code: 'LISTS_STACKED'; rows: number[] }
  /** The example of the template was left in. */
  | { code: 'EXAMPLE_SKIPPED'; row: number; sheet?: string }
  /** `found` is how the row begins. */
  | { code: 'ROW_LEFT_OUT'; row: number; reason: LeftOutRow; found: string; sheet?: string }
  /** `count` rows without a number got `first` … `last`. */
  | { code: 'NUMBERS_GIVEN'; count: number; first: number; last: number }
  /** `count` rows whose own number is none, or is not free, got `first` … `last`; the first of them said `found`. */
  | { code: 'NUMBERS_CHANGED'; count: number; first: number; last: number; row: number; found: string }
  /** Characters without width were dropped from `count` cells. */
  | { code: 'HIDDEN_CHARACTERS_DROPPED'; count: number }
  /** WeChat's content check did not answer; it is asked again before anything is written. */
  | { code: 'CONTENT_UNCHECKED' };

/** A sheet with content, and whether it is read. */
export interface SheetShown {
  sheet: number;
  name: string;
  isTaken: boolean;
}

/** A column of the first sheet that is read: what it is taken for, and what stands in it. */
export interface ColumnShown {
  column: number;
  /** Where its title stands, e.g. "B1"; its letters alone where there is no header. */
  cell: string;
  /** "" where it has none. */
  title: string;
  use: ImportField | null;
  /** Why it is not read. */
  reason?: IgnoredColumn;
  /** The first texts and the last one, cut short. */
  samples: string[];
}

/** A row below a header. */
export interface RowShown {
  sheet: number;
  row: number;
  isTaken: boolean;
  reason?: LeftOutRow;
  /** The candidate's name, or how the row begins; cut short. */
  text: string;
}

/** What the clerk sees of the file, and may correct. */
export interface FileShown {
  sheets: SheetShown[];
  columns: ColumnShown[];
  rows: RowShown[];
}

/** All or nothing: a file with any problem gives no candidate. */
export type ImportReport = FileShown & {
  /** Name of the first sheet that is read. */
  sheet: string;
  warnings: ImportWarning[];
  /** Where a candidate's field was read. */
  placeOf: (draft: Pick<DraftCandidate, 'row' | 'sheet'>, field: ImportField) => Place;
} & (
    | { ok: true; candidates: DraftCandidate[] }
    | {
        ok: false;
        /** The first of them, by row and column. */
        problems: ImportProblem[];
        problemCount: number;
        /** What could be read all the same, so that everything about it can be told in one round. */
        drafts: DraftCandidate[];
      }
  );
