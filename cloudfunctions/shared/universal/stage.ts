import { announcedLot, type AnnouncedLot, type PollResult } from './lot';
import { reachedStages, stages, type Poll, type Stage, type StageTimes } from './poll';

/** How long a count takes at most once the vote is over: its log is closed after a minute, and its result follows. Milliseconds. */
const countingTime = 5 * 60 * 1000;

/** What a poll's stages follow from: its times, and the public lot that its rules announce. */
type Staged = Pick<Poll, 'stages' | 'reached'> & {
  result?: Pick<PollResult, 'ties'> | undefined;
  lot?: AnnouncedLot | undefined;
};

/**
 * The stage a poll is in at `now` (epoch milliseconds). Up to the end of the vote it follows from the times; behind it from what was
 * reached, where the poll has a notice; where nothing is announced behind the count it ends by itself.
 */
export function stageAt(poll: Staged, now: number): Stage {
  let current: Stage = 'preparing';
  for (const { stage, startAt, reachedAt } of timeline(poll)) {
    const at = isByAct(poll, stage) ? reachedAt : startAt;
    if (at !== undefined && at <= now) current = stage;
  }
  return current === 'verifying' && isThrough(poll, now) ? 'ended' : current;
}

/** Whether nothing is announced behind the count, a public lot neither, and the count is done. */
function isThrough(poll: Staged, now: number): boolean {
  const { stages: times, result, lot = result && announcedLot(result) } = poll;
  const doneAt = Math.max(times.verifying, lot?.at ?? 0) + countingTime;
  return timeline(poll).at(-1)?.stage === 'verifying' && now >= doneAt;
}

/** The same stages, each at the time that is made of what stands there. @param at gives epoch milliseconds */
export function timesOf<When>(
  whens: Partial<Record<keyof StageTimes, When>> & Record<'voting' | 'verifying', When>,
  at: (when: When) => number,
): StageTimes {
  const times: StageTimes = { voting: at(whens.voting), verifying: at(whens.verifying) };
  for (const stage of stages) {
    const when = whens[stage];
    if (when !== undefined) times[stage] = at(when);
  }
  return times;
}

/** A stage of a poll; instants in epoch milliseconds. */
export interface TimelineEntry {
  stage: (typeof stages)[number];
  /** As announced. */
  startAt: number;
  /** Of a stage that is reached by an act and was. */
  reachedAt?: number;
}

/** The poll's own stages in their order. */
export function timeline(poll: Staged): TimelineEntry[] {
  return stages.flatMap((stage): TimelineEntry[] => {
    const startAt = poll.stages[stage];
    const reachedAt = isReachedStage(stage) ? poll.reached?.[stage] : undefined;
    if (startAt === undefined && reachedAt === undefined) return [];
    return [{ stage, startAt: startAt ?? reachedAt ?? 0, ...(reachedAt === undefined ? {} : { reachedAt }) }];
  });
}

/** Whether this stage of the poll waits for an act, and does not come by its time. */
export function isByAct({ reached }: Pick<Poll, 'reached'>, stage: Stage): boolean {
  return reached !== undefined && isReachedStage(stage);
}

/**
 * Whether a stage is late: its announced time is over, and it was not reached. The ones behind it need not say so.
 * @param entry of the poll's timeline
 */
export function isLate(
  poll: Pick<Poll, 'reached'>,
  { stage, startAt, reachedAt }: TimelineEntry,
  now: number,
): boolean {
  return isByAct(poll, stage) && reachedAt === undefined && now >= startAt;
}

function isReachedStage(stage: Stage): stage is (typeof reachedStages)[number] {
  return (reachedStages as readonly Stage[]).includes(stage);
}
