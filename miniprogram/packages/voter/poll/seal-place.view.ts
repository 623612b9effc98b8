import type { PollReply } from '../../../services/polls';
import { sealPlaceWords } from '../../../text/poll-page';
import { phaseOf } from './phase';

/** The place at the title: empty with two lines of words, or the seal of the period's newest ballot. */
export interface SealPlace {
  state: 'none' | 'received' | 'entered';
  words: readonly string[];
  /** The same for a screen reader. */
  label: string;
}

/** What stands in the seal's place; `isEntered` says whether the newest ballot is known to be in the log. */
export function sealPlace(poll: PollReply['poll'], me: PollReply['me'], isEntered: boolean): SealPlace {
  if (me.ballots.length > 0) {
    const state = isEntered ? 'entered' : 'received';
    return { state, words: [], label: sealPlaceWords.label[state] };
  }
  const words = emptyWords(poll);
  return { state: 'none', words, label: words.join('') };
}

function emptyWords(poll: PollReply['poll']): readonly string[] {
  const phase = phaseOf(poll.stage);
  if (phase !== 'open') return sealPlaceWords[phase];
  return poll.rules.period === 'daily' ? sealPlaceWords.today : sealPlaceWords.once;
}
