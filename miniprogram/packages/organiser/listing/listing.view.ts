import type { FailureState } from '../../../components/page-state/page-state.view';
import { stageTags } from '../../../../cloudfunctions/shared/universal/stage-words';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { ListingQueue } from '../services/installation';
import { listingWords } from '../text/listing';

export interface ListingRow {
  id: string;
  title: string;
  tag: string;
  isOpen: boolean;
  organiser: string;
  summary: string;
  approval: string;
  candidates: string;
  asked: string;
  refuseTitle: string;
}

export type ListingView =
  | { kind: 'loading' }
  | { kind: 'ready'; rows: ListingRow[] }
  | { kind: 'empty'; drawing: 'done'; title: string; detail: string; action: string }
  | FailureState;

/** @param now the server's time, epoch milliseconds */
export function listingView({ polls }: ListingQueue, now: number): ListingView {
  if (polls.length === 0) {
    return { kind: 'empty', drawing: 'done', title: listingWords.none, detail: listingWords.noneDetail, action: '' };
  }
  return {
    kind: 'ready',
    rows: polls.map(({ pollId, title, stage, organiser, summary, approval, requestedAt, candidateCount, measure }) => ({
      id: pollId,
      title,
      tag: stageTags[stage],
      isOpen: stage === 'voting',
      organiser,
      summary,
      approval: approval === '' ? listingWords.noApproval : approval,
      candidates: listingWords.candidates(candidateCount, measure),
      asked: listingWords.asked(momentText(requestedAt, now)),
      refuseTitle: listingWords.refuseTitle(title),
    })),
  };
}
