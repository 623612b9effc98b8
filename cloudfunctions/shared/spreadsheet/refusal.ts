/** Why a file was not read; nothing of it was. */
export type SpreadsheetRefusal =
  | { code: 'FILE_EMPTY' }
  /** Bigger than `most` bytes. */
  | { code: 'FILE_TOO_LARGE'; bytes: number; most: number }
  /** Something else: `found` says what, as far as its first bytes tell. */
  | { code: 'NOT_A_SPREADSHEET'; found: 'picture' | 'pdf' | 'document' | 'archive' | 'other' }
  /** A spreadsheet in another format than .xlsx and CSV (.xls, .xlsb, .et, .ods, a web page): to be saved as .xlsx. */
  | { code: 'SPREADSHEET_FORMAT_UNSUPPORTED'; found: 'xls' | 'xlsb' | 'ods' | 'html' | 'xml' }
  /** Opens with a password only. */
  | { code: 'FILE_ENCRYPTED' }
  | { code: 'FILE_DAMAGED' }
  /** Unpacks to more than anyone types: a trap, or formats spread over endless empty rows. */
  | { code: 'CONTENT_TOO_LARGE' }
  | { code: 'TOO_MANY_COLUMNS'; found: number; most: number }
  /** CSV in none of UTF-8, UTF-16 and GB18030. */
  | { code: 'ENCODING_UNKNOWN' }
  /** CSV: a quotation mark that opens in row `row` never closes. */
  | { code: 'QUOTE_NOT_CLOSED'; row: number };
