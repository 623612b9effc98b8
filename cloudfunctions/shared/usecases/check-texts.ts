import { refuse, type Refused } from '../contract/answered';
import { checkText, ContentCheckFault, mostCheckedCharacters } from '../platform/content-check';

/** What may come of a look at texts. */
export type ContentRefusal = 'CONTENT_REFUSED' | 'CONTENT_CHECK_UNAVAILABLE';

/** A text that others will see, and the path of the input's field it came in. */
export interface WrittenText {
  field: string;
  text: string;
}

/** So many calls at once: WeChat takes four thousand a minute of the whole mini-program. */
const atOnce = 5;

/** A text that was not passed, and what WeChat suggests: `review` or `risky`. */
export interface RefusedText {
  written: WrittenText;
  suggest: string;
}

/**
 * Has WeChat look at texts before anything of them is saved, in as few calls as they fit into. What WeChat is not sure of is not
 * passed either.
 * @param openid who wrote them
 * @returns null when all passed, else a refusal that names the first that did not
 */
export async function checkTexts(
  texts: readonly WrittenText[],
  openid: string,
): Promise<Refused<ContentRefusal> | null> {
  try {
    const [first] = await refusedTexts(texts, openid);
    return first === undefined ? null : contentRefused(first);
  } catch (fault) {
    if (!(fault instanceof ContentCheckFault)) throw fault;
    return checkUnavailable();
  }
}

/**
 * All texts that WeChat does not pass, in their order. Those of a bundle that is not passed are looked at in halves, down to the
 * single ones; where they are harmless apart and not together, the first stands for all.
 * @throws ContentCheckFault
 */
export async function refusedTexts(texts: readonly WrittenText[], openid: string): Promise<RefusedText[]> {
  const all = bundles(texts.filter(({ text }) => text.trim() !== ''));
  const refused: RefusedText[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce);
    refused.push(...(await Promise.all(some.map((bundle) => refusedOf(bundle, openid)))).flat());
  }
  // A long text lies in several bundles.
  const seen = new Set<string>();
  return refused.filter(({ written: { field } }) => !seen.has(field) && seen.add(field));
}

export function contentRefused(
  { written: { field }, suggest }: RefusedText,
  more: { problems?: object[] } = {},
): Refused<'CONTENT_REFUSED'> {
  return refuse('CONTENT_REFUSED', `${field}: WeChat’s content check did not pass it`, { field, suggest, ...more });
}

export function checkUnavailable(): Refused<'CONTENT_CHECK_UNAVAILABLE'> {
  return refuse('CONTENT_CHECK_UNAVAILABLE', 'WeChat’s content check did not answer: nothing was saved');
}

async function refusedOf(bundle: readonly WrittenText[], openid: string): Promise<RefusedText[]> {
  const [written] = bundle;
  if (written === undefined) return [];
  const suggest = await checkText(bundle.map(({ text }) => text).join('\n'), openid);
  if (suggest === 'pass') return [];
  if (bundle.length === 1) return [{ written, suggest }];
  const half = Math.ceil(bundle.length / 2);
  const refused = [
    ...(await refusedOf(bundle.slice(0, half), openid)),
    ...(await refusedOf(bundle.slice(half), openid)),
  ];
  return refused.length > 0 ? refused : [{ written, suggest: 'review' }];
}

/** Puts texts together as long as a call takes them; one that is longer goes in pieces. */
function bundles(texts: readonly WrittenText[]): WrittenText[][] {
  const all: WrittenText[][] = [];
  let room = 0;
  for (const written of texts.flatMap(piecesOf)) {
    const length = Array.from(written.text).length + 1;
    if (length > room) {
      all.push([]);
      room = mostCheckedCharacters;
    }
    all.at(-1)?.push(written);
    room -= length;
  }
  return all;
}

/** Pieces that overlap, so that what stands at a cut is seen whole. */
const overlap = 100;

function piecesOf({ field, text }: WrittenText): WrittenText[] {
  const characters = Array.from(text);
  if (characters.length <= mostCheckedCharacters) return [{ field, text }];
  const pieces: WrittenText[] = [];
  for (let from = 0; from < characters.length; from += mostCheckedCharacters - overlap) {
    pieces.push({ field, text: characters.slice(from, from + mostCheckedCharacters).join('') });
  }
  return pieces;
}
