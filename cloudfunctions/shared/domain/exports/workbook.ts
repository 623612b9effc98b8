/** A sheet to write: a header row that stays in sight, and rows below it. */
export interface SheetContent {
  /** At most 31 characters, none of []/\:*? and not '' */
  name: string;
  columns: readonly SheetColumn[];
  /** One value per column. */
  rows: readonly (readonly CellValue[])[];
}

export interface SheetColumn {
  title: string;
  /** In characters of the standard font; a Chinese one takes two. */
  width: number;
}

/** Numbers stay numbers, texts stay texts whatever they begin with, null is an empty cell. */
export type CellValue = string | number | null;
