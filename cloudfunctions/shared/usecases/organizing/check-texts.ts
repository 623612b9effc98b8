import { refuse, type Refused } from '../../contract/outcome';
import { checkText, ContentCheckFault, mostCheckedCharacters } from '../../platform/content-check';

/** A text that others will see, and the path of the input's field it came in. */
export interface WrittenText {
  field: string;
  text: string;
}

/** So many calls at once: WeChat takes four thousand a minute of the whole mini-program. */
const atOnce = 5;

/**
 * Has WeChat look at texts before anything of them is saved: in as few calls as they fit into, and one by one only to name
 * the field that was not passed. What WeChat is not sure of is not passed either.
 * @param openid who wrote them
 * @returns null when all passed
 */
export async function checkTexts(texts: readonly WrittenText[], openid: string): Promise<Refused | null> {
  const written = texts.filter(({ text }) => text.trim() !== '');
  try {
    const all = bundles(written);
    for (let from = 0; from < all.length; from += atOnce) {
      const some = all.slice(from, from + atOnce);
      const verdicts = await Promise.all(some.map((bundle) => checkText(joined(bundle), openid)));
      const bundle = some[verdicts.findIndex((suggest) => suggest !== 'pass')];
      if (bundle !== undefined) return await nameRefused(bundle, openid);
    }
    return null;
  } catch (fault) {
    if (!(fault instanceof ContentCheckFault)) throw fault;
    return refuse('CONTENT_CHECK_UNAVAILABLE', 'WeChat’s content check did not answer: nothing was saved');
  }
}

function joined(bundle: readonly WrittenText[]): string {
  return bundle.map(({ text }) => text).join('\n');
}

async function nameRefused(bundle: readonly WrittenText[], openid: string): Promise<Refused> {
  for (const { field, text } of bundle) {
    const suggest = await checkText(text, openid);
    if (suggest !== 'pass') return refused(field, suggest);
  }
  // Harmless apart and not together: the first field stands for all.
  return refused(bundle[0]?.field ?? 'input', 'review');
}

function refused(field: string, suggest: string): Refused {
  return refuse('CONTENT_REFUSED', `${field}: WeChat’s content check did not pass it`, { field, suggest });
}

/** Puts texts together as long as a call takes them. No field is longer than a call: the contract sees to that. */
function bundles(texts: readonly WrittenText[]): WrittenText[][] {
  const all: WrittenText[][] = [];
  let room = 0;
  for (const written of texts) {
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
