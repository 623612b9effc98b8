import type { SurveyOccasion, SurveyQuestion, SurveyTotals } from '../../universal/survey';
import { dayLength } from '../../universal/day';
import type { Signed } from '../team/person';

/** A poll's survey. */
export interface Survey {
  pollId: string;
  /** Which of the poll's it is, from 1. */
  k: number;
  /** Grows with every change while it is not open. */
  version: number;
  title: string;
  occasion: SurveyOccasion;
  questions: SurveyQuestion[];
  edited: Signed;
  /** Until when answers are taken, epoch milliseconds; absent while it is not open. */
  until?: number;
  /** As they were published last. */
  totals?: SurveyTotals & { at: number };
}

/** No poll has more. */
export const mostSurveys = 9;

/** How long a survey is open: an hour at least, and half a year at most; milliseconds. */
export const shortestOpen = 60 * 60 * 1000;
export const longestOpen = 180 * dayLength;

/** How long an answer that was taken in time may be on its way into the database, milliseconds. */
const onItsWay = 60 * 1000;

/** From when nothing more comes in: the last totals are made, and what was written can be read. */
export function settlesAt(until: number): number {
  return until + onItsWay;
}

/** When what was written is deleted. What was chosen stays: it is a number among others. */
export function textsGoAt(until: number): number {
  return until + 90 * dayLength;
}

/** When to look at a survey again behind a look at `now`: once a day, the last time when nothing more comes in, then for its texts. */
export function nextLookAt(until: number, now: number): number {
  return now < settlesAt(until) ? now + dayLength : textsGoAt(until);
}
