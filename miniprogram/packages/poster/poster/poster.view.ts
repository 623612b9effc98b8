import { failureState, type FailureState } from '../../../components/page-state/page-state.view';
import type { CandidateReply, PollReply } from '../../../services/polls';
import { participationOf } from '../../../../cloudfunctions/shared/universal/participation';
import { pageStateWords } from '../../../text/buttons';
import { titleLines } from '../../../text/poll-page';
import { partnerLines } from '../../../text/poll-texts';
import type { Poster } from '../drawing/poster';
import type { MadePoster } from '../drawing/make-poster';
import { callText, deadlineText, noPosterWords, posterFigures, posterWords } from '../text/poster';

export type PosterView = { kind: 'loading' } | { kind: 'ready'; file: string; label: string } | FailureState;

/** Why this poll or candidate has no poster; null where it has one. */
export function noPoster({ poll }: PollReply, story: CandidateReply | undefined): FailureState | null {
  const participation = story === undefined ? 'standing' : participationOf(story.candidate);
  const why = poll.isForGroups === true ? 'group' : participation;
  if (why === 'standing') return null;
  return { kind: 'empty', drawing: 'mark', ...noPosterWords[why], action: noPosterWords.toPoll };
}

/** @param now the server's clock, epoch milliseconds */
export function posterOf({ poll }: PollReply, story: CandidateReply | undefined, now: number): Poster {
  const shared = { figures: posterFigures(poll), call: callText(poll, now) };
  const deadline = deadlineText(poll, now);
  const isOver = now >= poll.votingEndAt;
  if (story === undefined) {
    return {
      ...shared,
      lead: isOver ? posterWords.hosts(poll.organiser) : posterWords.invites(poll.organiser),
      title: titleLines(poll.title).join('\n'),
      partners: partnerLines(poll),
      origin: '',
      sentence: '',
      terms: [deadline, posterWords.noPhone, posterWords.receipt],
      number: 0,
    };
  }
  const { name, unit, sentence, number } = story.candidate;
  return {
    ...shared,
    lead: poll.title,
    title: name,
    partners: [],
    origin: unit,
    sentence,
    terms: [deadline, posterWords.noPhone, posterWords.hosts(poll.organiser)],
    number,
  };
}

/** @param title what the poster is of */
export function madeView(made: MadePoster, title: string, now: number): PosterView {
  if (made.ok) return { kind: 'ready', file: made.file, label: posterWords.label(title) };
  if (made.error === 'drawing')
    return { kind: 'failed', drawing: 'fault', ...noPosterWords.drawing, action: pageStateWords.retry };
  const state = failureState(made.error, now);
  return made.error.code === 'WECHAT_UNAVAILABLE' ? { ...state, ...noPosterWords.code } : state;
}
