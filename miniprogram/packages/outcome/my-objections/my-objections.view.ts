import type { FailureState } from '../../../components/page-state/page-state.view';
import { dayOf } from '../../../../cloudfunctions/shared/universal/day';
import { dateText, momentText } from '../../../../cloudfunctions/shared/universal/times';
import { objectionRow, type ObjectionRow, type ShownObjection } from '../components/objection-card/objection-card.view';
import type { MyObjection } from '../services/objections';
import { mineWords } from '../text/objections';

export interface MyRow {
  id: string;
  row: ObjectionRow;
  /** What the author wrote. */
  text: string;
  /** When and where they are heard; '' where they are not. */
  hearing: string;
  /** What they wrote against the answer; '' for nothing. */
  appeal: string;
  /** Until when they may; '' where they may not. */
  appealUntil: string;
}

export type MyObjectionsView =
  | { kind: 'loading' }
  | { kind: 'ready'; rows: MyRow[] }
  | { kind: 'empty'; drawing: 'mark'; title: string; detail: string; action: string }
  | FailureState;

/** @param objections newest first @param now the server's time, epoch milliseconds */
export function myObjectionsView(objections: readonly MyObjection[], now: number): MyObjectionsView {
  if (objections.length > 0) return { kind: 'ready', rows: objections.map((each) => rowOf(each, now)) };
  const { none, noneDetail } = mineWords;
  return { kind: 'empty', drawing: 'mark', title: none, detail: noneDetail, action: '' };
}

function rowOf(objection: MyObjection, now: number): MyRow {
  const { id, number, candidateId, candidateName, text, hearing, appeal, appealUntil } = objection;
  const row = objectionRow(publicly(objection), id, [], now);
  return {
    id,
    row: {
      ...row,
      number: number ?? mineWords.tip,
      what: candidateId === undefined ? row.what : (candidateName ?? row.what),
    },
    text,
    hearing: hearing === undefined ? '' : mineWords.hearing(momentText(hearing.at, now), hearing.place),
    appeal: appeal?.text ?? '',
    // It ends with a day, and its end is the next one's first instant.
    appealUntil:
      appealUntil === undefined || appealUntil <= now ? '' : mineWords.appealUntil(dateText(appealUntil - 1, now)),
  };
}

/** As the public list would say it: there days stand for instants. */
function publicly(objection: MyObjection): ShownObjection {
  const { kind, at, state, dueAt, accepted, answer, appeal, final, closing } = objection;
  return {
    kind,
    day: dayOf(at),
    state,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(accepted === undefined ? {} : { reason: accepted.reason }),
    ...(answer === undefined ? {} : { answer: dayed(answer) }),
    ...(appeal === undefined ? {} : { appealed: dayOf(appeal.at) }),
    ...(final === undefined ? {} : { final: dayed(final) }),
    ...(closing === undefined ? {} : { closing: closing.reason }),
  };
}

type Answered = NonNullable<MyObjection['answer']>;

function dayed({ at, decision, summary, office, effects }: Answered): NonNullable<ShownObjection['answer']> {
  return {
    day: dayOf(at),
    decision,
    summary,
    ...(office === undefined ? {} : { office }),
    effects: effects.map(({ kind, candidateId, index }) => ({
      kind,
      ...(candidateId === undefined ? {} : { candidateId }),
      ...(index === undefined ? {} : { index }),
    })),
  };
}
