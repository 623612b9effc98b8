import type { FailureState } from '../../../components/page-state/page-state.view';
import { builtInCalendar } from '../../../../cloudfunctions/shared/universal/calendar-years';
import { groupedText } from '../../../../cloudfunctions/shared/universal/numbers';
import { dateText, fullDateText } from '../../../../cloudfunctions/shared/universal/times';
import { titleLines } from '../../../text/poll-page';
import { countView, type CountView } from '../components/count-card/count-card.view';
import { nameOf } from '../components/objection-card/objection-card.view';
import { winnerGroups, type WinnerGroup } from '../components/winner-list/winner-list.view';
import type { PublishedOutcome } from '../services/outcome';
import { awardWords } from '../text/outcome';

export interface ReadyAwards {
  kind: 'ready';
  pollId: string;
  titleLines: string[];
  /** Pictures of all who are awarded, equal in size. */
  frieze: { id: string; src: string; plate: string }[];
  facts: string;
  organiser: string;
  day: string;
  heading: string;
  groups: WinnerGroup[];
  count: CountView;
  revocations: { id: string; title: string; reason: string; clause: string; by: string }[];
}

export type AwardsView =
  { kind: 'loading' } | ReadyAwards | { kind: 'none'; title: string; detail: string; action: string } | FailureState;

/** @param now the server's time, epoch milliseconds */
export function awardsView(
  { poll, outcome }: PublishedOutcome,
  now: number,
): ReadyAwards | (AwardsView & { kind: 'none' }) {
  const notice = outcome?.notices.at(-1);
  if (outcome?.result === undefined || notice === undefined) {
    return { kind: 'none', title: awardWords.none, detail: awardWords.noneDetail, action: awardWords.toNotice };
  }
  const { measure = '项', candidates } = poll;
  const groups = winnerGroups(poll, outcome, now);
  const rows = groups.flatMap((group) => group.rows);
  const { days } = builtInCalendar.workingDaysBetween(notice.from, notice.until);
  return {
    kind: 'ready',
    pollId: poll.id,
    titleLines: titleLines(poll.title),
    frieze: rows.map(({ id, picture, plate }) => ({ id, src: picture, plate })),
    facts: awardWords.facts(groupedText(notice.ballots), days, outcome.winners.length, measure),
    organiser: poll.organiser,
    day: fullDateText(outcome.result.at),
    heading: awardWords.list(outcome.winners.length, measure),
    groups,
    count: countView(poll, notice),
    revocations: outcome.revocations.map(({ candidate: id, reason, clause, at }) => {
      const candidate = candidates.find((each) => each.id === id);
      return {
        id,
        title: awardWords.revocation(candidate === undefined ? '' : nameOf(candidate)),
        reason,
        clause: awardWords.clause(clause),
        by: awardWords.byTwo(dateText(at, now)),
      };
    }),
  };
}
