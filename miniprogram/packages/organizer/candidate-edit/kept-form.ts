// The texts of a candidate that were typed and not saved, by poll and candidate.
import { readDevice, writeDevice } from '../../../stores/device';
import type { Texts } from './candidate-form';

const keyOf = (pollId: string, candidateId: string | undefined): string =>
  `organizer/candidate/${pollId}/${candidateId ?? 'new'}`;

export function keptForm(pollId: string, candidateId: string | undefined): Texts | undefined {
  return readDevice<Texts | undefined>(keyOf(pollId, candidateId), isTexts, undefined);
}

export function keepForm(pollId: string, candidateId: string | undefined, texts: Texts): void {
  writeDevice(keyOf(pollId, candidateId), texts);
}

export function forgetForm(pollId: string, candidateId: string | undefined): void {
  wx.removeStorageSync(keyOf(pollId, candidateId));
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
