import type { FailureState } from '../../../components/page-state/page-state.view';
import { asOfText, type WantedReminders } from '../../../components/reminder/reminder.view';
import type { RankRow } from '../../../components/rank-row/rank-row';
import type { PollReply } from '../../../services/polls';
import type { Standings } from '../../../services/standings';
import { groupedText } from '../../../../cloudfunctions/shared/universal/numbers';
import { cutText, hiddenText, publishText } from '../../../../cloudfunctions/shared/universal/count-words';
import { countWait, isQuietEnd } from '../../../../cloudfunctions/shared/universal/public-count';
import { clockDay, inLogText, nextCountText, noneText, resultWords } from '../../../text/results';
import { awaitedLot, drawnLot, type LotNotice } from '../../../text/lot';
import { dateTimeText, timeText } from '../../../../cloudfunctions/shared/universal/times';
import { ranking, type RankedCandidate } from './ranking';

export interface GroupTab {
  /** '' is all groups. */
  id: string;
  name: string;
  isChosen: boolean;
}

export interface ReadyView {
  kind: 'ready';
  asOfLabel: string;
  asOf: string;
  ballots: string;
  next: string;
  tabs: GroupTab[];
  hasMine: boolean;
  /** Rows above the cut-off line, and below it; all above where no line is drawn. */
  inside: RankRow[];
  outside: RankRow[];
  cut: string;
  /** What a public lot decides, or did; null where none does. */
  lot: LotNotice | null;
  /** Said in place of rows while there is no ballot. */
  none: { title: string; detail: string } | null;
  /** The cloud file id of the bundle that anyone can recount; empty before it is public. */
  bundle: string;
}

export interface HiddenView {
  kind: 'hidden';
  day: string;
  time: string;
  /** What happens then. */
  words: string;
  /** How much of the wait is over, in degrees of the ring. */
  degrees: number;
  detail: string;
  ballots: string;
  /** Of when that number is, and when it moves. */
  pace: string;
  spoken: string;
  reminders: WantedReminders;
}

export type ResultsView = { kind: 'loading' } | ReadyView | HiddenView | FailureState;

type WholePoll = PollReply['poll'];

/** What of a poll its count is shown by: the cloud's reply tells it, and so do the public files. */
export interface CountedPoll extends Pick<WholePoll, 'id' | 'votingStartAt' | 'votingEndAt' | 'seats' | 'lot'> {
  /** How its candidates are counted; absent in files that are older than this: 项. */
  measure?: WholePoll['measure'] | undefined;
  countPolicy: Pick<WholePoll['countPolicy'], 'kind'>;
  rules: { groups?: readonly { id: string; name: string }[] | undefined };
}

type Poll = CountedPoll;

export interface Shown {
  reply: { poll: CountedPoll; candidates: readonly RankedCandidate[] };
  standings: Standings;
  /** The tab's group; '' for all. */
  group: string;
  /** Ids that were chosen on this phone. */
  mine: ReadonlySet<string>;
  /** The server's time, epoch milliseconds. */
  now: number;
}

/** What the results page shows of a poll and its public count. */
export function resultsView({ reply, standings, group, mine, now }: Shown): ResultsView {
  return standings.hidden
    ? hiddenView(reply.poll, standings, now)
    : readyView({ reply, standings, group, mine, now }, standings);
}

/** The same with the first rows alone: the others come as one scrolls. @param count how many */
export function firstRows(view: ResultsView, count: number): ResultsView {
  if (view.kind !== 'ready') return view;
  const { inside, outside, cut } = view;
  const below = Math.max(0, count - inside.length);
  return { ...view, inside: inside.slice(0, count), outside: outside.slice(0, below), cut: below > 0 ? cut : '' };
}

/**
 * When the page has to be looked at again, in milliseconds: every 5 s while the count may move, soon after the next
 * publication, and each half minute to keep the words about the wait true. `null` when nothing can change any more.
 */
