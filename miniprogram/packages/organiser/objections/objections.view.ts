import type { FailureState } from '../../../components/page-state/page-state.view';
import { endText, momentText } from '../../../../cloudfunctions/shared/universal/times';
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
  /** Addresses of what was sent along, for those who may see it. */
  pictures: { url: string; name: string }[];
  /** What cannot be seen of it, and why; '' where nothing is hidden. */
  hiddenPictures: string;
  due: string;
  isOverdue: boolean;
  reason: string;
  /** When and where the parties are heard, and what was said. */
  hearing: string[];
  answers: string[];
  appeal: string;
  canAccept: boolean;
  /** What the button for a hearing says; empty where there is none to note. */
  hear: string;
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
  const { id, number, kind, candidateName, at, text, state, dueAt, accepted, answer, final, appeal, closing } =
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
    signed: signedBy(objection),
    ...picturesOf(objection),
    due: dueText(dueAt, isOverdue, now),
    isOverdue,
    reason: accepted?.reason ?? '',
    hearing: hearingOf(objection, now),
    answers: [answer?.summary, final?.summary, closing?.reason].flatMap((line) => line ?? []),
    appeal: appeal?.text ?? '',
    canAccept: canHandle && state === 'received',
    hear: canHandle ? hearName(objection) : '',
    answer: canHandle ? answerName(state) : '',
  };
}

/** @param dueAt the end of the last day on which it is in time */
function dueText(dueAt: number | undefined, isOverdue: boolean, now: number): string {
  if (dueAt === undefined) return '';
  const last = endText(dueAt, now);
  return isOverdue ? objectionWords.overdue(last) : objectionWords.due(last);
}

function signedBy({ signed }: TeamObjection): string {
  if (signed === undefined) return '';
  return objectionWords.signed([signed.name, signed.unit, signed.contact].flatMap((part) => part ?? []));
}

/** A picture that WeChat has not passed yet, or not at all, has no address; who may see none is told how many there are. */
function picturesOf({ pictures, pictureCount }: TeamObjection): Pick<ObjectionRow, 'pictures' | 'hiddenPictures'> {
  const shown = pictures.flatMap(({ url }) => url ?? []);
  const hidden = pictureCount - shown.length;
  return {
    pictures: shown.map((url, index) => ({ url, name: objectionWords.picture(index + 1) })),
    hiddenPictures: hidden === 0 ? '' : objectionWords.hiddenPictures(hidden),
  };
}

function hearingOf({ hearing }: TeamObjection, now: number): string[] {
  if (hearing === undefined) return [];
  return [
    objectionWords.hearing(momentText(hearing.at, now), hearing.place),
    ...(hearing.minutes ?? '').split('\n'),
  ].filter((line) => line !== '');
}

function hearName({ state, hearing }: TeamObjection): string {
  if (state !== 'accepted' && state !== 'heard') return '';
  return hearing === undefined ? objectionWords.hear : objectionWords.hearAgain;
}

function answerName(state: TeamObjection['state']): string {
  if (state === 'appealed') return objectionWords.enter;
  return state === 'accepted' || state === 'heard' ? objectionWords.answer : '';
}
