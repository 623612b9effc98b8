import type { FailureState } from '../../../components/page-state/page-state.view';
import { asOfText, type WantedReminders } from '../../../components/reminder/reminder.view';
import { builtInCalendar } from '../../../../cloudfunctions/shared/universal/calendar-years';
import { isLate, timeline } from '../../../../cloudfunctions/shared/universal/stage';
import { dateText, endText } from '../../../../cloudfunctions/shared/universal/times';
import { titleLines } from '../../../text/poll-page';
import { countView, type CountView } from '../components/count-card/count-card.view';
import { nameOf } from '../components/objection-card/objection-card.view';
import { winnerGroups, type WinnerGroup } from '../components/winner-list/winner-list.view';
import type { OutcomeNotice, PublishedOutcome } from '../services/outcome';
import { noticeWords } from '../text/outcome';
import { noticeDays, type NoticeDay } from './working-days';

/** One whose place was taken by a later one. */
export interface EarlierNotice {
  n: number;
  line: string;
  /** Who was to be awarded by it. */
  names: string;
  /** Why it took the place of the one before; '' for the first. */
  why: string;
}

export interface ReadyNotice {
  kind: 'ready';
  pollId: string;
  titleLines: string[];
  organiser: string;
  state: string;
  /** What stands above all else: it was called off, something is late, it was corrected. */
  remarks: { text: string; isLate: boolean }[];
  /** The notice that stands; null before the first one. */
  notice: {
    until: string;
    days: string;
    strip: NoticeDay[];
    award: string;
    heading: string;
    groups: WinnerGroup[];
    count: CountView;
    office: string;
    phone: string;
    address: string;
    note: string;
    call: string;
    earlier: EarlierNotice[];
  } | null;
  none: { title: string; detail: string };
  canObject: boolean;
  isAwarded: boolean;
  /** Null where no news of the notice will come. */
  reminders: WantedReminders | null;
}

export type NoticeView = { kind: 'loading' } | ReadyNotice | FailureState;

/** @param now the server's time, epoch milliseconds */
export function noticeView({ poll, outcome }: PublishedOutcome, now: number): ReadyNotice {
  const last = outcome?.notices.at(-1);
  const callOff = outcome?.callOff ?? poll.callOff;
  const isAwarded = outcome?.result !== undefined;
  const isUp = last !== undefined && now < last.until;
  const { up, over, awarded, calledOff } = noticeWords.state;
  const late = callOff === undefined && !isAwarded ? lateTexts({ poll, outcome }, now) : [];
  const began = last === undefined ? [] : startText(poll, outcome?.notices[0] ?? last, now);
  const { awarded: awardPlan, notice: noticePlan } = poll.stages;
  return {
    kind: 'ready',
    pollId: poll.id,
    titleLines: titleLines(poll.title),
    organiser: [poll.organiser, last === undefined ? '' : noticeWords.published(dateText(last.from, now))]
      .filter((part) => part !== '')
      .join(' · '),
    state: callOff !== undefined ? calledOff : isAwarded ? awarded : last === undefined ? '' : isUp ? up : over,
    remarks: [
      ...(callOff === undefined ? [] : [{ text: noticeWords.calledOff(callOff.reason), isLate: false }]),
      ...[...began, ...late].map((text) => ({ text, isLate: true })),
      ...(last?.reason === undefined ? [] : [{ text: noticeWords.why(last.reason), isLate: false }]),
    ],
    notice:
      last === undefined
        ? null
        : {
            until:
              isUp && callOff === undefined
                ? noticeWords.until(endText(last.until, now))
                : noticeWords.ended(endText(last.until, now)),
            days: daysText(last),
            strip: isUp && callOff === undefined ? noticeDays(last.from, last.until, now) : [],
            award: isAwarded || callOff !== undefined || late.length > 0 ? '' : awardText(awardPlan, now),
            heading: noticeWords.count(last.winners.length, poll.measure ?? '项'),
            groups: winnerGroups(poll, { winners: last.winners, revocations: outcome?.revocations ?? [] }, now),
            count: countView(poll, last),
            office: last.office,
            phone: last.phone,
            address: last.address,
            note: last.note,
            call: noticeWords.call(last.phone),
            earlier: (outcome?.notices ?? [])
              .slice(0, -1)
              .reverse()
              .map((each) => earlierNotice(poll, each, now)),
          },
    none: {
      title: noticeWords.none,
      detail:
        noticePlan !== undefined && now < noticePlan
          ? noticeWords.nonePlanned(dateText(noticePlan, now))
          : noticeWords.noneDetail,
    },
    canObject: isUp && callOff === undefined,
    isAwarded,
    reminders:
      isAwarded || callOff !== undefined
        ? null
        : { pollId: poll.id, kinds: ['notice'], asOf: asOfText(poll.stages.verifying, last) },
  };
}

function earlierNotice(
  { candidates }: PublishedOutcome['poll'],
  { n, from, until, winners, reason }: OutcomeNotice,
  now: number,
): EarlierNotice {
  const names = winners.flatMap((winner) => {
    const found = candidates.find(({ id }) => id === winner.candidate);
    return found === undefined ? [] : [nameOf(found)];
  });
  return {
    n,
    line: noticeWords.earlierLine(n, dateText(from, now), dateText(until - 1, now)),
    names: noticeWords.earlierNames(names.join('、')),
    why: reason === undefined ? '' : noticeWords.why(reason),
  };
}

/** What is late: announced, over, and not reached. */
function lateTexts({ poll, outcome }: PublishedOutcome, now: number): string[] {
  const [first] = timeline(poll).filter((entry) => isLate(poll, entry, now) && !isReached(entry.stage, outcome));
  if (first?.stage === 'notice') return [noticeWords.noticeLate(dateText(first.startAt, now))];
  return first?.stage === 'awarded' ? [noticeWords.awardLate(dateText(first.startAt, now))] : [];
}

function isReached(stage: string, outcome: PublishedOutcome['outcome']): boolean {
  return stage === 'notice' ? (outcome?.notices.length ?? 0) > 0 : stage === 'awarded' && outcome?.result !== undefined;
}

function startText(poll: PublishedOutcome['poll'], { from }: OutcomeNotice, now: number): string[] {
  const planned = poll.stages.notice;
  if (planned === undefined || dateText(planned, now) === dateText(from, now) || from < planned) return [];
  return [noticeWords.noticeWasLate(dateText(planned, now), dateText(from, now))];
}

function daysText({ from, until, unknownYear }: OutcomeNotice): string {
  if (unknownYear !== undefined) return noticeWords.unknownYear(unknownYear);
  const { days, unknown } = builtInCalendar.workingDaysBetween(from, until);
  return unknown === undefined ? noticeWords.days(days) : noticeWords.unknownYear(unknown);
}

function awardText(planned: number | undefined, now: number): string {
  return planned === undefined ? noticeWords.awardSome : noticeWords.award(dateText(planned, now));
}
