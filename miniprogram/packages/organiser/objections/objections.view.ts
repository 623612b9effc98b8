import type { FailureState } from '../../../components/page-state/page-state.view';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { TeamObjection } from '../services/outcome';
import { objectionWords } from '../text/after';

export interface ObjectionRow {
  id: string;
  title: string;
  state: string;
  ring: 'dot' | 'tick' | 'open';
  kind: string;
  from: string;
  text: string;
  /** Who signed, for those who may know. */
  signed: string;
  due: string;
  isOverdue: boolean;
  reason: string;
  answers: string[];
  appeal: string;
  canAccept: boolean;
  /** What the answering button says; empty where there is nothing to answer. */
  answer: string;
}

export type ObjectionsView =
  | { kind: 'loading' }
  | { kind: 'ready'; rows: ObjectionRow[] }
  | { kind: 'empty'; drawing: 'mark'; title: string; detail: string; action: string }
  | FailureState;

/** @param canHandle an owner or a reviewer looks @param now the server's time, epoch milliseconds */
export function objectionsView(objections: readonly TeamObjection[], canHandle: boolean, now: number): ObjectionsView {
  if (objections.length === 0) {
    return {
      kind: 'empty',
      drawing: 'mark',
      title: objectionWords.none,
      detail: objectionWords.noneDetail,
      action: '',
    };
  }
  return { kind: 'ready', rows: objections.map((each) => rowOf(each, canHandle, now)) };
}

function rowOf(objection: TeamObjection, canHandle: boolean, now: number): ObjectionRow {
  const { id, number, kind, candidateName, at, text, state, dueAt, signed, accepted, answer, final, appeal, closing } =
    objection;
  const isOpen = ['received', 'accepted', 'heard', 'appealed'].includes(state);
  const isOverdue = dueAt !== undefined && now >= dueAt;
  return {
    id,
    title: number === undefined ? objectionWords.tip : objectionWords.numbered(number),
    state: objectionWords.states[state],
    ring: isOpen ? 'dot' : state === 'declined' ? 'open' : 'tick',
    kind: [objectionWords.kinds[kind], ...(candidateName === undefined ? [] : [candidateName])].join(' · '),
    from: objectionWords.from(momentText(at, now)),
    text,
    signed: signed === undefined ? '' : objectionWords.signed(signed.name, signed.contact),
    due: dueText(dueAt, isOverdue, now),
    isOverdue,
    reason: accepted?.reason ?? '',
    answers: [answer?.summary, final?.summary, closing?.reason].flatMap((line) => line ?? []),
    appeal: appeal?.text ?? '',
    canAccept: canHandle && state === 'received',
    answer: canHandle ? answerName(state) : '',
  };
}

/** @param dueAt the end of the last day on which it is in time */
function dueText(dueAt: number | undefined, isOverdue: boolean, now: number): string {
  if (dueAt === undefined) return '';
  const last = momentText(dueAt, now);
  return isOverdue ? objectionWords.overdue(last) : objectionWords.due(last);
}

function answerName(state: TeamObjection['state']): string {
  if (state === 'appealed') return objectionWords.enter;
  return state === 'accepted' || state === 'heard' ? objectionWords.answer : '';
}
