import type { PollReply } from '../../../services/polls';
import { sealPlaceWords } from '../../../text/poll-page';
import { phaseOf } from './phase';


/** The place at the title: empty with two lines of words, or the seal of the period's newest ballot. */
export interface SealPlace {
  state: 'none' | 'received' | 'entered';
  words: readonly string[];
}

/** What stands in the seal's place; `isEntered` says whether the newest ballot is known to be in the log. */
export function sealPlace(poll: PollReply['poll'], me: PollReply['me'], isEntered: boolean): SealPlace {
  if (me.ballots.length > 0) return { state: isEntered ? 'entered' : 'received', words: [] };
  const phase = phaseOf(poll.stage);
  if (phase !== 'open') return { state: 'none', words: sealPlaceWords[phase] };
  return { state: 'none', words: poll.rules.period === 'daily' ? sealPlaceWords.today : sealPlaceWords.once };
}
