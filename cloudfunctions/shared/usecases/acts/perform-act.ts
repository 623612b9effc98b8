import { refuse, type Refused } from '../../contract/answered';
import type { ActObstacle } from '../../universal/act-obstacle';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { announcedLot, isDraw } from '../../universal/lot';
import { obstacleTo, type Act, type ActedPoll, type StandingAct } from '../../domain/acts/act';
import { changedStages } from '../../domain/editing/changed-fields';
import type { Signed } from '../../domain/team/person';
import type { PublicChange } from '../../domain/editing/poll-content';
import { moveEnd } from '../../domain/editing/times';
import { entryAt, findBatchAt, findLastBatch } from '../../store/counting/batches';
import { insertChange, removeChange } from '../../store/poll/changes';
import type { Proposal } from '../../store/acts/proposals';
import { changeCandidate, type CandidateChange } from '../../store/editing/team-candidates';
import { changePoll, type PollChange, type TeamPoll } from '../../store/editing/team-polls';
import { findStandings } from '../../store/counting/standings';
import { findRuling } from '../../store/counting/rulings';
import { reachArchived } from '../../store/poll/polls';
import { isPublic } from '../counting/is-public';
import { callForPoll } from '../scheduling/call-scheduler';
import { loadCandidates, type PlacedCandidate } from '../editing/describe-candidate';
import { conflict } from '../editing/edit-conflict';
import { drawRuling } from './hand-over';
import { answerObjection, answerRefusal } from '../outcome/answer-objection';
import { closeOpenObjections } from '../outcome/open-objections';
import { certify, outcomeObstacle } from './judge-outcome';
import { isJuryActDone, juryObstacle, performJuryAct } from './jury-acts';
import { replanReminders, tellEnding } from '../reminders/replan-reminders';
import { publishPoll, unpublishPoll } from './publish-poll';

type ObstacleRefusal =
  'CANDIDATE_NOT_FOUND' | 'OBJECTION_NOT_FOUND' | 'ACT_NOT_FOUND' | 'ACT_NOT_POSSIBLE' | 'DRAW_MALFORMED';
type PerformRefusal =
  'CHECKLIST_INCOMPLETE' | 'EDIT_CONFLICT' | 'OBJECTION_NOT_FOUND' | 'ACT_NOT_FOUND' | 'ACT_NOT_POSSIBLE';
/** Why an act was not done. */
export type ActRefusal = ObstacleRefusal | PerformRefusal;

/** What an act is judged by, and who is behind it. */
export interface Bench {
  poll: TeamPoll;
  candidates: PlacedCandidate[];
}

export async function loadBench(poll: TeamPoll): Promise<Bench> {
  return { poll, candidates: await loadCandidates(poll) };
}

/**
 * What stands in the way of an act; asked when it is proposed, and again when it is done.
 * @param actId the proposal's, once there is one
 */
export async function findObstacle(
  act: Act,
  bench: Bench,
  now: number,
  actId?: string,
): Promise<Refused<ObstacleRefusal> | null> {
  if ('candidateId' in act && !bench.candidates.some(({ id }) => id === act.candidateId)) {
    return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'act.candidateId' });
  }
  const obstacle =
    obstacleTo(act, actedPoll(bench), now) ??
    (await ballotObstacle(act, bench.poll.id)) ??
    (await drawObstacle(act, bench.poll.id, actId)) ??
    (await outcomeObstacle(act, bench.poll, now, actId)) ??
    (await juryObstacle(act, bench.poll, bench.candidates));
  if (obstacle) return notPossible(obstacle);
  if (act.kind === 'answerObjection') return answerRefusal(act, bench.poll.id, actId);
  return act.kind === 'enterDraw' ? malformedDraw(act.draw, bench) : null;
}

/** There is one way to write a draw, so that nobody can look for the one that pleases. */
function malformedDraw(draw: string, { poll }: Bench): Refused<'DRAW_MALFORMED'> | null {
  const { digits } = announcedLot(poll.result) ?? { digits: 0 };
  if (isDraw(draw, digits)) return null;
  return refuse('DRAW_MALFORMED', `act.draw: exactly ${digits} ASCII digits`, { field: 'act.draw', digits });
}

