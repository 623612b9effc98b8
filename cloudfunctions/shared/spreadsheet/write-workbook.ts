import type { SheetContent } from '../domain/export/workbook';

/** Writes a real .xlsx file. Every text is written as text, whatever it begins with. */
export function writeWorkbook(_sheets: readonly SheetContent[]): Promise<Uint8Array> {
  throw new Error('not written yet');
}
