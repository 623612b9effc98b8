/** What is released is on the board two seconds later, and stands there while nothing is. */
const usual = 2_000;
const whenHidden = 30_000;
const whenDone = 60_000;
const mostBackOff = 60_000;

/** How often the texts and pictures are asked for anew, milliseconds; they hardly change. */
export const pollPause = 3 * 60_000;

/** Of how many failures in a row people are told: a single lost answer is nothing to be told of. */
export const failuresToTell = 2;

/**
 * How long to wait before the next question, milliseconds. Boards that were opened together drift apart, so that they do not
 * all ask at once.
 * @param chance 0 … 1, a new one each time
 */
export function pauseBeforeNext(
  // `isDone`: the last count and its bundle are public.
  { failures, isHidden, isDone }: { failures: number; isHidden: boolean; isDone: boolean },
  chance: number,
): number {
  const backOff = failures === 0 ? 0 : Math.min(mostBackOff, usual * 2 ** (failures - 1));
  const pause = Math.max(usual, backOff, isHidden ? whenHidden : 0, isDone ? whenDone : 0);
  return Math.round(pause * (0.85 + 0.3 * chance));
}