export function notPossible(obstacle: ActObstacle): Refused<'ACT_NOT_POSSIBLE'> {
  return refuse('ACT_NOT_POSSIBLE', `not possible: ${obstacle.obstacle}`, { ...obstacle });
}

export function actedPoll({ poll, candidates }: Bench): ActedPoll {
  const { status, stages, latestEnd, rules, voidReasons, result, reached, callOff, jury } = poll;
  const lot = announcedLot(result);
  const standing = candidates.map(({ id, group, standing: now }) => ({
    id,
    ...(group === undefined ? {} : { group }),
    ...(now === undefined ? {} : { standing: now.state }),
  }));
  const end = latestEnd === undefined ? {} : { latestEnd };
  return {
    status,
    stages,
    rules,
    voidReasons,
    candidates: standing,
    isCalledOff: callOff !== undefined,
    isJuryOpen: result.jury !== undefined && jury?.lockedAt === undefined,
    ...(reached === undefined ? {} : { reached }),
    ...end,
    ...(lot === undefined ? {} : { lot }),
  };
}

/** Of what is not public yet the team learns nothing either, not even that it is there. */
async function ballotObstacle(act: Act, pollId: string): Promise<ActObstacle | null> {
  if (act.kind !== 'voidBallot' && act.kind !== 'restoreBallot') return null;
  const [batch, standings] = await Promise.all([findBatchAt(pollId, act.index), findStandings(pollId)]);
  const isShown = batch !== null && isPublic({ batch: batch.n }, standings);
  const text = isShown ? entryAt(batch, act.index) : undefined;
  const entry = text === undefined ? undefined : parseEntry(text);
  return typeof entry === 'object' && entry.kind === 'ballot' ? null : { obstacle: 'noSuchBallot' };
}

/** A poll has one draw; a log that has its result takes none. */
async function drawObstacle(act: Act, pollId: string, actId: string | undefined): Promise<ActObstacle | null> {
  if (act.kind !== 'enterDraw') return null;
  const [drawn, last] = await Promise.all([findRuling(drawRuling(pollId)), findLastBatch(pollId)]);
  if (drawn !== null) return drawn.actId === actId ? null : { obstacle: 'alreadyDrawn' };
  return last?.tally.hasResult ? { obstacle: 'notNeeded' } : null;
}

/** An act on its way: by its id it enters the public record once. */
export type Doing = Pick<Proposal, 'id' | 'act' | 'needsSecondPerson' | 'proposer'>;

/**
 * Does an act. Each is one conditional update, or begins with the one that decides, so repeating it after a fault is safe; one
 * that is done already is done.
 * @returns null when it is done, but for what the log has to take in
 */
export async function performAct(
  doing: Doing,
  bench: Bench,
  approver: Signed,
): Promise<Refused<PerformRefusal> | null> {
  const { act } = doing;
  const { at } = approver;
  const { poll } = bench;
  switch (act.kind) {
    case 'publish':
      return publishPoll(poll, approver, at, recordOf(doing, at));
    case 'unpublish':
      return unpublishPoll(poll, approver, recordOf(doing, at));
    case 'withdraw': {
      const withdrawal = { reason: act.reason, at, ...aloneIn(doing) };
      const change: PollChange = { status: 'withdrawn', listed: false, withdrawal };
      const refused = await changePublished(poll, recordOf(doing, at), change, approver);
      // The board says so, and so do those messages that would have told of the result.
      if (refused === null) await tellEnding(poll.id, at);
      if (refused === null) await callForPoll(poll.id, at);
      return refused;
    }
    case 'endEarly':
    case 'extend': {
      const stages = moveEnd(poll.stages, act.endAt);
      const record = recordOf(doing, at);
      await insertChange(poll.id, record.id, changedStages(poll.stages, stages));
      const refused = await changePublished(poll, record, { stages }, approver);
      if (refused !== null) {
        await removeChange(poll.id, record.id);
        return refused;
      }
      await callForPoll(poll.id, at);
      await replanReminders(poll.id, stages, at);
      return null;
    }
    case 'freezeCandidate':
    case 'withdrawCandidate':
    case 'unfreezeCandidate':
      return changeStanding(act, doing, bench, approver);
    case 'certifyCount':
      return certify(act, doing, poll, approver);
    case 'callOff': {
      // Who votes in the next seconds may not have heard; the close waits longer than that, and counts them.
      const isOpen = at < poll.stages.verifying;
      const stages = isOpen ? { stages: { ...poll.stages, verifying: at } } : {};
      const change: PollChange = { callOff: { reason: act.reason, at }, ...stages };
      const refused = await changePublished(poll, recordOf(doing, at), change, approver);
      // Where this is cut short, the look after who objected does it.
      if (refused === null) await closeOpenObjections(poll.id, act.reason, at);
      if (refused === null) await tellEnding(poll.id, at);
      return refused;
    }
    case 'answerObjection':
      return answerObjection(act, { id: doing.id, pollId: poll.id }, at);
    case 'archivePoll':
      await reachArchived(poll.id, at);
      await callForPoll(poll.id, at);
      return null;
    case 'lockJury':
    case 'excludeJuror':
      return performJuryAct(act, poll, recordOf(doing, at));
    case 'voidBallot':
    case 'restoreBallot':
    case 'enterDraw':
    case 'putUpNotice':
    case 'extendNotice':
    case 'award':
    case 'revokeAward':
      // The scheduler does it, once it is handed over.
      return null;
  }
}

