import { limits } from '../limits';
import { Refused } from '../refusal';

/** One character takes seven as an escape. */
const mostEscaped = limits.cellText * 7;

/** A text that comes in pieces. No program writes one longer than a cell holds. */
export function appendText(text: string, piece: string): string {
  if (text.length + piece.length > mostEscaped) throw new Refused({ code: 'FILE_DAMAGED' });
  return text + piece;
}

/** A cell's text as it shows, with the file format's own escapes undone: `_x000D_` is what XML cannot hold. "" for blanks. */
export function cellText(written: string): string {
  const text = written.includes('_x')
    ? written.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : written;
  if (text.length > limits.cellText) throw new Refused({ code: 'FILE_DAMAGED' });
  return text.trim() === '' ? '' : text;
}
