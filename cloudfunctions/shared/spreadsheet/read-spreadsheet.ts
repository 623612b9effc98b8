import type { Table } from '../domain/import/table';
import type { SpreadsheetRefusal } from './refusal';

export type SpreadsheetReading = { ok: true; tables: Table[] } | { ok: false; refusal: SpreadsheetRefusal };

/**
 * Reads an organiser's .xlsx or CSV file, told apart by its content. Whatever the file holds, this takes at most
 * three seconds and 256 MB.
 * @param _bytes the whole file
 */
export function readSpreadsheet(_bytes: Uint8Array): Promise<SpreadsheetReading> {
  throw new Error('not written yet');
}
