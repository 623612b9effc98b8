import { chineseLooks, unicodeLooks } from './look-table';

/** Characters by the one that stands for their look. */
const looks = new Map<string, string>();
for (const row of `${unicodeLooks} ${chineseLooks}`.split(' ')) {
  const characters = Array.from(row);
  // A row that meets an earlier one joins it.
  const stands = characters.map((each) => looks.get(each)).find((each) => each !== undefined) ?? row.slice(0, 1);
  for (const character of characters) looks.set(character, looks.get(character) ?? stands);
}

/** A name as it looks: width, case, white space, punctuation and what does not show aside, and look-alikes as one. */
export function lookOf(name: string): string {
  return Array.from(name.normalize('NFKC'), (character) => looks.get(character) ?? character)
    .map((character) => {
      const small = character.toLowerCase();
      return looks.get(small) ?? small;
    })
    .join('')
    .replace(/[\s\p{P}\p{S}\p{Default_Ignorable_Code_Point}]+/gu, '');
}
