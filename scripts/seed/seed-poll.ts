import { randomBytes } from 'node:crypto';
import { closesAt, nextReleaseAt } from '../../cloudfunctions/shared/domain/counting/release';
import { publicVote, usualVoidReasons } from '../../cloudfunctions/shared/domain/poll/usual-rules';
import { verifierKey } from '../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { pollMac, signingKey, wrapPollKey } from '../../cloudfunctions/shared/platform/keys';
import type { TeamCandidate } from '../../cloudfunctions/shared/store/editing/team-candidates';
import type { Teamwork } from '../../cloudfunctions/shared/store/editing/team-polls';
import type { CandidateDocument } from '../../cloudfunctions/shared/store/poll/candidates';
import type { PollDocument } from '../../cloudfunctions/shared/store/poll/polls';
import type { Ruling } from '../../cloudfunctions/shared/store/counting/rulings';
import type { NoteSigner } from '../../cloudfunctions/shared/universal/ledger/note/signed-note';
import type { Keys } from '../keys/installation-keys';
import type { CloudClient } from './cloud-client';
import type { DemoCandidate, DemoPoll } from './demo-poll';
import { drawBallots } from './draw-ballots';
import { writePastLog } from './past-log';
import { seedTeam, signedByOwner, teamworkOf, type Members } from './seed-team';

/** Whose cloud it is: the seeding does what its functions would have done. */
export interface Installation {
  keys: Keys;
  /** Its name in its logs. */
  logName: string;
}

const criteria = ['innovation', 'effectiveness', 'satisfaction', 'sustainability'] as const;

/**
 * Puts one poll with its candidates and ballots into a cloud. The poll's own document comes last: until it is there
 * nobody sees the poll and the sequencer leaves its ballots alone, so what a broken run left is removed first.
 * @param now epoch milliseconds
 * @returns how many ballots it has, most of them still to be counted
 */
export async function seedPoll(
  cloud: CloudClient,
  demo: DemoPoll,
  installation: Installation,
  members: Members,
  now: number,
): Promise<number> {
  const { _id: id, ...rest } = demo.poll;
  for (const collection of ['candidates', 'ballots', 'batches', 'standings', 'rulings'])
    await cloud.removeOfPoll(collection, id);

  const key = randomBytes(32);
  const poll = { id, ...rest, result: publicVote(demo.seats), voidReasons: usualVoidReasons };
  const candidates = await Promise.all(
    demo.candidates.map((candidate, index) => document(cloud, id, candidate, index, poll.stages.voting, members)),
  );
  const options = demo.candidates.flatMap(({ withdrawn, group, appeal }, index) =>
    withdrawn ? [] : [{ id: candidateId(index), group, appeal }],
  );
  const ballots = drawBallots(poll, pollMac(key), options, demo.visits, now);

  await cloud.insert('candidates', candidates);
  await cloud.insert('rulings', withdrawalsOf(demo));
  if (closesAt(poll) < now) {
    const sheet = demo.candidates.map(({ name, group }, index) => ({
      id: candidateId(index),
      number: index + 1,
      name,
      ...(group === undefined ? {} : { group }),
    }));
    const past = writePastLog(poll, sheet, ballots, signerOf(id, installation), now);
    await cloud.insert('ballots', past.ballots);
    await cloud.insert('batches', past.batches);
    await cloud.insert('standings', [past.standings]);
  } else {
    await cloud.insert('ballots', ballots);
    const nextAt = nextReleaseAt(poll, now);
    const standings = { _id: id, batch: -1, ballots: 0, shown: null, nextAt, dueAt: now, final: false };
    await cloud.insert('standings', [standings]);
  }
  await seedTeam(cloud, id, members, now);
  const cover = await cloud.upload(demo.cover);
  const ids = demo.candidates.map((_, index) => candidateId(index));
  const pollDocument: PollDocument & Teamwork = {
    ...teamworkOf(demo, ids, cover, members),
    ...demo.poll,
    result: poll.result,
    voidReasons: poll.voidReasons,
    version: 1,
    status: 'published',
    listed: demo.isUnlisted !== true,
    cover,
    candidateCount: candidates.length,
    key: wrapPollKey(key, newest(installation.keys.MASTER_KEY)),
  };
  await cloud.insert('polls', [pollDocument]);
  return ballots.length;
}

function newest(keys: string): string {
  return keys.split(',')[0] ?? '';
}

/** Who signs the poll's log, as the scheduler would. */
function signerOf(pollId: string, { keys, logName }: Installation): NoteSigner {
  const { publicKey, sign } = signingKey(newest(keys.LOG_KEY));
  return { key: verifierKey(`${logName}/${pollId}`, publicKey), sign };
}

/** The id within the poll of the candidate at this place, such as "c07". */
function candidateId(index: number): string {
  return `c${String(index + 1).padStart(2, '0')}`;
}

function standingOf(reason: string, at: number): Pick<CandidateDocument, 'withdrawn' | 'standing'> {
  return { withdrawn: true, standing: { state: 'withdrawn', reason, at } };
}

/** What the organisers' acts would have handed over to the log. */
function withdrawalsOf({ poll, candidates }: DemoPoll): Ruling[] {
  return candidates.flatMap(({ withdrawn: reason }, index) => {
    if (reason === undefined) return [];
    const candidate = candidateId(index);
    const persons = { proposer: poll.organiser, approver: poll.organiser };
    const _id = `${poll._id}:${candidate}`;
    return [{ _id, pollId: poll._id, kind: 'withdraw', candidate, reason, ...persons, batch: null }];
  });
}

async function document(
  cloud: CloudClient,
  pollId: string,
  candidate: DemoCandidate,
  index: number,
  votingAt: number,
  members: Members,
): Promise<CandidateDocument & Pick<TeamCandidate, 'version' | 'gallery' | 'edited'>> {
  const { name, unit, sentence, group, withdrawn, art = [], facts = [] } = candidate;
  const pictures = await Promise.all(art.map((picture) => cloud.upload(picture)));
  return {
    _id: `${pollId}:${candidateId(index)}`,
    pollId,
    number: index + 1,
    name,
    ...(group === undefined ? {} : { group }),
    ...(withdrawn === undefined ? {} : standingOf(withdrawn, votingAt)),
    unit,
    sentence,
    pictures,
    gallery: pictures,
    version: 1,
    edited: signedByOwner(members, votingAt),
    facts: facts.map(([figure, factUnit, label]) => ({ figure, unit: factUnit, label })),
    criteria: criteria.flatMap((criterion) => {
      const text = candidate.criteria?.[criterion];
      return text === undefined ? [] : [{ criterion, text }];
    }),
  };
}
