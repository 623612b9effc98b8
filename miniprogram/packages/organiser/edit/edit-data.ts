import type { FailureState } from '../../../components/page-state/page-state.view';
import type { BasicsView } from './basics.view';
import type { CandidatesStepView } from './candidates-step.view';
import type { ConflictView } from '../components/conflict-sheet/conflict-sheet.view';
import type { PublishView } from './publish.view';
import type { RuleStepView } from './rules.view';
import type { SaveSign } from './save-sign.view';
import type { StepName } from './steps';
import type { TimesView } from './times.view';

/** What the editor's template shows. Of the steps only the present one has a view. */
export interface EditData {
  kind: 'loading' | 'ready' | 'stopped';
  failure: FailureState | null;
  step: StepName;
  title: string;
  progress: string;
  bars: { at: number; isDone: boolean }[];
  seen: string;
  basics: BasicsView | null;
  times: TimesView | null;
  rules: RuleStepView | null;
  candidates: CandidatesStepView | null;
  publish: PublishView | null;
  sign: SaveSign | null;
  /** Why something is not saved, above the bar. */
  note: { tone: string; title: string; detail: string } | null;
  conflict: ConflictView | null;
  upload: string;
  next: { text: string; isReady: boolean };
  hasBack: boolean;
}

export const emptyEditData: EditData = {
  kind: 'loading',
  failure: null,
  step: 'basics',
  title: '',
  progress: '',
  bars: [],
  seen: '',
  basics: null,
  times: null,
  rules: null,
  candidates: null,
  publish: null,
  sign: null,
  note: null,
  conflict: null,
  upload: '',
  next: { text: '', isReady: true },
  hasBack: false,
};
