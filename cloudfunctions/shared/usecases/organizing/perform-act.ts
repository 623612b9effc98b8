import { refuse, type Refused } from '../../contract/outcome';
import { parseEntry } from '../../domain/ledger/entries/parse-entry';
import { obstacleTo, type Act, type ActedPoll, type Obstacle } from '../../domain/organizing/act';
import type { Signed } from '../../domain/organizing/person';
import { moveEnd } from '../../domain/organizing/times';
import { entryAt, findBatchAt } from '../../store/batches';
import { changeCandidate, type CandidateChange } from '../../store/organizing/team-candidates';
import { changePoll, type PollChange, type TeamPoll } from '../../store/organizing/team-polls';
import { planNext } from '../../store/standings';
import { loadCandidates, type PlacedCandidate } from './describe-candidate';
import { conflict } from './edit-conflict';
import { replanReminders } from '../reminding/replan-reminders';
import { publishPoll, unpublishPoll } from './publish-poll';

/** What an act is judged by, and who is behind it. */
export interface Bench {
  poll: TeamPoll;
  candidates: PlacedCandidate[];
}

export async function loadBench(poll: TeamPoll): Promise<Bench> {
  return { poll, candidates: await loadCandidates(poll) };
}

/** What stands in the way of an act; asked when it is proposed, and again when it is done. */
export async function findObstacle(act: Act, bench: Bench, now: number): Promise<Refused | null> {
  if ('candidateId' in act && !bench.candidates.some(({ id }) => id === act.candidateId)) {
    return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'act.candidateId' });
  }
  const obstacle = obstacleTo(act, actedPoll(bench), now) ?? (await ballotObstacle(act, bench.poll.id));
  return obstacle && notPossible(obstacle);
}

export function notPossible(obstacle: Obstacle): Refused {
  return refuse('ACT_NOT_POSSIBLE', `not possible: ${obstacle.obstacle}`, { ...obstacle });
}

function actedPoll({ poll, candidates }: Bench): ActedPoll {
  const { status, stages, latestEnd, rules, voidReasons } = poll;
  const standing = candidates.map(({ id, group, standing: now }) => ({
    id,
    ...(group === undefined ? {} : { group }),
    ...(now === undefined ? {} : { standing: now.state }),
  }));
  const end = latestEnd === undefined ? {} : { latestEnd };
  return { status, stages, rules, voidReasons, candidates: standing, ...end };
}

async function ballotObstacle(act: Act, pollId: string): Promise<Obstacle | null> {
  if (act.kind !== 'voidBallot' && act.kind !== 'restoreBallot') return null;
  const batch = await findBatchAt(pollId, act.index);
  const text = batch === null ? undefined : entryAt(batch, act.index);
  const entry = text === undefined ? undefined : parseEntry(text);
  return typeof entry === 'object' && entry.kind === 'ballot' ? null : { obstacle: 'noSuchBallot' };
}

/**
 * Does an act. Each is one conditional update, or begins with the one that decides, so repeating it after a fault is safe; one
 * that is done already is done.
 * @returns null when it is done, but for what the log has to take in
 */
export async function performAct(act: Act, bench: Bench, approver: Signed): Promise<Refused | null> {
  const { at } = approver;
  const { poll } = bench;
  switch (act.kind) {
    case 'publish':
      return publishPoll(poll, approver, at);
    case 'unpublish':
      return unpublishPoll(poll, approver, act.reason);
    case 'withdraw': {
      const withdrawal = { reason: act.reason, at };
      const refused = await change(poll, act, { status: 'withdrawn', listed: false, withdrawal }, approver);
      // The board says so.
      if (refused === null) await planNext(poll.id, at);
      return refused;
    }
    case 'endEarly':
    case 'extend': {
      const stages = moveEnd(poll.stages, act.endAt);
      const refused = await change(poll, act, { stages }, approver);
      if (refused !== null) return refused;
      await planNext(poll.id, at);
      await replanReminders(poll.id, stages);
      return null;
    }
    case 'freezeCandidate':
    case 'withdrawCandidate':
    case 'unfreezeCandidate':
      return changeStanding(act, bench, approver);
    case 'voidBallot':
    case 'restoreBallot':
      // The scheduler does it, once it is handed over.
      return null;
  }
}

async function change(
  { id, version, edited }: TeamPoll,
  { kind, reason }: { kind: string; reason: string },
  fields: PollChange,
  by: Signed,
): Promise<Refused | null> {
  const record = { at: by.at, what: kind, reason };
  const guard = { version, status: 'published' as const };
  const isChanged = await changePoll(id, guard, { ...fields, edited: by }, ['version', 'touched'], record);
  return isChanged ? null : conflict(version, edited);
}

/** Ballots for a frozen or withdrawn candidate stay as they are; it takes no more. */
async function changeStanding(
  { kind, candidateId, reason }: Extract<Act, { candidateId: string }>,
  { poll, candidates }: Bench,
  by: Signed,
): Promise<Refused | null> {
  const candidate = candidates.find(({ id }) => id === candidateId);
  if (candidate === undefined) throw new Error(`the candidate ${candidateId} was there a moment ago`);
  const state = kind === 'freezeCandidate' ? 'frozen' : 'withdrawn';
  const isOut = kind !== 'unfreezeCandidate';
  const fields: CandidateChange = isOut
    ? { withdrawn: true, standing: { state, reason, at: by.at } }
    : { withdrawn: null, standing: null };
  if (!(await changeCandidate(poll.id, candidateId, candidate.version, { ...fields, edited: by }))) {
    return conflict(candidate.version + 1, candidate.edited);
  }
  await changePoll(poll.id, {}, {}, ['touched'], { at: by.at, what: kind, candidateId, reason });
  // The board moves the candidate.
  await planNext(poll.id, by.at);
  return null;
}

/** Whether an act that was approved, and may have been cut short, has had its effect. */
export function hasTakenEffect(act: Act, { poll, candidates }: Bench): boolean {
  switch (act.kind) {
    case 'publish':
      return poll.status === 'published';
    case 'unpublish':
      return poll.status === 'draft';
    case 'withdraw':
      return poll.status === 'withdrawn';
    case 'endEarly':
    case 'extend':
      return poll.stages.verifying === act.endAt;
    case 'freezeCandidate':
    case 'withdrawCandidate':
    case 'unfreezeCandidate': {
      const standing = candidates.find(({ id }) => id === act.candidateId)?.standing?.state;
      const wanted = { freezeCandidate: 'frozen', withdrawCandidate: 'withdrawn', unfreezeCandidate: undefined };
      return standing === wanted[act.kind];
    }
    case 'voidBallot':
    case 'restoreBallot':
      // Handing the same ruling over again changes nothing.
      return false;
  }
}
