import type { Corrections } from '../services/candidates';

type Column = NonNullable<Corrections['columns']>[number];
type Row = NonNullable<Corrections['rows']>[number];
type Sheet = NonNullable<Corrections['sheets']>[number];

/** What was decided of columns, rows and sheets, with one decision more; the latest of a place holds. */
export function withColumn({ columns = [], ...rest }: Corrections, decided: Column): Corrections {
  // A field has one column: whoever takes it, takes it from the one that was told to have it.
  const others = columns.filter(
    ({ column, use }) => column !== decided.column && (use === null || use !== decided.use),
  );
  return { ...rest, columns: [...others, decided] };
}

export function withRow({ rows = [], ...rest }: Corrections, decided: Row): Corrections {
  const others = rows.filter(({ sheet, row }) => sheet !== decided.sheet || row !== decided.row);
  return { ...rest, rows: [...others, decided] };
}

/** With another sheet the columns may be other ones. */
export function withSheet({ sheets = [], rows = [] }: Corrections, decided: Sheet): Corrections {
  const others = sheets.filter(({ sheet }) => sheet !== decided.sheet);
  return { rows, sheets: [...others, decided] };
}

export function isCorrected({ sheets = [], columns = [], rows = [] }: Corrections): boolean {
  return sheets.length + columns.length + rows.length > 0;
}
