import type { WorkCalendar } from '../../universal/calendar';
import type { PollKind, StageTimes } from '../../universal/poll';
import { pollTextNames, pollTexts, type PollContent } from '../../universal/poll-fields';
import { timesOf } from '../../universal/stage';
import { needsOf } from './kinds';
import { withWholeNotice } from './templates';
import { dayLength } from '../../universal/day';

const hour = 60 * 60 * 1000;
const week = 7 * dayLength;

/**
 * What a copy of a poll begins with. Times move by whole weeks, so that every stage keeps its weekday and its hour; what is true of the
 * one poll alone has to be written anew, and files are put in by whoever copies them.
 * @param now epoch milliseconds
 */
export function copiedContent(
  content: PollContent,
  kind: PollKind,
  calendar: WorkCalendar,
  now: number,
): Omit<PollContent, 'cover' | 'attachments'> {
  const { cover: _, attachments: __, stages, opensAtOnce, latestEnd, result, nomination, ...rest } = content;
  const shift = weeksUntil(stages, opensAtOnce, now) * week;
  const moved = timesOf(stages, (at) => at + shift);
  const times = opensAtOnce ? { ...moved, voting: now } : moved;
  const ofOnePoll = pollTextNames.filter((name) => pollTexts[name].isOfOnePoll === true);
  return {
    ...rest,
    ...Object.fromEntries(ofOnePoll.map((name) => [name, ''])),
    opensAtOnce,
    stages: withWholeNotice(times, needsOf[kind].noticeDays, calendar),
    latestEnd: latestEnd === null ? null : latestEnd + shift,
    // A lottery's draw is over: the next poll names another.
    result: { ...result, ties: result.ties.map((tie) => (tie.by === 'lot' ? { by: 'lot', draw: '' } : tie)) },
    // The page that takes them is public: nobody but the team opens it.
    nomination: { ...nomination, isOpen: false },
  };
}

/** By how many weeks the times move: everything begins a day ahead; what opens at once ends an hour ahead at the least. */
function weeksUntil(stages: StageTimes, opensAtOnce: boolean, now: number): number {
  const late = opensAtOnce ? now + hour - stages.verifying : now + dayLength - Math.min(...Object.values(stages));
  return Math.max(0, Math.ceil(late / week));
}
