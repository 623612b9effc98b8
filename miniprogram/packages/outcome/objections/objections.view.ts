import type { FailureState } from '../../../components/page-state/page-state.view';
import { isOpenObjection } from '../../../../cloudfunctions/shared/universal/objections';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import { objectionRow, type Named, type ObjectionRow } from '../components/objection-card/objection-card.view';
import type { PublicObjections } from '../services/objections';
import { listWords } from '../text/objections';

export type ObjectionsView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      title: string;
      /** How many came, were answered, wait. */
      figures: { name: string; figure: string }[];
      /** As of when this is so; '' where nothing was ever published. */
      asOf: string;
      rows: ObjectionRow[];
      /** Why there is no row; null where there is one. */
      nothing: { title: string; detail: string } | null;
      /** The words of the button that shows fewer, or all; '' where it would change nothing. */
      sift: string;
    }
  | FailureState;

/**
 * @param list what was published; null before the first objection
 * @param onlyOpen whether what is answered is left out
 * @param now the server's time, epoch milliseconds
 */
export function objectionsView(
  { title, candidates }: { title: string; candidates: readonly Named[] },
  list: PublicObjections | null,
  onlyOpen: boolean,
  now: number,
): ObjectionsView & { kind: 'ready' } {
  const all = list?.objections ?? [];
  const open = all.filter(({ state }) => isOpenObjection(state));
  const shown = onlyOpen ? open : all;
  const figure = (name: string, count: number): { name: string; figure: string } => ({ name, figure: String(count) });
  return {
    kind: 'ready',
    title,
    figures: [
      figure(listWords.received, all.length),
      figure(listWords.answered, all.length - open.length),
      figure(listWords.working, open.length),
    ],
    asOf: list === null ? '' : listWords.asOf(momentText(list.at, now)),
    rows: shown.map((each) => objectionRow(each, each.number, candidates, now)),
    nothing: shown.length > 0 ? null : nothingText(all.length),
    sift: all.length === 0 ? '' : onlyOpen ? listWords.all : listWords.onlyOpen,
  };
}

function nothingText(all: number): { title: string; detail: string } {
  return all === 0
    ? { title: listWords.none, detail: listWords.noneDetail }
    : { title: listWords.noneOpen, detail: listWords.noneOpenDetail };
}
