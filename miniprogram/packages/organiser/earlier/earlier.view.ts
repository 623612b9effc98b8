import type { FailureState } from '../../../components/page-state/page-state.view';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import type { ListedCandidate } from '../services/candidates';
import type { EditedPoll } from '../services/polls';
import { earlierWords } from '../text/earlier';

interface EarlierRow {
  id: string;
  number: string;
  name: string;
  /** Group and unit, or why it cannot be taken. */
  second: string;
  isOpen: boolean;
  isTaken: boolean;
  label: string;
}

export type EarlierView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      title: string;
      rows: EarlierRow[];
      /** 全选 or 全不选. */
      all: string;
      add: string;
      isReady: boolean;
    }
  | { kind: 'empty'; drawing: 'mark'; title: string; detail: string; action: string }
  | FailureState;

/** Whom a draft can take along: who has not left the earlier poll and is not here by the same name. */
export function takeable(candidates: readonly ListedCandidate[], here: readonly ListedCandidate[]): string[] {
  const names = new Set(here.map(({ name }) => name.trim()));
  return candidates
    .filter(({ name, standing }) => standing?.state !== 'withdrawn' && !names.has(name.trim()))
    .map(({ id }) => id);
}

/** @param taken ids of those that are chosen */
export function earlierView(
  { title, rules, measure }: Pick<EditedPoll, 'title' | 'rules' | 'measure'>,
  candidates: readonly ListedCandidate[],
  here: readonly ListedCandidate[],
  taken: ReadonlySet<string>,
): EarlierView {
  const open = new Set(takeable(candidates, here));
  if (open.size === 0) return { kind: 'empty', drawing: 'mark', ...earlierWords.empty, action: '' };
  const rows = candidates.map(({ id, number, name, unit, group, standing }) => {
    const groupName = rules.groups?.find((each) => each.id === group)?.name ?? '';
    const why = standing?.state === 'withdrawn' ? earlierWords.left : earlierWords.here;
    const second = open.has(id) ? [groupName, unit].filter(Boolean).join('・') : why;
    const plate = plateText(number);
    const label = [`${plate}号`, name, second].filter(Boolean).join('，');
    return { id, number: plate, name, second, isOpen: open.has(id), isTaken: open.has(id) && taken.has(id), label };
  });
  const count = rows.filter(({ isTaken }) => isTaken).length;
  return {
    kind: 'ready',
    title,
    rows,
    all: count === open.size ? earlierWords.nothing : earlierWords.all,
    add: count === 0 ? earlierWords.lacks : earlierWords.add(count, measure),
    isReady: count > 0,
  };
}
