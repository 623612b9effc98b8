import { dayLength, midnightBefore } from '../../../../cloudfunctions/shared/universal/day';
import { groupedText } from '../../../../cloudfunctions/shared/universal/numbers';
import { participationWords } from '../../../../cloudfunctions/shared/universal/participation';
import { barPercent, percentOf, percentText } from '../../../../cloudfunctions/shared/universal/ranking';
import type { FailureState } from '../../../components/page-state/page-state.view';
import type { ReportKind } from '../../../services/exports';
import type { Standings } from '../../../services/standings';
import { stageTags } from '../../../../cloudfunctions/shared/universal/stage-words';
import { inLogText } from '../../../text/results';
import { dayText, momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { Dashboard, DashboardPoll } from '../services/dashboard';
import { dashboardWords, dayOfText, exportNames, spokenTrend, toDoTexts } from '../text/dashboard';
import { byDay, byHour, today, type Span, type TrendPoint } from './trend';

export interface ShareRow {
  id: string;
  name: string;
  percent: number;
  share: string;
  spoken: string;
}

/** A chat group's people in numbers that point to nobody, or in words where they would. */
export interface TurnoutRow {
  id: string;
  name: string;
  ballots: string;
  visits: string;
  spoken: string;
}

export interface RankLine {
  id: string;
  rank: string;
  name: string;
  votes: string;
  spoken: string;
}

export interface ReadyView {
  kind: 'ready';
  title: string;
  tag: string;
  isOpen: boolean;
  when: string;
  /** Of when the numbers are, and when they move; and what visits are. */
  note: string;
  toDos: { kind: Dashboard['toDos'][number]['kind']; title: string; detail: string; icon: string }[];
  figures: { label: string; figure: string }[];
  spans: { id: Span; name: string; isChosen: boolean }[];
  trend: TrendPoint[];
  trendSpoken: string;
  unfinished: string;
  hasBallots: boolean;
  table: { label: string; ballots: string; visits: string }[];
  funnel: { name: string; count: number; label: string }[];
  funnelText: string;
  channels: ShareRow[];
  /** Empty where the poll is not of chat groups. */
  turnout: TurnoutRow[];
  turnoutHint: string;
  groups: ShareRow[];
  hidden: string;
  ranking: RankLine[];
  log: { title: string; detail: string; isPublic: boolean };
  exports: { kind: ReportKind; name: string; detail: string }[];
}

export type DashboardView = { kind: 'loading' } | ReadyView | FailureState;

export interface Shown {
  poll: DashboardPoll;
  dashboard: Dashboard;
  /** What everybody can ask: absent while the poll is a draft. */
  standings: Standings | undefined;
  span: Span;
  /** The server's time, epoch milliseconds. */
  now: number;
}

/** How much of the ranking stands here; the rest is on the page that everybody sees. */
const ranksHere = 5;

export function dashboardView({ poll, dashboard, standings, span, now }: Shown): ReadyView {
  const { ballots, visits, asOf } = dashboard;
  const { voting, verifying } = poll.stages;
  const isOver = now >= verifying;
  const trend = span === 'day' ? byDay(dashboard, voting, verifying, now) : byHour(dashboard, now);
  const title = dashboardWords.trend[span];
  return {
    kind: 'ready',
    title: poll.title,
    tag: stageTags[poll.stage],
    isOpen: poll.status === 'published' && poll.stage === 'voting',
    when: whenText(poll, now),
    note: noteText(dashboard, standings, verifying, now),
    toDos: dashboard.toDos.map(({ kind, count }) => {
      const { title: say, detail, icon } = toDoTexts[kind];
      return { kind, title: say(count), detail, icon };
    }),
    figures: [
      { label: dashboardWords.figures.ballots, figure: groupedText(ballots.total) },
      {
        label: todayLabel(asOf, isOver, now),
        figure: groupedText(today(ballots, asOf)),
      },
      { label: dashboardWords.figures.visits, figure: groupedText(visits.total) },
    ],
    spans: (['day', 'hour'] as const).map((id) => ({ id, name: dashboardWords.spans[id], isChosen: id === span })),
    trend,
    trendSpoken: spokenTrend(title, trend),
    unfinished: !isOver && trend.some(({ isUnfinished }) => isUnfinished) ? dashboardWords.unfinished[span] : '',
    hasBallots: ballots.total > 0 || visits.total > 0,
    table: trend
      .filter(({ isAhead }) => !isAhead)
      .map(({ label, ballots: cast, visits: opened }) => ({
        label,
        ballots: groupedText(cast),
        visits: groupedText(opened),
      })),
    ...funnelPart(visits.total, ballots.total),
    channels: channelRows(ballots.byChannel, ballots.total),
    ...turnoutPart(dashboard.turnout ?? []),
    ...standingsPart(dashboard, now),
    log: logPart(standings),
    exports: (['results', 'participation', 'candidates'] as const).map((kind) => ({ kind, ...exportNames[kind] })),
  };
}

function whenText({ stages }: DashboardPoll, now: number): string {
  const { voting, verifying } = stages;
  if (now < voting) return `${momentText(voting, now)} 开始`;
  const end = `${momentText(verifying, now)} 截止`;
  if (now >= verifying) return end;
  const days = Math.round((midnightBefore(verifying - 1) - midnightBefore(voting)) / dayLength) + 1;
  const which = Math.round((midnightBefore(now) - midnightBefore(voting)) / dayLength) + 1;
  return days > 1 ? `${dayOfText(which, days)} · ${end}` : end;
}

/** The day of the last release, and up to when: 今天到 10:00, 昨天到 23:00. */
function todayLabel(asOf: number, isOver: boolean, now: number): string {
  const { figures } = dashboardWords;
  if (isOver) return dayText(asOf, now);
  return asOf > now ? figures.today : figures.upTo(momentText(asOf, now));
}

function noteText({ asOf }: Dashboard, standings: Standings | undefined, endAt: number, now: number): string {
  const { visitsHint } = dashboardWords;
  // A draft has no public count, and nothing to be counted yet.
  if (standings === undefined) return visitsHint;
  return `${inLogText({ asOf, endAt, step: standings.step }, now)}。${visitsHint}`;
}

/** No funnel where more was cast than opened, as far as visits were noted: it would stand on its head. */
function funnelPart(visits: number, ballots: number): Pick<ReadyView, 'funnel' | 'funnelText'> {
  if (ballots > visits) return { funnel: [], funnelText: dashboardWords.funnelOver };
  const { funnelSteps, funnelShare } = dashboardWords;
  return {
    funnel: [funnelStep(funnelSteps.visits, visits), funnelStep(funnelSteps.ballots, ballots)],
    funnelText: funnelShare(String(Math.round(percentOf(ballots, visits)))),
  };
}

function funnelStep(name: string, count: number): ReadyView['funnel'][number] {
  return { name, count, label: `${name} ${groupedText(count)}` };
}

/** Channels that mean the same to people stand as one. */
function channelRows(channels: Dashboard['ballots']['byChannel'], total: number): ShareRow[] {
  const sums = new Map<string, number>();
  for (const { channel, name: called, count } of channels) {
    const name = channel === '' ? dashboardWords.otherChannel : called;
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return [...sums].sort((a, b) => b[1] - a[1]).map(([name, count]) => shareRow(name, name, count, total));
}

function shareRow(id: string, name: string, count: number, total: number): ShareRow {
  const percent = percentOf(count, total);
  const share = percentText(percent);
  return { id, name, percent: barPercent(percent), share, spoken: `${name}，${share}` };
}

type Turnout = NonNullable<Dashboard['turnout']>;

function turnoutPart(turnout: Turnout): Pick<ReadyView, 'turnout' | 'turnoutHint'> {
  const counts = turnout.flatMap(({ ballots, visits }) => [ballots, visits]);
  const { withheldHint, fewHint } = dashboardWords;
  return {
    turnout: turnout.map(({ id, name, ballots, visits }) => {
      const [cast, opened] = [carefulText(ballots), carefulText(visits)];
      return { id, name, ballots: cast, visits: opened, spoken: dashboardWords.turnoutLine(name, cast, opened) };
    }),
    turnoutHint: counts.includes('withheld') ? withheldHint : counts.includes('few') ? fewHint : '',
  };
}

function carefulText(count: Turnout[number]['ballots']): string {
  return typeof count === 'number' ? groupedText(count) : dashboardWords.careful[count];
}

function standingsPart({ standings }: Dashboard, now: number): Pick<ReadyView, 'groups' | 'hidden' | 'ranking'> {
  if (standings.hidden)
    return { groups: [], ranking: [], hidden: dashboardWords.hidden(momentText(standings.nextAt, now)) };
  const votes = standings.groups.reduce((sum, group) => sum + group.votes, 0);
  return {
    hidden: '',
    groups: standings.groups.map(({ id, name, votes: own }) => shareRow(id, name, own, votes)),
    ranking: standings.ranking
      .flatMap(({ rank, ...rest }) => (rank === null ? [] : [{ ...rest, rank }]))
      .slice(0, ranksHere)
      .map(({ candidateId, rank, name, votes: own, participation }) => {
        const note = participationWords[participation];
        const noted = note === '' ? name : `${name}（${note}）`;
        return {
          id: candidateId,
          rank: String(rank),
          name: noted,
          votes: groupedText(own),
          spoken: dashboardWords.rankLine(rank, noted, own),
        };
      }),
  };
}

/** How far the public log is: it moves with the figures here, and with everyone's. */
function logPart(standings: Standings | undefined): ReadyView['log'] {
  const size = standings?.log?.size;
  if (standings === undefined || size === undefined) {
    const { none: title, noneDetail: detail } = dashboardWords.log;
    return { title, detail, isPublic: false };
  }
  const detail = `${dashboardWords.logSize(size)} · ${dashboardWords.logPace}`;
  return { title: dashboardWords.log.title, detail, isPublic: true };
}
