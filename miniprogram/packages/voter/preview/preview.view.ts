import type { GridItem } from '../../../components/candidate-grid/candidate-grid.view';
import type { CandidateReply, PollReply } from '../../../services/polls';
import type { PollPreview } from '../../../services/polls';
import { candidateView, type CandidateView } from '../candidate/candidate.view';
import { gridItems, pollView, type PollView } from '../poll/poll.view';

/** The page of the poll, or with a candidate's id that candidate's page. */
export type Preview =
  { kind: 'poll'; poll: PollView; items: GridItem[] } | { kind: 'candidate'; candidate: CandidateView };

/** Null where the poll has no such candidate. */
export function previewOf(preview: PollPreview, candidateId: string): Preview | null {
  const reply = replyOf(preview);
  if (candidateId === '') {
    return {
      kind: 'poll',
      poll: pollView(reply, preview.poll.votingStartAt, 'received'),
      items: gridItems(reply.candidates),
    };
  }
  const candidate = preview.candidates.find(({ id }) => id === candidateId);
  return candidate ? { kind: 'candidate', candidate: candidateView({ candidate }, reply, 0) } : null;
}

/** The same with the first of its candidates alone: the others come as one scrolls. @param count how many */
export function firstItems(preview: Preview, count: number): Preview {
  return preview.kind === 'poll' ? { ...preview, items: preview.items.slice(0, count) } : preview;
}

/** As `poll.get` answers at the first moment of the vote to somebody who has not voted. */
function replyOf({ poll, candidates }: PollPreview): PollReply {
  const ballotsLeft = poll.rules.ballotsPerPeriod;
  const me = { ballotsLeft, period: '', nth: 1, nextAt: null, ballots: [], shuffleSeed: 0 };
  const shown: CandidateReply['candidate'][] = candidates;
  return { poll: { ...poll, stage: 'voting' }, candidates: shown, me, can: { cast: true } };
}
