import { randomBytes } from 'node:crypto';
import tcb from '@cloudbase/node-sdk';
import type { BallotRules, CountPolicy, StageTimes } from '../../cloudfunctions/shared/domain/poll';
import { nextReleaseAt } from '../../cloudfunctions/shared/domain/release';
import { wrapPollKey } from '../../cloudfunctions/shared/platform/keys';
import type { CandidateDocument } from '../../cloudfunctions/shared/store/candidates';
import type { PollDocument } from '../../cloudfunctions/shared/store/polls';
import type { Standings } from '../../cloudfunctions/shared/store/standings';

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
  withdrawn?: string[];
  status?: PollDocument['status'];
  listed?: boolean;
  /** Epoch milliseconds; what "now" is for the stages left out. */
  now?: number;
}

// Outside a function the SDK asks the network whether this machine is Tencent's before each call, unless told.
process.env['TENCENTCLOUD'] = 'true';
// Or warn of a slow call seconds after its test.
process.env['SILENCE'] = 'true';

/** A node-sdk client of a local cloud. */
export function connect(url: string): tcb.CloudBase {
  return tcb.init({
    env: 'local',
    secretId: 'test',
    secretKey: 'test',
    serviceUrl: `${url}/admin`,
  } as tcb.ICloudBaseConfig);
}

let serial = 0;

/**
 * Publishes a poll: by default five candidates, one choice, one ballot for the whole event, live counts, open from
 * an hour ago for a day.
 * @returns its id
 */
export async function publishPoll(url: string, masterKey: string, shape: PollShape = {}): Promise<string> {
  const db = connect(url).database();
  const now = shape.now ?? Date.now();
  const id = shape.id ?? `t${(serial += 1)}${randomBytes(2).toString('hex')}`;
  const count = shape.candidates ?? 5;
  const poll = pollDocument(id, count, shape, masterKey, now);
  const candidates = Array.from({ length: count }, (_, index) => candidateDocument(id, index + 1, shape));
  await insert(db, 'candidates', candidates);
  await insert(db, 'standings', [standingsDocument(poll, now)]);
  await insert(db, 'polls', [poll]);
  return id;
}

function pollDocument(id: string, count: number, shape: PollShape, masterKey: string, now: number): PollDocument {
  return {
    _id: id,
    version: 1,
    status: shape.status ?? 'published',
    listed: shape.listed ?? true,
    title: shape.title ?? `Test poll ${id}`,
    organiser: 'The office',
    summary: 'A poll for tests.',
    stages: shape.stages ?? { promoting: now - 2 * hour, voting: now - hour, verifying: now + 24 * hour },
    rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 }, ...shape.rules },
    countPolicy: shape.countPolicy ?? { kind: 'live' },
    candidateCount: count,
    key: wrapPollKey(randomBytes(32), masterKey),
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

async function insert(
  db: ReturnType<tcb.CloudBase['database']>,
  collection: string,
  documents: object[],
): Promise<void> {
  for (let from = 0; from < documents.length; from += 500) {
    const result: unknown = await db.collection(collection).add(documents.slice(from, from + 500));
    // node-sdk answers a refused write with a value that carries a code.
    if (typeof result === 'object' && result !== null && 'code' in result && result.code) {
      throw new Error(`insert into ${collection}: ${JSON.stringify(result)}`);
    }
  }
}

/** All documents of a collection that match, in pages, by id. */
export async function readAll<Document extends { _id: string }>(
  url: string,
  collection: string,
  condition: object = {},
): Promise<Document[]> {
  const db = connect(url).database();
  const found: Document[] = [];
  for (;;) {
    const last = found.at(-1)?._id;
    const page: { data: Document[] } = await db
      .collection(collection)
      .where(last === undefined ? condition : { ...condition, _id: db.command.gt(last) })
      .orderBy('_id', 'asc')
      .limit(1000)
      .get();
    found.push(...page.data);
    if (page.data.length < 1000) return found;
  }
}
