import type { FailureState } from '../../../components/page-state/page-state.view';
import type { ChangeRecord, RecordedChange } from '../../../services/polls';
import { changedFieldText, changeText, countedText, recordWords } from '../../../text/changes';
import { dateTimeText, momentText } from '../../../../cloudfunctions/shared/universal/times';

/** What one field said, and says. */
export interface ChangedRow {
  name: string;
  before: string;
  after: string;
}

export interface ChangeCard {
  key: string;
  at: string;
  what: string;
  /** 一人办理, for an act that needed no second person. */
  alone: string;
  reason: string;
  fields: ChangedRow[];
  /** Why there is no before and after; '' where there is one, or needs none. */
  note: string;
}

export type ChangesView =
  | { kind: 'loading' }
  | { kind: 'ready'; title: string; cards: ChangeCard[]; foot: string }
  | { kind: 'empty'; drawing: 'mark'; title: string; detail: string; action: string }
  | FailureState;

/**
 * @param changes newest first
 * @param hasMore older ones are still to be fetched
 * @param now the server's time, epoch milliseconds
 */
export function changesView(
  { title }: Pick<ChangeRecord, 'title'>,
  changes: readonly RecordedChange[],
  hasMore: boolean,
  now: number,
): ChangesView {
  if (changes.length === 0) {
    const { none, noneDetail } = recordWords;
    return { kind: 'empty', drawing: 'mark', title: none, detail: noneDetail, action: '' };
  }
  const foot = hasMore ? recordWords.more : recordWords.end;
  return { kind: 'ready', title, cards: changes.map((change) => cardOf(change, now)), foot };
}

function cardOf({ number, at, what, candidate, reason, isAlone, fields }: RecordedChange, now: number): ChangeCard {
  return {
    key: String(number),
    at: momentText(at, now),
    what: changeText(what, candidate?.name),
    alone: isAlone ? recordWords.alone : '',
    reason: reason === '' ? '' : recordWords.reason(reason),
    fields: (fields ?? []).map(rowOf),
    // An act says by its name what it changed.
    note:
      fields === undefined && what.split(',').some((each) => changeText(each).startsWith('改了'))
        ? recordWords.unknown
        : '',
  };
}

function rowOf({ field, before, after }: NonNullable<RecordedChange['fields']>[number]): ChangedRow {
  const [was, is] = [valueText(field, before), valueText(field, after)];
  const isExchanged = typeof after === 'number' && before === after;
  return { name: changedFieldText(field), before: was, after: isExchanged ? recordWords.exchanged(is) : is };
}

function valueText(field: string, value: string | number): string {
  if (typeof value === 'string') return value === '' ? recordWords.nothing : value;
  return field.startsWith('stages.') ? dateTimeText(value) : countedText(field, value);
}
