import type { GridItem } from '../../../components/candidate-grid/candidate-grid.view';
import type { ConfirmView } from '../../../components/confirm-sheet/confirm-sheet.view';
import type { FailureState } from '../../../components/page-state/page-state.view';
import type { BarNotice, BarView } from '../../../components/selection-bar/selection-bar.view';
import type { PollView } from './poll.view';

/** What the poll page's template shows. */
export interface PollData {
  kind: 'loading' | 'ready' | 'stopped';
  failure: FailureState | null;
  /** When the page asks again by itself, where it could not be opened for want of room. */
  later: string;
  view: PollView | null;
  /** Candidates handed out so far. */
  items: GridItem[];
  chosen: string[];
  /** Candidates in a ballot of this period that take no further choice. */
  cast: string[];
  isOpen: boolean;
  bar: BarView | null;
  notice: BarNotice | null;
  sheet: ConfirmView | null;
  /** The chosen group's id, '' for all. */
  group: string;
  isSearching: boolean;
  query: string;
  /** What the search says when it finds nothing. */
  nothing: { title: string; detail: string; action: string } | null;
}

export const emptyPollData: PollData = {
  kind: 'loading',
  failure: null,
  later: '',
  view: null,
  items: [],
  chosen: [],
  cast: [],
  isOpen: false,
  bar: null,
  notice: null,
  sheet: null,
  group: '',
  isSearching: false,
  query: '',
  nothing: null,
};
