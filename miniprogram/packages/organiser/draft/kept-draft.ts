// What was typed and has not reached the cloud yet, by poll. It survives a closed page and a dead battery.
import { dropStored, readStored, store } from '../../../phone/storage';
import type { PollChange } from '../services/polls';
import type { Unsaved as Kept } from './rebase';

type Unsaved = Kept<PollChange>;

// Phones hold what was kept under this spelling.
const keyOf = (pollId: string): string => `organizer/draft/${pollId}`;
const nothing: Unsaved = { base: {}, change: {} };

/** What this phone still holds of a poll; nothing where all is saved. */
export function keptDraft(pollId: string): Unsaved {
  const { base, change } = readStored(keyOf(pollId), isUnsaved, nothing);
  return { base: withNamesOfToday(base), change: withNamesOfToday(change) };
}

/** What an earlier release kept is saved under the name that its field has today. */
function withNamesOfToday(fields: PollChange): PollChange {
  const { objection, ...rest } = fields as PollChange & { objection?: string };
  return objection === undefined ? fields : { objectionChannel: objection, ...rest };
}

export function keepDraft(pollId: string, unsaved: Unsaved): void {
  store(keyOf(pollId), unsaved);
}

export function forgetDraft(pollId: string): void {
  dropStored(keyOf(pollId));
}

/** Only this file writes the key, so that both parts are there speaks for the rest. */
function isUnsaved(stored: unknown): stored is Unsaved {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'base' in stored &&
    typeof stored.base === 'object' &&
    'change' in stored &&
    typeof stored.change === 'object'
  );
}
