import type { PollReply } from '../../../services/polls';
import type { Standing } from '../../../stores/receipts';
import { sealPlaceWords } from '../../../text/poll-page';
import { phaseOf } from './phase';

/** The place at the title: empty with two lines of words, or the seal of the period's newest ballot. */
export interface SealPlace {
  state: 'none' | 'received' | 'entered' | 'alarm';
  words: readonly string[];
  /** The same for a screen reader. */
  label: string;
}

/** Only what this phone has checked itself bears the filled seal. */
const seals = { received: 'received', counted: 'received', checked: 'entered', alarm: 'alarm' } as const;

/** What stands in the seal's place. @param standing how the newest ballot of the period stands, as this phone knows */
export function sealPlace(poll: PollReply['poll'], me: PollReply['me'], standing: Standing): SealPlace {
  if (me.ballots.length > 0) {
    return { state: seals[standing], words: [], label: sealPlaceWords.label[standing] };
  }
  const words = emptyWords(poll);
  return { state: 'none', words, label: words.join('') };
}

function emptyWords(poll: PollReply['poll']): readonly string[] {
  const phase = phaseOf(poll.stage);
  if (phase !== 'open') return sealPlaceWords[phase];
  return poll.rules.period === 'daily' ? sealPlaceWords.today : sealPlaceWords.once;
}
