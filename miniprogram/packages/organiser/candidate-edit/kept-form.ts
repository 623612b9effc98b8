// The texts of a candidate that were typed and not saved, by poll and candidate.
import { dropStored, readStored, store } from '../../../phone/storage';
import type { Texts } from './typed-field';

// Phones hold what was kept under this spelling.
const keyOf = (pollId: string, candidateId: string | undefined): string =>
  `organizer/candidate/${pollId}/${candidateId ?? 'new'}`;

export function keptForm(pollId: string, candidateId: string | undefined): Texts | undefined {
  return readStored<Texts | undefined>(keyOf(pollId, candidateId), isTexts, undefined);
}

export function keepForm(pollId: string, candidateId: string | undefined, texts: Texts): void {
  store(keyOf(pollId, candidateId), texts);
}

export function forgetForm(pollId: string, candidateId: string | undefined): void {
  dropStored(keyOf(pollId, candidateId));
}

/** Only this file writes the key, so the first, the last and the latest member speak for the rest. */
function isTexts(stored: unknown): stored is Texts {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'name' in stored &&
    typeof stored.name === 'string' &&
    'detail' in stored &&
    'criteria' in stored &&
    Array.isArray(stored.criteria)
  );
}
