import { stages, type Poll, type Stage } from './poll';

/** How long before the end of a vote that is counted by twenties nothing is until the close counts it all; milliseconds. */
const quietEnd = 10 * 60 * 1000;

/**
 * Whether the vote is in its last minutes, in which no figure moves.
 * @param endAt of the vote, epoch milliseconds
 * @param step how many ballots are counted at once; where each is by itself, each is to the end
 */
export function isQuietEnd(endAt: number, step: number, now: number): boolean {
  return step !== 1 && now >= endAt - quietEnd && now < endAt;
}

/** The stage a poll is in at `now` (epoch milliseconds). */
export function stageAt(poll: Pick<Poll, 'stages'>, now: number): Stage {
  let current: Stage = 'preparing';
  for (const stage of stages) {
    const startAt = poll.stages[stage];
    if (startAt !== undefined && startAt <= now) current = stage;
  }
  return current;
}

/** The poll's own stages in order of time, with their starts in epoch milliseconds. */
export function timeline(poll: Pick<Poll, 'stages'>): { stage: (typeof stages)[number]; startAt: number }[] {
  return stages.flatMap((stage) => {
    const startAt = poll.stages[stage];
    return startAt === undefined ? [] : [{ stage, startAt }];
  });
}
