import { dropStored, readStored, store } from '../../../phone/storage';
import { newRandomId } from '../../../phone/random-id';
import { emptyDraft, type ObjectionDraft } from './objection-draft';

/** What is written and under which id it is sent: the same again until it is answered, so that it is taken in once. */
export interface Writing {
  requestId: string;
  draft: ObjectionDraft;
}

const keyOf = (pollId: string): string => `objectionDraft:${pollId}`;

/** What this phone keeps of an objection to this poll that was not sent; else a new one. */
export function keptWriting(pollId: string): Writing {
  const { requestId, draft } = readStored(keyOf(pollId), isWriting, { requestId: newRandomId(), draft: emptyDraft });
  return { requestId, draft: { ...emptyDraft, ...draft } };
}

/** Pictures lie in WeChat's temporary folder and are gone with the next start, so they are not kept. */
export function keepWriting(pollId: string, { requestId, draft }: Writing): void {
  store(keyOf(pollId), { requestId, draft: { ...draft, pictures: [] } });
}

export function forgetWriting(pollId: string): void {
  dropStored(keyOf(pollId));
}

/** Only this file writes the key. */
function isWriting(stored: unknown): stored is Writing {
  return typeof stored === 'object' && stored !== null && 'requestId' in stored && 'draft' in stored;
}
