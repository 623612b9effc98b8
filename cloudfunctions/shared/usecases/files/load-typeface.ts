import { done, refuse, type Answered } from '../../contract/answered';
import { readOwnFile } from '../../platform/own-file';
import { lackingIn, typefaceFor, type Typeface } from '../../print/typeface';

/** Cut from a font when the function is built: `scripts/build/print-fonts.ts`. */
const fontFiles = { label: 'label-font.otf', rare: 'rare-font.otf' };

/** A text that is going to be printed. @param name of the candidate whose it is; absent for the poll's own */
interface Printed {
  text: string;
  name?: string;
}

/** The typeface for these texts, or by name what it cannot write: paper with boxes on it is worse than none. */
export async function loadTypeface(printed: readonly Printed[]): Promise<Answered<Typeface, 'CHARACTERS_NOT_DRAWN'>> {
  const texts = printed.map(({ text }) => text);
  const typeface = await typefaceFor(await readOwnFile(fontFiles.label), () => readOwnFile(fontFiles.rare), texts);
  const faults = printed.map(({ text, name }) => ({ name, lacking: lackingIn(text, typeface) }));
  const lacking = faults.filter((each) => each.lacking.length > 0);
  if (lacking.length === 0) return done(typeface);
  const characters = [...new Set(lacking.flatMap((each) => each.lacking))].slice(0, 20);
  const names = lacking.flatMap(({ name }) => (name === undefined ? [] : [name])).slice(0, 20);
  return refuse('CHARACTERS_NOT_DRAWN', `no font here has ${characters.join(' ')}`, { characters, names });
}
