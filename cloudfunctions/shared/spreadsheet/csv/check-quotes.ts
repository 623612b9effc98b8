import { Refused } from '../refusal';

/**
 * Refuses a text with a quotation mark that never closes, or after which something else stands than the end of its
 * field. The parser would guess on, and keeps a record of every such mark.
 * @param text lines end in "\n"
 */
export function checkQuotes(text: string, delimiter: string): void {
  let row = 1;
  let isFieldStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isFieldStart && character === '"') {
      const end = closingQuote(text, at);
      const next = /[^ ]/.exec(text.slice(end + 1, end + 100))?.[0] ?? '\n';
      if (end < 0 || (next !== delimiter && next !== '\n')) throw new Refused({ code: 'QUOTES_BROKEN', row });
      at = end;
      isFieldStart = false;
    } else {
      if (character === '\n') row += 1;
      isFieldStart = character === delimiter || character === '\n';
    }
  }
}

/** Where the quotation that opens at `at` closes, a doubled mark being part of it; -1 when it never does. */
function closingQuote(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
}
