/** Why a file was not read; nothing of it was. */
export type SpreadsheetRefusal =
  | { code: 'FILE_EMPTY' }
  /** Bigger than `most` bytes. */
  | { code: 'FILE_TOO_LARGE'; bytes: number; most: number }
  /** Something else: `found` says what, as far as its content tells. */
  | { code: 'NOT_A_SPREADSHEET'; found: 'picture' | 'video' | 'pdf' | 'document' | 'archive' | 'other' }
  /** A spreadsheet, but neither .xlsx nor CSV (WPS's .et counts as xls): to be saved as .xlsx. */
  | { code: 'SPREADSHEET_FORMAT_UNSUPPORTED'; found: 'xls' | 'xlsb' | 'ods' | 'html' | 'xml' }
  /** Opens with a password only. */
  | { code: 'FILE_ENCRYPTED' }
  | { code: 'FILE_DAMAGED' }
  /** Unpacks to more than anyone types: a trap, or formats spread over endless empty rows. */
  | { code: 'CONTENT_TOO_LARGE' }
  | { code: 'TOO_MANY_COLUMNS'; found: number; most: number }
  /** CSV in none of UTF-8, UTF-16 and GB18030. */
  | { code: 'ENCODING_UNKNOWN' }
  /** CSV: a quotation mark in row `row` stands where none may, or never closes. */
  | { code: 'QUOTES_BROKEN'; row: number };

/**
 * How a refusal leaves the depths of a parser; `readSpreadsheet` turns it into a value. Streams and parsers'
 * callbacks know no other way to stop.
 */
export class Refused extends Error {
  constructor(readonly refusal: SpreadsheetRefusal) {
    super(refusal.code);
  }
}
