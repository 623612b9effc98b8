import type { BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { groupedText } from '../../../cloudfunctions/shared/universal/numbers';
import { cutText, hiddenText, publishText } from '../../../cloudfunctions/shared/universal/count-words';
import { dayLength } from '../../../cloudfunctions/shared/universal/day';
import { countWait, degreesOver, usualStep } from '../../../cloudfunctions/shared/universal/public-count';
import { dateText, dayText, momentText, timeText } from '../../../cloudfunctions/shared/universal/times';
import {
  awaitedText,
  barText,
  calledOffText,
  drawnText,
  inLogPaceText,
  nextCountText,
  spokenCount,
  words,
} from '../text/words';
import type { Count } from '../../../cloudfunctions/shared/universal/ranking';
import { rankTables, unrankedRows, withdrawnRows, type RankRow, type RankTable } from './ranking';

/** The time and the number that stand large beside every count. */
export interface Figures {
  /** 票数截至 11月24日 */
  asOfLabel: string;
  asOf: string;
  ballotsLabel: string;
  ballots: string;
  /** Both for a screen reader. */
  spoken: string;
}

export interface RankingView {
  kind: 'ranking';
  figures: Figures;
  tables: RankTable[];
  withdrawn: RankRow[];
  /** 前 10 名将入选; empty where all would. */
  cut: string;
  /** What a public lot decides, or did; empty where none does. */
  lot: string;
  /** What a bar's length means. */
  bar: string;
  /** When the counts change next. */
  next: string;
}

/** A clock to one instant: the ring fills as the wait passes. */
export interface WaitView {
  kind: 'wait';
  figures: Figures | null;
  day: string;
  time: string;
  /** What happens then. */
  words: string;
  /** How much of the wait is over, in degrees of the ring. */
  degrees: number;
  heading: string;
  detail: string;
  candidates: RankRow[];
}

/** Nothing to wait for by the clock: no ballot yet, or the poll is called off. */
export interface NothingView {
  kind: 'nothing';
  figures: Figures | null;
  heading: string;
  detail: string;
  candidates: RankRow[];
}

export type CountView = RankingView | WaitView | NothingView;

export function countView(poll: BoardPoll, standings: BoardStandings, now: number): CountView {
  const { withdrawal, stages } = poll;
  const { shown, nextAt } = standings;
  if (withdrawal) {
    const detail = calledOffText(withdrawal, now);
    return { kind: 'nothing', figures: null, heading: words.calledOffTitle, detail, candidates: [] };
  }
  if (now < stages.voting) return openingView(poll, now);
  if (shown === null)
    return nextAt === null ? emptyView(poll, standings, now) : hiddenView(poll, standings, nextAt, now);
  if (shown.ballots === 0) return emptyView(poll, standings, now);
  return rankingView(poll, standings, { ...shown }, now);
}

function rankingView(
  poll: BoardPoll,
  { lot, final, nextAt, step = usualStep }: BoardStandings,
  shown: Count & { asOf: number },
  now: number,
): RankingView {
  const tables = rankTables(poll, shown, words.all, lot);
  const [all] = tables;
  const inside = all?.rows.filter(({ isInside }) => isInside).length ?? 0;
  // More stand before it than win: the lot draws the line.
  const isOpen = lot !== undefined && lot.draw === undefined && inside > (poll.seats ?? Infinity);
  const hasLine = all !== undefined && inside < all.rows.length && !isOpen;
  return {
    kind: 'ranking',
    figures: figures(final ? words.asOfFinal : words.asOf, shown.asOf, words.ballots, shown.ballots, now),
    tables,
    withdrawn: withdrawnRows(poll, shown),
    cut: hasLine && poll.seats !== undefined ? cutText(poll.seats, final) : '',
    lot: lot === undefined || poll.lot === undefined ? '' : lotLine(poll, poll.lot, lot, now),
    bar: barText(poll.choices, poll.measure),
    next: nextCountText({ final, nextAt, step }, poll.stages.verifying, now),
  };
}

function lotLine(
  { candidates }: BoardPoll,
  { source, at }: NonNullable<BoardPoll['lot']>,
  { tied, draw }: NonNullable<BoardStandings['lot']>,
  now: number,
): string {
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  const named = tied.map((ids) => ids.flatMap((id) => names.get(id) ?? []));
  return draw === undefined ? awaitedText(named, source, momentText(at, now)) : drawnText(named, source, draw);
}

function figures(asOfLabel: string, asOf: number, ballotsLabel: string, count: number, now: number): Figures {
  const ballots = groupedText(count);
  return {
    asOfLabel: `${asOfLabel} ${dateText(asOf, now)}`,
    asOf: timeText(asOf),
    ballotsLabel,
    ballots,
    spoken: spokenCount(momentText(asOf, now), ballots),
  };
}

/** Counts are hidden, and so is all but how many ballots have come. */
function hiddenView(
  poll: BoardPoll,
  { ballots, at, step = usualStep }: BoardStandings,
  nextAt: number,
  now: number,
): WaitView {
  const { voting: startAt, verifying: endAt } = poll.stages;
  const isDaily = poll.countPolicy === 'daily';
  const { isLast, until, degrees } = countWait({ startAt, endAt, isDaily }, nextAt, now);
  return {
    kind: 'wait',
    figures: figures(words.asOfLog, at, words.inLog, ballots, now),
    ...clock(until, degrees, now),
    words: publishText(isLast, until, now),
    heading: words.hiddenTitle,
    detail: hiddenText(isDaily, until, now) + inLogPaceText({ endAt, step }, now),
    candidates: unrankedRows(poll),
  };
}

function openingView(poll: BoardPoll, now: number): WaitView {
  const { stages } = poll;
  const from = Math.min(stages.promoting ?? Infinity, stages.voting - dayLength);
  return {
    kind: 'wait',
    figures: null,
    ...clock(stages.voting, degreesOver(from, stages.voting, now), now),
    words: words.openingWords,
    heading: words.openingTitle,
    detail: '',
    candidates: unrankedRows(poll),
  };
}

function clock(until: number, degrees: number, now: number): Pick<WaitView, 'day' | 'time' | 'degrees'> {
  return { day: dayText(until, now), time: timeText(until), degrees };
}

function emptyView(poll: BoardPoll, { shown, at, final, step = usualStep }: BoardStandings, now: number): NothingView {
  const none = words.noneDetail + inLogPaceText({ endAt: poll.stages.verifying, step }, now);
  return {
    kind: 'nothing',
    figures: figures(words.asOf, shown?.asOf ?? at, words.ballots, 0, now),
    heading: final ? words.emptyTitle : words.noneTitle,
    detail: final ? words.emptyDetail : none,
    candidates: unrankedRows(poll),
  };
}
