import type { Table } from '../domain/imports/table';
import { readCsv } from './csv/read-csv';
import { limits } from './limits';
import { recognise } from './recognise';
import { Refused, type SpreadsheetRefusal } from './refusal';
import { readXlsx } from './xlsx/read-xlsx';

export type SpreadsheetReading = { ok: true; tables: Table[] } | { ok: false; refusal: SpreadsheetRefusal };

/**
 * Reads an organiser's .xlsx or CSV file, told apart by its content. Whatever the file holds, this takes at most
 * three seconds and 256 MB.
 * @param bytes the whole file
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<SpreadsheetReading> {
  try {
    if (bytes.length > limits.bytes) {
      throw new Refused({ code: 'FILE_TOO_LARGE', bytes: bytes.length, most: limits.bytes });
    }
    return { ok: true, tables: recognise(bytes) === 'archive' ? await readXlsx(bytes) : [readCsv(bytes)] };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
