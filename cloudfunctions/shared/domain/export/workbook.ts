/** What a workbook is written from. */
export interface SheetContent {
  /** At most 31 characters, none of []/\:*? */
  name: string;
  columns: readonly {
    title: string;
    /** In characters of the standard font; a Chinese one takes two. */ width: number;
  }[];
  /** Numbers stay numbers, null is an empty cell. */
  rows: readonly (readonly CellValue[])[];
}

export type CellValue = string | number | null;
