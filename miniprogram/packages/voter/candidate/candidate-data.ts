import type { FailureState } from '../../../components/page-state/failure-state';
import type { BarNotice, BarView } from '../../../components/selection-bar/bar';
import type { SinglePage } from '../timeline/single-page';
import type { CandidateView } from './candidate.view';

/** What the candidate page's template shows. */
export interface CandidateData {
  kind: 'loading' | 'ready' | 'stopped';
  failure: FailureState | null;
  view: CandidateView | null;
  bar: BarView | null;
  notice: BarNotice | null;
  isElder: boolean;
  /** Set in the timeline, where nobody is logged in: the cloud would refuse every call. */
  alone: SinglePage | null;
}

export const emptyCandidateData: CandidateData = {
  kind: 'loading',
  failure: null,
  view: null,
  bar: null,
  notice: null,
  isElder: false,
  alone: null,
};
