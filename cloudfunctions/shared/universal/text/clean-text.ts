import { visibleLength } from './visible-length';

/** Line ends of all kinds, tabs within a line, and spaces that are not the plain one. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const otherSpaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;

/** What shows nothing and takes no room: Unicode's default-ignorable characters, overrides of direction among them, and Braille's blank. */
const invisible = '[\\p{Default_Ignorable_Code_Point}\\u2800]';

/** One picture of an emoji, with what colours it. */
const picture = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}\\ufe0f?|[\\ufe0e\\ufe0f])?';

/** England, Scotland, Wales: the only flags that are written with tags; others would hide a text of any length. */
const regions = ['gbeng', 'gbsct', 'gbwls'].map((name) =>
  name.replace(/./g, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))),
);

/** Letters of the scripts that join them; their own selectors of forms are of the same scripts, and no letters. */
const joining = '(?!\\p{Default_Ignorable_Code_Point})[\\p{Script=Arabic}\\p{Script=Mongolian}]';
const forms = '[\\u180b-\\u180d\\u180f]';

/** Where such characters are part of what is seen: in emoji, in keycaps, in flags of regions, and in the scripts that join letters. */
const inUse = [
  `\\u{1f3f4}(?:${regions.join('|')})\\u{e007f}`,
  `${picture}(?:\\u200d${picture})*`,
  '[0-9#*]\\ufe0f\\u20e3',
  `(?!\\p{Default_Ignorable_Code_Point})\\p{Script=Mongolian}${forms}`,
  `(?<=${joining}${forms}?)[\\u200c\\u200d](?=${joining})`,
].join('|');

const invisibleOrInUse = new RegExp(`(?<kept>${inUse})|${invisible}`, 'gu');
const anyInvisible = new RegExp(invisible, 'u');

/** Controls, halves of characters, what is none, and what a wrong decoding leaves. */
const hidden = /(?!\n)\p{Cc}|\p{Cs}|[\ufdd0-\ufdef\ufff9-\uffff]/u;

/** Something to see: a letter, a figure, punctuation or a symbol. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

export interface CleanedText {
  text: string;
  /** Characters that do not show were in it. */
  hasDropped: boolean;
  /** The first character that must not be there, like "U+0007", as the `position`-th from 1 as a reader counts. */
  hidden?: { found: string; position: number };
}

/**
 * A text that somebody wrote as it is kept, wherever it came in: typed, pasted or from a sheet.
 * @param lines whether it may have several; else they are joined by spaces
 */
export function cleanText(text: string, lines: 'one' | 'many'): CleanedText {
  const even = text.replace(lineEnds, '\n').replace(otherSpaces, ' ');
  const wide = anyInvisible.test(even) ? even.replace(invisibleOrInUse, '$<kept>') : even;
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
