import type { CheckpointRefusal } from '../../../cloudfunctions/shared/universal/ledger/note/checkpoint';
import type { Unsound } from '../worker/messages';
import { codeTexts, heldCheckpointText, type Explanation } from './codes';
import { likenessTexts } from './page';

/** All that can be said of a checkpoint by itself. */
const aboutCheckpoints: Record<CheckpointRefusal, true> = {
  NOTE_MALFORMED: true,
  SIGNATURE_UNKNOWN: true,
  SIGNATURE_INVALID: true,
  CHECKPOINT_MALFORMED: true,
  ORIGIN_MISMATCH: true,
};

/** What a fault means in plain words, and what to do about it. */
export function explain({ failure: { code }, word, likeness }: Unsound): Explanation {
  if (likeness !== null) return { means: likenessTexts[likeness], advice: 'choose' };
  // Checkpoints from elsewhere are opened as soon as the bundle has told its key.
  return word === 'key' && Object.hasOwn(aboutCheckpoints, code) ? heldCheckpointText : codeTexts[code];
}
