import { visibleLength } from './visible-length';

/** Line ends of all kinds, tabs within a line, and spaces that are not the plain one. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const otherSpaces = /[\t\u00a0\u2000-\u200a\u202f\u205f]/g;

/** Without width and without use in Chinese; copied along from web pages. Joiners stay: emoji are made with them. */
const withoutWidth = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;

/** Controls, overrides of direction, halves of characters, what is none, and what a wrong decoding leaves. */
const hidden = /(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufff9-\uffff]/u;

/** Something to see: a letter, a figure, punctuation or a symbol. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

export interface CleanedText {
  text: string;
  /** Characters without width were in it. */
  hasDropped: boolean;
  /** The first character that must not be there, like "U+202E", as the `position`-th from 1 as a reader counts. */
  hidden?: { found: string; position: number };
}

/**
 * A cell's text as it is kept.
 * @param lines whether it may have several; else they are joined by spaces
 */
export function cleanText(text: string, lines: 'one' | 'many'): CleanedText {
  const even = text.replace(lineEnds, '\n').replace(otherSpaces, ' ');
  const wide = even.replace(withoutWidth, '');
  const kept = lines === 'one' ? wide.replace(/\s+/g, ' ') : evenLines(wide);
  const cleaned = { text: visible.test(kept) ? kept.trim() : '', hasDropped: wide !== even };
  const match = hidden.exec(even);
  if (!match) return cleaned;
  return { ...cleaned, hidden: { found: codeOf(match[0]), position: visibleLength(even.slice(0, match.index)) + 1 } };
}

/** No blanks at the ends of lines, and one empty line at most. */
function evenLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text as two people would call it the same: full and half width, spaces and case aside. */
export function likeness(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
