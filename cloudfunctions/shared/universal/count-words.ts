// How often what is public of a count moves, and why it is hidden: the same sentences stand wherever a count does.
import type { Step } from './public-count';
import { remainingText } from './times';

/** 满 20 票更新一次，人少时每小时更新 */
export function paceText(step: Step): string {
  return step === 1 ? '每票即时更新' : `满 ${step} 票更新一次，人少时每小时更新`;
}

/** In the last ten minutes, and for them. */
export const quietText = '投票结束前几分钟不更新，结束后一起公布';

/** Why the counts are hidden, and for how long. @param until of the wait, epoch milliseconds */
export function hiddenText(isDaily: boolean, until: number, now: number): string {
  if (now >= until) return '票数几分钟内公布。投票期间不显示票数，免得互相跟着投。';
  const when = isDaily ? '投票期间每天公布一次，平时不显示票数' : '投票结束后公布，投票期间不显示票数';
  return `${remainingText(until, now)}。${when}，免得互相跟着投。`;
}

/** Under the clock's figure. @param until the time on the clock: of the publication, or of the vote's end */
export function publishText(isAfterVote: boolean, until: number, now: number): string {
  if (!isAfterVote) return '公布票数';
  return now < until ? '截止后公布' : '已截止';
}

/** 前 10 名将入选; once the count is final 前 10 名入选. */
export function cutText(seats: number, isFinal: boolean): string {
  return `前 ${seats} 名${isFinal ? '' : '将'}入选`;
}
