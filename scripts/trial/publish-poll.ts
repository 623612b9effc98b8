import { randomBytes } from 'node:crypto';
import type { FairPlayRules } from '../../cloudfunctions/shared/universal/fair-play';
import type { BallotRules, CountPolicy, StageTimes } from '../../cloudfunctions/shared/universal/poll';
import { nextReleaseAt } from '../../cloudfunctions/shared/domain/counting/release';
import { publicVote, usualVoidReasons } from '../../cloudfunctions/shared/domain/poll/usual-rules';
import type { CandidateDocument } from '../../cloudfunctions/shared/store/poll/candidates';
import type { PollDocument } from '../../cloudfunctions/shared/store/poll/polls';
import type { Standings } from '../../cloudfunctions/shared/store/counting/standings';
import { connect, insertAll } from '../connect';

const hour = 60 * 60 * 1000;

export interface PollShape {
  id?: string;
  title?: string;
  rules?: Partial<BallotRules>;
  countPolicy?: CountPolicy;
  stages?: StageTimes;
  /** How many candidates; their ids are c1, c2, … */
  candidates?: number;
  /** Group by candidate id. */
  groupOf?: Record<string, string>;
  /** Ids of the chat groups whose members vote; everyone, unless told. */
  chatGroups?: string[];
  withdrawn?: string[];
  /** What is looked at to find ballots that no resident cast; nothing, unless told. */
  fairPlay?: FairPlayRules;
  /** How many win; all, unless told. */
  seats?: number;
  status?: PollDocument['status'];
  listed?: boolean;
  /** Epoch milliseconds; what "now" is for the stages left out. */
  now?: number;
}

let serial = 0;

/**
 * Publishes a poll: by default five candidates, one choice, one ballot for the whole event, live counts, open from
 * an hour ago for a day.
 * @returns its id
 */
export async function publishPoll(url: string, shape: PollShape = {}): Promise<string> {
  const app = connect(url);
  const now = shape.now ?? Date.now();
  const id = shape.id ?? `t${(serial += 1)}${randomBytes(2).toString('hex')}`;
  const count = shape.candidates ?? 5;
  const poll = pollDocument(id, count, shape, now);
  const candidates = Array.from({ length: count }, (_, index) => candidateDocument(id, index + 1, shape));
  await insertAll(app, 'candidates', candidates);
  await insertAll(app, 'standings', [standingsDocument(poll, now)]);
  await insertAll(app, 'polls', [poll]);
  return id;
}

function pollDocument(id: string, count: number, shape: PollShape, now: number): PollDocument {
  return {
    _id: id,
    version: 1,
    touched: 1,
    status: shape.status ?? 'published',
    listed: shape.listed ?? true,
    title: shape.title ?? `Test poll ${id}`,
    organiser: 'The office',
    summary: 'A poll for tests.',
    stages: shape.stages ?? { promoting: now - 2 * hour, voting: now - hour, verifying: now + 24 * hour },
    rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 }, ...shape.rules },
    countPolicy: shape.countPolicy ?? { kind: 'live' },
    result: publicVote(shape.seats ?? count),
    voidReasons: usualVoidReasons,
    candidateCount: count,
    ...(shape.fairPlay === undefined ? {} : { fairPlay: shape.fairPlay }),
    ...(shape.chatGroups === undefined ? {} : { chatGroups: shape.chatGroups }),
  };
}

function candidateDocument(pollId: string, number: number, shape: PollShape): CandidateDocument {
  const id = `c${number}`;
  const group = shape.groupOf?.[id];
  return {
    _id: `${pollId}:${id}`,
    pollId,
    number,
    name: `Candidate ${number}`,
    unit: 'A unit',
    sentence: 'A sentence.',
    pictures: [],
    facts: [],
    criteria: [],
    ...(group === undefined ? {} : { group }),
    ...(shape.withdrawn?.includes(id) ? { withdrawn: true as const } : {}),
  };
}

function standingsDocument(poll: PollDocument, now: number): Omit<Standings, 'pollId'> & { _id: string } {
  const nextAt = nextReleaseAt(poll, now);
  return { _id: poll._id, batch: -1, ballots: 0, shown: null, nextAt, dueAt: now, final: false };
}
