import { Refused, type SpreadsheetRefusal } from './refusal';

type Found = Extract<SpreadsheetRefusal, { code: 'NOT_A_SPREADSHEET' }>['found'];

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

/** What other files begin with; `at` is the first byte's offset. */
const signatures: readonly { found: Found; bytes: readonly number[]; at?: number }[] = [
  { found: 'picture', bytes: [0x89, ...ascii('PNG')] },
  { found: 'picture', bytes: [0xff, 0xd8, 0xff] },
  { found: 'picture', bytes: ascii('GIF8') },
  { found: 'picture', bytes: ascii('WEBP'), at: 8 },
  { found: 'picture', bytes: ascii('II*\0') },
  { found: 'picture', bytes: ascii('MM\0*') },
  { found: 'picture', bytes: ascii('ftyphei'), at: 4 },
  { found: 'picture', bytes: ascii('ftypmif1'), at: 4 },
  { found: 'picture', bytes: ascii('ftypavif'), at: 4 },
  { found: 'video', bytes: ascii('ftyp'), at: 4 },
  { found: 'pdf', bytes: ascii('%PDF') },
  { found: 'document', bytes: ascii('{\\rtf') },
  { found: 'archive', bytes: [...ascii('7z'), 0xbc, 0xaf] },
  { found: 'archive', bytes: ascii('Rar!') },
  { found: 'archive', bytes: [0x1f, 0x8b] },
];

function begins(bytes: Uint8Array, wanted: readonly number[], at = 0): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/** Microsoft's container of old: .xls, .doc, and whatever was saved with a password. */
function refusalOfOle(bytes: Uint8Array): SpreadsheetRefusal {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (stream: string): boolean => content.includes(Buffer.from(stream, 'utf16le'));
  if (names('EncryptedPackage')) return { code: 'FILE_ENCRYPTED' };
  if (names('Workbook') || names('Book')) return { code: 'SPREADSHEET_FORMAT_UNSUPPORTED', found: 'xls' };
  return { code: 'NOT_A_SPREADSHEET', found: names('WordDocument') ? 'document' : 'other' };
}

/**
 * Tells by content how a file is to be read: a zip archive, which may be an .xlsx, or text, which may be CSV.
 * Anything else is refused by name.
 */
export function recognise(bytes: Uint8Array): 'archive' | 'text' {
  if (bytes.length === 0) throw new Refused({ code: 'FILE_EMPTY' });
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'archive';
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw new Refused(refusalOfOle(bytes));
  // Two letters alone could begin a CSV file; a bitmap's reserved bytes could not.
  if (begins(bytes, ascii('BM')) && begins(bytes, [0, 0, 0, 0], 6)) {
    throw new Refused({ code: 'NOT_A_SPREADSHEET', found: 'picture' });
  }
  const other = signatures.find((signature) => begins(bytes, signature.bytes, signature.at));
  if (other) throw new Refused({ code: 'NOT_A_SPREADSHEET', found: other.found });
  return 'text';
}
