import type { GridItem } from '../../../components/candidate-grid/candidate-grid.view';
import type { FailureState } from '../../../components/page-state/page-state.view';
import type { RankRow } from '../../../components/rank-row/rank-row';
import type { NoPublicPoll, PublicPoll } from '../../../services/public-files';
import { pageStateWords } from '../../../text/buttons';
import { titleLines } from '../../../text/poll-page';
import { hostLines } from '../../../text/poll-texts';
import { noneText, resultWords } from '../../../text/results';
import { calledOff, timelineProblems, timelineWords } from '../../../text/timeline';
import { orderCandidates } from '../poll/candidate-order';
import { deadline, type Deadline } from '../poll/deadline.view';
import { phaseOf, type Phase } from '../poll/phase';
import { gridItems } from '../poll/poll.view';
import { resultsView, type ReadyView, type ResultsView } from '../results/results.view';
import { knownPoll, knownStandings, type KnownPoll } from './known-poll';
import { candidatePage, type CandidatePage } from './timeline-candidate.view';

/** A count that was released, as far as one page shows it. */
export interface Released extends Pick<ReadyView, 'asOfLabel' | 'asOf' | 'ballots' | 'next' | 'cut' | 'lot'> {
  kind: 'released';
  inside: RankRow[];
  outside: RankRow[];
}

/** Why there is no count to see. */
export interface Withheld {
  kind: 'withheld';
  title: string;
  detail: string;
  /** How many ballots are in the log; '' before the first. */
  ballots: string;
  /** Of when that is, and when it moves; '' where it is not known. */
  pace: string;
}

export interface PollPage {
  kind: 'poll';
  cover: string;
  titleLines: string[];
  /** Who is behind it, a line for each. */
  hosts: string[];
  phase: Phase;
  stage: KnownPoll['stage'];
  timeline: KnownPoll['timeline'];
  deadline: Deadline;
  guide: string;
  /** Null before the vote. */
  count: Released | Withheld | null;
  candidateCount: string;
  /** Candidates in an order of this opening's own; empty where the ranking lists them. */
  items: GridItem[];
  /** How many more there are than one page shows; '' for none. */
  more: string;
}

export type TimelineView = { kind: 'loading' } | PollPage | CandidatePage | FailureState;

/** Most that one page lists: who wants more reads on in the mini-program. */
const mostListed = 60;

/**
 * What a page alone in the timeline shows of a poll's public files, or of one of its candidates.
 * @param candidateId '' for the poll itself
 * @param clock the server's as well as this phone knows it, epoch milliseconds
 * @param seed of the candidates' order
 */
export function timelineView(
  found: PublicPoll | NoPublicPoll,
  { candidateId, clock, seed }: { candidateId: string; clock: number; seed: number },
): TimelineView {
  if (typeof found === 'string') return problemState(found);
  // A clock that is behind the file's would put the present before the count.
  const now = Math.max(clock, found.standings.at);
  const { withdrawal } = found.poll;
  if (withdrawal !== undefined) return { kind: 'empty', drawing: 'mark', ...calledOff(withdrawal, now), action: '' };
  const poll = knownPoll(found, now);
  const standings = knownStandings(found.standings);
  const results =
    standings &&
    resultsView({ reply: { poll, candidates: poll.candidates }, standings, group: '', mine: new Set(), now });
  if (candidateId === '') return pollPage(poll, results, seed, now);
  return candidatePage(poll, results, candidateId, now) ?? problemState('NO_CANDIDATE');
}

function problemState(problem: keyof typeof timelineProblems): FailureState {
  const words = timelineProblems[problem];
  switch (problem) {
    case 'UNREACHABLE':
      return { kind: 'failed', drawing: 'offline', ...words, action: pageStateWords.retry };
    case 'MISSING':
      return { kind: 'failed', drawing: 'search', ...words, action: pageStateWords.retry };
    case 'NO_CANDIDATE':
      return { kind: 'empty', drawing: 'search', ...words, action: '' };
    case 'CLOSED':
    case 'FOREIGN':
      return { kind: 'empty', drawing: 'mark', ...words, action: '' };
  }
}

function pollPage(poll: KnownPoll, results: ResultsView | null, seed: number, now: number): PollPage {
  const phase = phaseOf(poll.stage);
  const count = phase === 'before' ? null : countOf(results);
  const isRanked = count?.kind === 'released';
  const left = poll.candidates.length - mostListed;
  return {
    kind: 'poll',
    cover: poll.cover ?? '',
    titleLines: titleLines(poll.title),
    hosts: hostLines(poll),
    phase,
    stage: poll.stage,
    timeline: poll.timeline,
    deadline: deadline(poll, now),
    guide: phase === 'after' ? timelineWords.guideAfter : timelineWords.guide,
    count,
    candidateCount: timelineWords.candidateCount(poll.candidates.length, poll.measure),
    items: isRanked ? [] : gridItems(orderCandidates(poll.candidates, seed).slice(0, mostListed)),
    more: left > 0 ? timelineWords.more(left, poll.measure) : '',
  };
}

/** The count as one page tells it. */
export function countOf(results: ResultsView | null): Released | Withheld {
  if (results?.kind === 'hidden') {
    const { detail, ballots, pace } = results;
    return { kind: 'withheld', title: resultWords.hiddenTitle, detail, ballots: timelineWords.inLog(ballots), pace };
  }
  if (results?.kind !== 'ready' || results.none) {
    const [none, pace] = results?.kind === 'ready' ? [results.none, results.next] : [null, ''];
    return { kind: 'withheld', ...(none ?? noneText(false)), ballots: '', pace };
  }
  const { asOfLabel, asOf, ballots, next, cut, lot, inside, outside } = results;
  const listed = inside.slice(0, mostListed);
  return {
    kind: 'released',
    asOfLabel,
    asOf,
    ballots,
    next,
    cut,
    lot,
    inside: listed,
    outside: outside.slice(0, mostListed - listed.length),
  };
}
