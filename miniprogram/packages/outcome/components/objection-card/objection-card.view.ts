import { plateText } from '../../../../../cloudfunctions/shared/universal/plate';
import { dayLength, startOfDay } from '../../../../../cloudfunctions/shared/universal/day';
import { isOpenObjection } from '../../../../../cloudfunctions/shared/universal/objections';
import { dateText } from '../../../../../cloudfunctions/shared/universal/times';
import type { PublicObjection } from '../../services/objections';
import { effectTexts, listedKinds, listWords, otherEffect, stateNames } from '../../text/objections';

/** An objection as everybody may read it; one's own tip has no number. */
export type ShownObjection = Omit<PublicObjection, 'number'> & { number?: string };

/** A candidate by its number and name. */
export interface Named {
  id: string;
  number: number;
  name: string;
}

/** One thing that happened to an objection, or has to. */
export interface ProgressLine {
  icon: 'time' | 'chat-bubble' | 'info-circle';
  text: string;
  isLate: boolean;
}

export interface ObjectionRow {
  key: string;
  number: string;
  /** 过程, or which candidate. */
  what: string;
  /** When it came. */
  day: string;
  state: string;
  /** How the state looks: under way, as the person wanted, or not. */
  look: 'now' | 'yes' | 'no';
  /** 晚了 1 天; '' where nothing is late. */
  late: string;
  /** What it is about, and why it was taken up or not, in the team's words. */
  reason: string;
  lines: ProgressLine[];
}

/** @param key of the row among its neighbours @param now the server's time, epoch milliseconds */
export function objectionRow(
  objection: ShownObjection,
  key: string,
  candidates: readonly Named[],
  now: number,
): ObjectionRow {
  const { number = '', kind, candidateId, day, reason = '' } = objection;
  const candidate = candidates.find(({ id }) => id === candidateId);
  const { dueAt } = objection;
  const isLate = dueAt !== undefined && dueAt <= now;
  return {
    key,
    number,
    what: candidate === undefined ? listedKinds[kind] : nameOf(candidate),
    day: dateText(startOfDay(day), now),
    ...stateOf(objection),
    late: isLate ? listWords.late(Math.floor((now - dueAt) / dayLength) + 1) : '',
    reason,
    lines: linesOf(objection, candidates, isLate, now),
  };
}

/** 03 转角口袋公园 */
export function nameOf({ number, name }: Named): string {
  return `${plateText(number)} ${name}`;
}

function stateOf({ state, final }: ShownObjection): { state: string; look: ObjectionRow['look'] } {
  const decision = final?.decision ?? state;
  const name = final === undefined ? stateNames[state] : listWords.afterAppeal(stateNames[final.decision]);
  if (final === undefined && isOpenObjection(state)) return { state: name, look: 'now' };
  return { state: name, look: decision === 'upheld' || decision === 'partly' ? 'yes' : 'no' };
}

function linesOf(
  objection: ShownObjection,
  candidates: readonly Named[],
  isLate: boolean,
  now: number,
): ProgressLine[] {
  const { state, dueAt, answer, appealed, final, closing } = objection;
  const dayOfText = (day: string): string => dateText(startOfDay(day), now);
  const said = (text: string, icon: ProgressLine['icon'] = 'chat-bubble'): ProgressLine => ({
    icon,
    text,
    isLate: false,
  });
  const answers = (each: NonNullable<typeof answer>): ProgressLine[] => [
    said(`${each.office === undefined ? '' : listWords.byOffice(each.office)}${each.summary}`),
    ...each.effects.map((effect) => said(listWords.effects(effectText(effect, candidates)), 'info-circle')),
  ];
  const due = dueAt === undefined ? [] : [{ icon: 'time' as const, text: dueText(state, dueAt, isLate, now), isLate }];
  return [
    ...(answer === undefined ? [] : answers(answer)),
    ...(appealed === undefined ? [] : [said(listWords.appealed(dayOfText(appealed)), 'info-circle')]),
    ...(final === undefined ? [] : answers(final)),
    ...(closing === undefined ? [] : [said(listWords.closing(closing), 'info-circle')]),
    ...due,
  ];
}

function dueText(state: ShownObjection['state'], dueAt: number, isLate: boolean, now: number): string {
  const step = state === 'received' ? 'accept' : state === 'appealed' ? 'appeal' : 'answer';
  // It is due with the end of a day, which is the next one's first instant.
  return listWords[isLate ? 'planned' : 'by'][step](dateText(dueAt - 1, now));
}

function effectText(
  { kind, candidateId, index }: NonNullable<ShownObjection['answer']>['effects'][number],
  candidates: readonly Named[],
): string {
  const candidate = candidates.find(({ id }) => id === candidateId);
  const subject = candidate === undefined ? String(index ?? '') : nameOf(candidate);
  return effectTexts.get(kind)?.(subject) ?? otherEffect;
}
