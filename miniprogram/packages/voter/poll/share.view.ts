import type { CandidateReply, PollReply } from '../../../services/polls';
import { candidatePath, cardChannel, pollPath } from '../../../routes';
import type { Shared } from '../../../phone/sharing';
import { candidateWords } from '../../../text/candidate-page';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { pollWords, titleLines } from '../../../text/poll-page';
import { termsLine } from '../../../text/share';

/** The card of a poll. @param now the server's clock, epoch milliseconds */
export function pollCard({ poll }: PollReply, now: number): Shared {
  return {
    title: pollWords.share(poll.title),
    path: pollPath(poll.id, cardChannel),
    card: { title: titleLines(poll.title).join('\n'), second: termsLine(poll, now), number: 0 },
    picture: poll.cover ?? '',
  };
}

/** The card of one of its candidates. */
export function candidateCard({ candidate }: CandidateReply, { poll }: PollReply): Shared {
  const { id, name, number, picture } = candidate;
  return {
    title: candidateWords.share(plateText(number), name, poll.title),
    path: candidatePath(poll.id, id, cardChannel),
    card: { title: name, second: poll.title, number },
    picture: picture ?? '',
  };
}
