import { coverageOf, type Coverage } from './coverage';

interface Face {
  bytes: Uint8Array;
  covers: Coverage;
}

/** What is written with: the usual characters, and where a text has others, the font that has the rest. */
export interface Typeface {
  label: Face;
  rare?: Face;
}

/** What nobody sees takes no place, and no font has it. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** A text as it is drawn: in one line, without what nobody sees. */
export function drawnText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unseen, '').normalize('NFC').trim();
}

/**
 * @param label the font of the usual characters
 * @param loadRare the font of the others, which is large, so that only who needs it pays
 * @param texts all that is going to be written
 */
export async function typefaceFor(
  label: Uint8Array,
  loadRare: () => Promise<Uint8Array>,
  texts: readonly string[],
): Promise<Typeface> {
  const face = faceOf(label);
  if (texts.every((text) => lacking(text, [face]).length === 0)) return { label: face };
  return { label: face, rare: faceOf(await loadRare()) };
}

function faceOf(bytes: Uint8Array): Face {
  return { bytes, covers: coverageOf(bytes) };
}

/** The characters of a text that the typeface has not, each once. */
export function lackingIn(text: string, { label, rare }: Typeface): string[] {
  return lacking(text, rare === undefined ? [label] : [label, rare]);
}

function lacking(text: string, faces: readonly Face[]): string[] {
  const codes = new Set(Array.from(drawnText(text), (character) => character.codePointAt(0) ?? 0));
  return [...codes]
    .filter((code) => !faces.some(({ covers }) => covers(code)))
    .map((code) => String.fromCodePoint(code));
}

/** A text in runs of one font each. */
export function runsOf(text: string, { label, rare }: Typeface): { font: 'label' | 'rare'; text: string }[] {
  const runs: { font: 'label' | 'rare'; text: string }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const font = rare !== undefined && !label.covers(code) && rare.covers(code) ? 'rare' : 'label';
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}
