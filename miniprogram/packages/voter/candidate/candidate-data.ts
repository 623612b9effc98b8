import type { FailureState } from '../../../components/page-state/page-state.view';
import type { BarNotice, BarView } from '../../../components/selection-bar/selection-bar.view';
import type { SinglePage } from '../timeline/arrive-by-link';
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