export function refreshDelay({ poll }: PollReply, standings: Standings, now: number): number | null {
  const livePause = 5_000;
  const wordsPause = 30_000;
  // A closed count moves no more, but what is drawn is still to come.
  if (!standings.hidden && standings.final) return isAwaited(standings) ? wordsPause : null;
  if (poll.countPolicy.kind === 'live')
    return isQuietEnd(poll.votingEndAt, standings.step, now) ? wordsPause : livePause;
  const { nextAt } = standings;
  if (nextAt === null) return wordsPause;
  return Math.min(wordsPause, Math.max(livePause, nextAt + 1_000 - now));
}

/** Whether the server has a newer count to tell; until the next publication only the words about it change. */
export function isCountDue(standings: Standings, now: number): boolean {
  return standings.nextAt === null || now >= standings.nextAt;
}

function hiddenView(poll: Poll, standings: Extract<Standings, { hidden: true }>, now: number): HiddenView {
  const { nextAt, ballots, asOf, step } = standings;
  const { id: pollId, countPolicy, votingStartAt: startAt, votingEndAt: endAt } = poll;
  const isDaily = countPolicy.kind === 'daily';
  const { isLast, until, degrees } = countWait({ startAt, endAt, isDaily }, nextAt, now);
  const day = clockDay(until, now);
  const time = timeText(until);
  const words = publishText(isLast, until, now);
  return {
    kind: 'hidden',
    day,
    time,
    degrees,
    words,
    detail: hiddenText(isDaily, until, now),
    ballots: groupedText(ballots),
    pace: inLogText({ asOf, endAt, step }, now),
    spoken: `${day} ${time} ${words}`,
    // A notice is up only behind a close, and from then on nothing is hidden.
    reminders: { pollId, kinds: ['notice', 'result'], asOf: asOfText(endAt, undefined) },
  };
}

function readyView({ reply, group, mine, now }: Shown, standings: Extract<Standings, { hidden: false }>): ReadyView {
  const { poll, candidates } = reply;
  const tabs = groupTabs(reply, group);
  const listed = group ? candidates.filter((candidate) => candidate.group === group) : candidates;
  // The line is over all candidates: within a group it would say who wins, and that is not what seats count.
  const seats = group ? undefined : poll.seats;
  const rows = standings.ballots > 0 ? ranking(listed, standings, seats, mine, standings.lot) : [];
  const outside = rows.filter(({ isInside }) => !isInside);
  // More stand before it than win: the lot draws the line.
  const isOpen = seats !== undefined && isAwaited(standings) && rows.length - outside.length > seats;
  const hasLine = seats !== undefined && outside.length > 0 && !isOpen;
  return {
    kind: 'ready',
    asOfLabel: standings.final ? resultWords.final : standings.asOf > now ? resultWords.opens : resultWords.asOf,
    asOf: dateTimeText(standings.asOf),
    ballots: groupedText(standings.ballots),
    next: nextCountText(standings, poll.votingEndAt, now),
    tabs,
    bundle: standings.log?.bundle ?? '',
    hasMine: rows.some(({ isMine }) => isMine),
    inside: hasLine ? rows.filter(({ isInside }) => isInside) : rows,
    outside: hasLine ? outside : [],
    cut: hasLine ? cutText(seats, standings.final) : '',
    lot: lotNotice(poll, candidates, standings, now),
    none: rows.length === 0 ? noneText(standings.final) : null,
  };
}

function isAwaited({ lot }: Extract<Standings, { hidden: false }>): boolean {
  return lot !== undefined && lot.draw === undefined;
}

function lotNotice(
  { lot, measure = '项' }: Poll,
  candidates: readonly RankedCandidate[],
  { lot: state }: Extract<Standings, { hidden: false }>,
  now: number,
): LotNotice | null {
  if (lot === undefined || state === undefined) return null;
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  const tied = state.tied.map((ids) => ids.flatMap((id) => names.get(id) ?? []));
  return state.draw === undefined ? awaitedLot(lot, tied, now) : drawnLot(lot, tied, state.draw, measure);
}

function groupTabs({ poll, candidates }: Shown['reply'], chosen: string): GroupTab[] {
  const inUse = (poll.rules.groups ?? []).filter(({ id }) => candidates.some(({ group }) => group === id));
  if (inUse.length === 0) return [];
  const tabs = [{ id: '', name: resultWords.all as string }, ...inUse];
  return tabs.map(({ id, name }) => ({ id, name, isChosen: id === chosen }));
}
