import { canEdit } from '../services/polls';
import { candidatesWords } from '../text/candidates';
import type { CandidatesList } from './candidates-list';
import { candidatesView, worthSearching, type CandidatesView } from './candidates.view';

/** What the page shows of the list. */
export interface ShownList {
  view: CandidatesView;
  canSearch: boolean;
  isDraft: boolean;
  canExport: boolean;
  /** Which candidate was taken off a moment ago, in words; '' for none. */
  removed: string;
}

export const nothingShown: ShownList = {
  view: { kind: 'loading' },
  ...{ canSearch: false, isDraft: false, canExport: false, removed: '' },
};

/** @returns undefined until the poll is there */
export function shownList(
  { poll, candidates, gone }: Pick<CandidatesList, 'poll' | 'candidates' | 'gone'>,
  query: string,
): ShownList | undefined {
  if (!poll) return undefined;
  return {
    view: candidatesView(candidates, poll, query, gone?.id ?? ''),
    canSearch: candidates.length >= worthSearching,
    isDraft: canEdit(poll),
    canExport: poll.may.includes('export.make') && candidates.length > 0,
    removed: gone ? candidatesWords.removed(gone.name) : '',
  };
}
