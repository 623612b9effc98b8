import type { FailureState } from '../../components/page-state/page-state.view';
import type { ListedPoll } from '../../services/polls';
import { ballotStateText, homeWords, notFoundWords, pollSecondLine, pollTimeText } from '../../text/home';
import { ballotRuleText } from '../../text/rules';
import { stageTags } from '../../../cloudfunctions/shared/universal/stage-words';

/** One poll of the list. */
export interface PollRow {
  id: string;
  title: string;
  second: string;
  cover: string;
  /** Stands for a missing cover's tint. */
  tint: string;
  tag: string;
  ring: 'open' | 'dot' | 'tick';
  isOpen: boolean;
  time: string;
}

/** The open poll at the top, with what this voter may do now. */
export interface FeaturedPoll extends PollRow {
  seal: 'none' | 'mark';
  state: string;
  rule: string;
}

export interface PollSection {
  title: string;
  rows: PollRow[];
}

export type HomeView =
  | { kind: 'loading' }
  | { kind: 'ready'; featured: FeaturedPoll | null; sections: PollSection[] }
  | { kind: 'empty'; drawing: 'mark' | 'search'; title: string; detail: string; action: string }
  | FailureState;

/** @param query what was searched for; empty for the whole list. @param now the server's time, epoch milliseconds */
export function homeView(polls: readonly ListedPoll[], query: string, now: number): HomeView {
  if (polls.length === 0) return query ? notFoundView(query) : noneView();
  if (query) return { kind: 'ready', featured: null, sections: [section(homeWords.found, polls, now)] };
  const open = polls.filter(({ stage }) => stage === 'voting');
  const [first, ...others] = open;
  const coming = polls.filter(({ stage, votingStartAt }) => stage !== 'voting' && now < votingStartAt);
  const ended = polls.filter((poll) => !open.includes(poll) && !coming.includes(poll));
  return {
    kind: 'ready',
    featured: first ? featured(first, now) : null,
    sections: [
      section(homeWords.moreOpen, others, now),
      section(homeWords.coming, coming, now),
      section(homeWords.ended, ended, now),
    ].filter(({ rows }) => rows.length > 0),
  };
}

function section(title: string, polls: readonly ListedPoll[], now: number): PollSection {
  return { title, rows: polls.map((poll) => rowOf(poll, now)) };
}

function rowOf(poll: ListedPoll, now: number): PollRow {
  const tag = poll.isCalledOff ? homeWords.calledOff : stageTags[poll.stage];
  const time = pollTimeText(poll, now);
  return {
    id: poll.id,
    title: poll.title,
    second: poll.organiser,
    cover: poll.cover ?? '',
    tint: String(poll.candidateCount),
    tag,
    ring: ringOf(poll.stage),
    isOpen: poll.stage === 'voting',
    time,
  };
}

function ringOf(stage: ListedPoll['stage']): PollRow['ring'] {
  if (stage === 'preparing') return 'open';
  return stage === 'awarded' || stage === 'archived' ? 'tick' : 'dot';
}

function featured(poll: ListedPoll, now: number): FeaturedPoll {
  const ballotsLeft = poll.me?.ballotsLeft ?? 0;
  return {
    ...rowOf(poll, now),
    second: pollSecondLine(poll),
    seal: ballotsLeft === 0 ? 'mark' : 'none',
    state: ballotStateText(poll, ballotsLeft),
    rule: ballotRuleText(poll.rules, poll.measure),
  };
}

function noneView(): HomeView {
  const { noneTitle: title, noneDetail: detail } = homeWords;
  return { kind: 'empty', drawing: 'mark', title, detail, action: '' };
}

function notFoundView(query: string): HomeView {
  const { detail, action } = notFoundWords;
  return { kind: 'empty', drawing: 'search', title: notFoundWords.title(query), detail, action };
}
