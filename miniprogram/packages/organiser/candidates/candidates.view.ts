import type { CandidatesSession } from './candidates-session';
import { canEdit } from '../draft/fields';
import type { FailureState } from '../../../components/page-state/page-state.view';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import type { ListedCandidate } from '../services/candidates';
import type { EditedPoll } from '../services/polls';
import { candidateMediaText, candidatesWords } from '../text/candidates';

interface CandidateRow {
  id: string;
  number: string;
  name: string;
  second: string;
  picture: string;
  /** 待核对, 暂停中 …; '' for none. */
  state: string;
  menuLabel: string;
  hasMenu: boolean;
}

export type CandidatesView =
  | { kind: 'loading' }
  | { kind: 'ready'; rows: CandidateRow[]; count: string; nothing: { title: string; detail: string } | null }
  | FailureState;

/** How many candidates make a search worth its place. */
export const worthSearching = 9;

/**
 * @param query what was searched for; '' for all
 * @param gone id of the one that was just removed and may come back
 */
export function candidatesView(
  candidates: readonly ListedCandidate[],
  poll: Pick<EditedPoll, 'status' | 'may' | 'rules' | 'measure'>,
  query: string,
  gone: string,
): CandidatesView {
  const there = candidates.filter(({ id }) => id !== gone);
  const rows = there
    .filter((candidate) => fits(candidate, query))
    .map((candidate) => ({
      ...rowOf(candidate, poll.rules.groups),
      hasMenu: menuOf(poll, candidates, candidate.id).length > 0,
    }));
  const { notFound, notFoundDetail, noneTitle, noneDetail, count } = candidatesWords;
  const none =
    query === '' ? { title: noneTitle, detail: noneDetail } : { title: notFound(query), detail: notFoundDetail };
  return { kind: 'ready', rows, count: count(there.length, poll.measure), nothing: rows.length === 0 ? none : null };
}

function fits({ name, unit, number }: ListedCandidate, query: string): boolean {
  if (query === '') return true;
  const wanted = query.toLowerCase();
  return `${name}\n${unit}`.toLowerCase().includes(wanted) || plateText(number) === query || String(number) === query;
}

function rowOf(candidate: ListedCandidate, groups: EditedPoll['rules']['groups']): Omit<CandidateRow, 'hasMenu'> {
  const { id, name, unit, pictures, standing } = candidate;
  const number = plateText(candidate.number);
  const group = groups?.find((each) => each.id === candidate.group)?.name ?? '';
  const second = [group, unit].filter(Boolean).join('・');
  const state = standing ? candidatesWords[standing.state] : candidateMediaText(candidate);
  return {
    id,
    number,
    name,
    second,
    picture: pictures[0]?.file ?? '',
    state,
    menuLabel: `${name}，${candidatesWords.more}`,
  };
}

export type MenuAction = 'edit' | 'up' | 'down' | 'renumber' | 'remove' | 'freeze' | 'unfreeze' | 'withdraw';

/** What each needs of the member's role. */
const procedures: Readonly<Record<MenuAction, string>> = {
  edit: 'candidate.save',
  up: 'candidate.arrange',
  down: 'candidate.arrange',
  renumber: 'candidate.arrange',
  remove: 'candidate.remove',
  freeze: 'act.propose',
  unfreeze: 'act.propose',
  withdraw: 'act.propose',
};

/** What can be done with a candidate now. WeChat's sheets hold six. */
export function menuOf(
  { status, may }: Pick<EditedPoll, 'status' | 'may'>,
  candidates: readonly ListedCandidate[],
  id: string,
): { id: MenuAction; name: string }[] {
  const at = candidates.findIndex((candidate) => candidate.id === id);
  const standing = candidates[at]?.standing?.state;
  const actions: [MenuAction, boolean][] =
    status === 'draft'
      ? [
          ['edit', true],
          ['up', at > 0],
          ['down', at < candidates.length - 1],
          ['renumber', true],
          ['remove', true],
        ]
      : [
          ['edit', standing !== 'withdrawn'],
          ['freeze', standing === undefined],
          ['unfreeze', standing === 'frozen'],
          ['withdraw', standing !== 'withdrawn'],
        ];
  return actions.flatMap(([action, isPossible]) =>
    isPossible && may.includes(procedures[action]) ? [{ id: action, name: candidatesWords[action] }] : [],
  );
}

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
  canSearch: false,
  isDraft: false,
  canExport: false,
  removed: '',
};

/** @param rows how many of them are shown @returns undefined until the poll is there */
export function shownList(
  { poll, candidates, gone }: Pick<CandidatesSession, 'poll' | 'candidates' | 'gone'>,
  query: string,
  rows: number,
): ShownList | undefined {
  if (!poll) return undefined;
  const view = candidatesView(candidates, poll, query, gone?.id ?? '');
  return {
    view: view.kind === 'ready' ? { ...view, rows: view.rows.slice(0, rows) } : view,
    canSearch: candidates.length >= worthSearching,
    isDraft: canEdit(poll),
    canExport: poll.may.includes('export.make') && candidates.length > 0,
    removed: gone ? candidatesWords.removed(gone.name) : '',
  };
}
