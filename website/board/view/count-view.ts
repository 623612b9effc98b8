import type { BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { groupedText } from '../../../cloudfunctions/shared/universal/numbers';
import { dateText, dayText, momentText, timeText } from '../../../cloudfunctions/shared/universal/times';
import {
  awaitedText,
  barText,
  calledOffText,
  cutText,
  drawnText,
  hiddenText,
  inLogPaceText,
  nextCountText,
  publishText,
  spokenCount,
  words,
} from '../text/words';
import type { Count } from '../../../cloudfunctions/shared/universal/ranking';
import { rankTables, unrankedRows, withdrawnRows, type RankRow, type RankTable } from './ranking';

/** The time and the number that stand large beside every count. */
export interface Figures {
  /** 计票截至 11月24日 */
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

const dayLength = 86_400_000;
/** What the files mean where they name no step. */
const usualStep = 20;

type Stepped = Omit<BoardStandings, 'step'> & { step?: number };

export function countView(poll: BoardPoll, standings: BoardStandings, now: number): CountView {
  const { withdrawal, stages } = poll;
  const { shown } = standings;
  if (withdrawal) {
    const detail = calledOffText(withdrawal, now);
    return { kind: 'nothing', figures: null, heading: words.calledOffTitle, detail, candidates: [] };
  }
  if (now < stages.voting) return openingView(poll, now);
  if (shown === null)
    return standings.nextAt === null ? emptyView(poll, standings, now) : hiddenView(poll, standings, now);
  if (shown.ballots === 0) return emptyView(poll, standings, now);
  return rankingView(poll, standings, { ...shown }, now);
}

function rankingView(
  poll: BoardPoll,
  { lot, final, nextAt, step = usualStep }: Stepped,
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
    next: nextCountText({ isFinal: final, endAt: poll.stages.verifying, nextAt, step }, now),
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
function hiddenView(poll: BoardPoll, { nextAt, ballots, at, step = usualStep }: Stepped, now: number): WaitView {
  const { voting, verifying } = poll.stages;
  const release = nextAt ?? verifying;
  // The last count waits a little for ballots on their way; people are told the end of the vote, not that margin.
  const isLast = release > verifying;
  const until = isLast ? verifying : release;
  const isDaily = poll.countPolicy === 'daily';
  return {
    kind: 'wait',
    figures: figures(words.asOfLog, at, words.inLog, ballots, now),
    ...clock(isDaily ? Math.max(voting, until - dayLength) : voting, until, now),
    words: publishText(isLast, until, now),
    heading: words.hiddenTitle,
    detail: hiddenText(isDaily, until, now) + inLogPaceText({ endAt: verifying, step }, now),
    candidates: unrankedRows(poll),
  };
}

function openingView(poll: BoardPoll, now: number): WaitView {
  const { stages } = poll;
  return {
    kind: 'wait',
    figures: null,
    ...clock(Math.min(stages.promoting ?? Infinity, stages.voting - dayLength), stages.voting, now),
    words: words.openingWords,
    heading: words.openingTitle,
    detail: '',
    candidates: unrankedRows(poll),
  };
}

function clock(from: number, until: number, now: number): Pick<WaitView, 'day' | 'time' | 'degrees'> {
  const share = Math.min(1, Math.max(0, (now - from) / (until - from)));
  return { day: dayText(until, now), time: timeText(until), degrees: Math.round(share * 360) };
}

function emptyView(poll: BoardPoll, { shown, at, final, step = usualStep }: Stepped, now: number): NothingView {
  const none = words.noneDetail + inLogPaceText({ endAt: poll.stages.verifying, step }, now);
  return {
    kind: 'nothing',
    figures: figures(words.asOf, shown?.asOf ?? at, words.ballots, 0, now),
    heading: final ? words.emptyTitle : words.noneTitle,
    detail: final ? words.emptyDetail : none,
    candidates: unrankedRows(poll),
  };
}