/** What one person did alone says so, wherever it is told. */
function aloneIn({ needsSecondPerson }: Doing): { isAlone?: true } {
  return needsSecondPerson ? {} : { isAlone: true };
}

/** The act's entry in the public record. */
function recordOf(doing: Doing, at: number): PublicChange & { id: string } {
  const { id, act } = doing;
  const reason = 'reason' in act ? (act.reason ?? '') : '';
  const about = 'candidateId' in act ? { candidateId: act.candidateId } : {};
  return { id, at, what: act.kind, reason, ...about, ...aloneIn(doing) };
}

async function changePublished(
  { id, version, edited }: TeamPoll,
  record: PublicChange,
  fields: PollChange,
  by: Signed,
): Promise<Refused<'EDIT_CONFLICT'> | null> {
  const guard = { version, status: 'published' as const };
  const isChanged = await changePoll(id, guard, { ...fields, edited: by }, ['version', 'touched'], record);
  return isChanged ? null : conflict(version, edited);
}

/** Ballots for a frozen or withdrawn candidate stay as they are; it takes no more. */
async function changeStanding(
  { kind, candidateId, reason }: StandingAct,
  doing: Doing,
  { poll, candidates }: Bench,
  by: Signed,
): Promise<Refused<'EDIT_CONFLICT'> | null> {
  const candidate = candidates.find(({ id }) => id === candidateId);
  if (candidate === undefined) throw new Error(`the candidate ${candidateId} was there a moment ago`);
  const state = kind === 'freezeCandidate' ? 'frozen' : 'withdrawn';
  const isOut = kind !== 'unfreezeCandidate';
  const fields: CandidateChange = isOut
    ? { withdrawn: true, standing: { state, reason, at: by.at, ...aloneIn(doing) } }
    : { withdrawn: null, standing: null };
  if (!(await changeCandidate(poll.id, candidateId, candidate.version, { ...fields, edited: by }))) {
    return conflict(candidate.version + 1, candidate.edited);
  }
  await recordStanding(doing, poll.id, by.at);
  return null;
}

/**
 * The last step of an act about a candidate, which changes another document than the record is in. An act that was cut short after
 * it had taken effect is finished by this; a repeat enters nothing twice.
 */
export async function recordStanding(doing: Doing, pollId: string, at: number): Promise<void> {
  if (!('candidateId' in doing.act) || doing.act.kind === 'revokeAward') return;
  await changePoll(pollId, {}, {}, ['touched'], recordOf(doing, at));
  // The board moves the candidate.
  await callForPoll(pollId, at);
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
    case 'certifyCount':
      return poll.certified !== undefined;
    case 'callOff':
      return poll.callOff !== undefined;
    case 'archivePoll':
      return poll.reached?.archived !== undefined;
    case 'lockJury':
    case 'excludeJuror':
      return isJuryActDone(act, poll);
    case 'voidBallot':
    case 'restoreBallot':
    case 'enterDraw':
    case 'putUpNotice':
    case 'extendNotice':
    case 'award':
    case 'revokeAward':
    case 'answerObjection':
      // Handing the same ruling over again changes nothing, and no more does the same answer.
      return false;
  }
}
