// How often what is public of a count moves. The same sentences stand on every page with a count on it.
import { momentText } from '../../cloudfunctions/shared/universal/times';

/** How many ballots that wait are counted at once. */
export type Step = 1 | 20;

/** 满 20 票更新一次，人少时每小时更新 */
export function paceText(step: Step): string {
  return step === 1 ? '每票即时更新' : `满 ${step} 票更新一次，人少时每小时更新`;
}

/** In the last ten minutes, and for them. */
export const quietText = '投票结束前几分钟不更新，结束后一起公布';

/** What whoever watches a count that moves with each ballot can do. */
export const guessText = '盯着计票看的人，可能猜出一张票是谁投的';

/** 截至 今天 10:00. @param asOf of the last release, epoch milliseconds */
export function asOfText(asOf: number, now: number): string {
  return `截至 ${momentText(asOf, now)}`;
}
