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

/**
 * A text for the file format, which writes characters XML cannot hold, or must not alter, as `_x000D_`. What reads
 * like such an escape is escaped itself. Halves of characters and what is no character become U+FFFD.
 */
export function escapeText(text: string): string {
  const escaped = text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/\p{Cs}|[\ufdd0-\ufdef\ufffd-\uffff]|[\u{1fffe}\u{1ffff}]/gu, '_xFFFD_')
    .replace(/(?![\t\n])\p{Cc}/gu, escapeOf);
  // The library looks texts up in a plain object and would take these for found.
  return escaped in Object.prototype ? escapeOf(escaped.charAt(0)) + escaped.slice(1) : escaped;
}

function escapeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
