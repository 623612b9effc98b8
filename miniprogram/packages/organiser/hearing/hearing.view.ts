import type { FailureState } from '../../../components/page-state/page-state.view';
import { instantOf } from '../../../../cloudfunctions/shared/universal/day';
import { dateText, sheetTimeText } from '../../../../cloudfunctions/shared/universal/times';
import type { TeamObjection } from '../services/outcome';
import { hearingWords, objectionWords } from '../text/after';

/** What somebody has filled in so far; a day like "2026-11-30", a time like "15:00". */
export interface Draft {
  date: string;
  time: string;
  place: string;
  minutes: string;
}

export const blankDraft: Draft = { date: '', time: '', place: '', minutes: '' };

export type HearingView =
  | { kind: 'loading' }
  | { kind: 'ready'; title: string; text: string }
  | { kind: 'empty'; drawing: 'mark'; title: string; detail: string; action: string }
  | FailureState;

export function hearingView(objection: TeamObjection | undefined): HearingView {
  if (objection === undefined) return nothing(hearingWords.gone, hearingWords.goneDetail);
  const { state, number, text } = objection;
  if (state !== 'accepted' && state !== 'heard') return nothing(hearingWords.over, hearingWords.overDetail);
  const title = number === undefined ? objectionWords.tip : objectionWords.numbered(number);
  return { kind: 'ready', title, text };
}

function nothing(title: string, detail: string): HearingView {
  return { kind: 'empty', drawing: 'mark', title, detail, action: '' };
}

/** The chosen day as people say it; '' for none. */
export function dayOfDraft({ date }: Draft, now: number): string {
  return date === '' ? '' : dateText(instantOf(date, '12:00'), now);
}

/** What was noted before is there to be completed. */
export function draftOf({ hearing }: Pick<TeamObjection, 'hearing'>): Draft {
  if (hearing === undefined) return blankDraft;
  const [date = '', time = ''] = sheetTimeText(hearing.at).split(' ');
  return { date, time, place: hearing.place, minutes: hearing.minutes ?? '' };
}

/** The hearing as the contract takes it, or what is still missing. */
export function hearingOf(draft: Draft): { at: number; place: string; minutes?: string } | { missing: string } {
  const { date, time } = draft;
  const [place, minutes] = [draft.place.trim(), draft.minutes.trim()];
  if (date === '' || time === '') return { missing: hearingWords.missing.at };
  if (place === '') return { missing: hearingWords.missing.place };
  return { at: instantOf(date, time), place, ...(minutes === '' ? {} : { minutes }) };
}
