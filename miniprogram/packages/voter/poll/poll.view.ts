import type { WantedReminders } from '../../../components/reminder/reminder.view';
import type { GridItem } from '../../../components/candidate-grid/candidate-grid.view';
import type { PollReply } from '../../../services/polls';
import { participationOf } from '../../../../cloudfunctions/shared/universal/participation';
import type { Standing } from '../../../stores/receipts';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { askWords, countInWords, countWords, pollWords, titleLines } from '../../../text/poll-page';
import { dateTimeText } from '../../../../cloudfunctions/shared/universal/times';
import { hostLines } from '../../../text/poll-texts';
import { promiseText } from '../../../text/standing';
import { changesCard, type ChangesCard, sealPlace, type SealPlace, wantedReminders } from './head.view';
import { outcomeCard, type OutcomeCard } from './outcome-card.view';
import { countRow, type CountRow } from './count-row.view';
import { phaseOf, type Phase } from './phase';
import { rulesView, type RulesView } from './rules.view';
import { deadline, type Deadline } from './deadline.view';

/** A tab above the grid; '' is all groups. */
export interface GroupTab {
  id: string;
  name: string;
}

/** Everything on the page but the cards' states and the bar, which change with each choice. */
export interface PollView {
  phase: Phase;
  cover: string;
  titleLines: string[];
  /** Who is behind it, a line for each. */
  hosts: string[];
  seal: SealPlace;
  /** What 长辈版 asks for while a ballot can be cast; null else. */
  ask: Ask | null;
  deadline: Deadline;
  rules: RulesView;
  approval: string;
  /** The way to the notice or the award; null while there is neither. */
  outcome: OutcomeCard | null;
  countRow: CountRow | null;
  /** Null where nothing was changed since publishing. */
  changes: ChangesCard | null;
  /** When the voter's own ballot will be public; '' where there is nothing to say. */
  ownBallot: string;
  /** Both and what lies behind them, for a screen reader. */
  countSpoken: string;
  /** After the vote the rules give way to the counts; their sheet stays reachable below the candidates. */
  isBrief: boolean;
  candidateCount: string;
  groups: GroupTab[];
  canSearch: boolean;
  isDaily: boolean;
  /** How candidates are counted, for the feet of their cards. */
  measure: PollReply['poll']['measure'];
  /** Whoever scans the poster of a group's poll could not vote. */
  hasPoster: boolean;
  /** The vote is over, and there is a notice to which people may object. */
  hasObjections: boolean;
  timeline: PollReply['poll']['timeline'];
  stage: PollReply['poll']['stage'];
  /** What one may want to be told of now; null for nothing. */
  reminders: WantedReminders | null;
}

/** 请选 3 到 10 件: what one is to do, and within which terms. */
export interface Ask {
  title: string;
  terms: string;
}

/** Below this a glance finds every candidate. */
const WORTH_SEARCHING = 9;

/**
 * What the poll page shows of the server's reply.
 * @param now the server's clock, epoch milliseconds
 * @param standing how the voter's newest ballot of the period stands, as this phone knows
 * @param seen how many of the poll's changes its owner knows of
 * @param promisedAt by when that ballot is to be public; null where it is, or nobody here knows
 */
export function pollView(
  reply: PollReply,
  now: number,
  standing: Standing,
  seen = 0,
  promisedAt: number | null = null,
): PollView {
  const { poll, me, candidates } = reply;
  const phase = phaseOf(poll.stage);
  const isPast = phase === 'after' || me.ballots.length >= poll.rules.ballotsPerPeriod;
  const row = isPast ? countRow(poll, now) : null;
  const own = promisedAt === null ? '' : ownBallotText(promisedAt, now);
  return {
    phase,
    cover: poll.cover ?? '',
    titleLines: titleLines(poll.title),
    hosts: hostLines(poll),
    seal: sealPlace(poll, me, standing),
    ask: reply.can.cast ? askOf(poll) : null,
    deadline: deadline(poll, now),
    rules: rulesView(poll),
    approval: poll.approval === undefined ? '' : pollWords.approval(poll.approval),
    outcome: outcomeCard(reply, now),
    changes: changesCard(reply, seen, now),
    countRow: row,
    ownBallot: own,
    countSpoken: row === null ? '' : [row.text, own, row.link].filter((part) => part !== '').join('，'),
    isBrief: isPast,
    candidateCount: pollWords.candidateCount(candidates.length, poll.measure),
    groups: groupTabs(reply),
    canSearch: candidates.length >= WORTH_SEARCHING,
    isDaily: poll.rules.period === 'daily',
    measure: poll.measure,
    hasPoster: poll.isForGroups !== true,
    hasObjections: phase === 'after' && poll.timeline.some(({ stage }) => stage === 'notice'),
    timeline: poll.timeline,
    stage: poll.stage,
    reminders: wantedReminders(reply, phase),
  };
}

function askOf({ rules, measure, votingEndAt }: PollReply['poll']): Ask {
  const { period, ballotsPerPeriod, choices } = rules;
  const every = `${period === 'daily' ? '每天' : '每人'}${countInWords(ballotsPerPeriod)}票`;
  return {
    title:
      choices.min === choices.max
        ? askWords.exactly(choices.max, measure)
        : askWords.some(choices.min, choices.max, measure),
    terms: askWords.terms(every, dateTimeText(votingEndAt)),
  };
}

function ownBallotText(promisedAt: number, now: number): string {
  return now < promisedAt ? countWords.own(promiseText(promisedAt, now)) : countWords.ownLate;
}

/** Candidates as the grid takes them. */
export function gridItems(candidates: readonly PollReply['candidates'][number][]): GridItem[] {
  return candidates.map((candidate) => ({
    id: candidate.id,
    number: plateText(candidate.number),
    name: candidate.name,
    unit: candidate.unit,
    picture: candidate.picture ?? '',
    participation: participationOf(candidate),
  }));
}

/** Candidates whose cards say that a ballot of this period names them, and take no further choice. */
export function settledCandidates({ poll, me, can }: PollReply): string[] {
  const named = [...new Set(me.ballots.flatMap(({ choices }) => choices))];
  const { perCandidate } = poll.rules;
  if (!can.cast) return named;
  if (perCandidate === undefined) return [];
  return named.filter((id) => me.ballots.filter(({ choices }) => choices.includes(id)).length >= perCandidate);
}

function groupTabs({ poll, candidates }: PollReply): GroupTab[] {
  const inUse = (poll.rules.groups ?? []).filter(({ id }) => candidates.some(({ group }) => group === id));
  if (inUse.length === 0) return [];
  return [{ id: '', name: pollWords.allGroups }, ...inUse.map(({ id, name }) => ({ id, name }))];
}
