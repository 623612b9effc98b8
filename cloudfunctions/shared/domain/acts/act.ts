import type { ActObstacle } from '../../universal/act-obstacle';
import type { AnnouncedLot } from '../../universal/lot';
import { resultAt } from '../counting/publication';
import { closesAt } from '../counting/release';
import { findRulesFaults } from '../poll/rules';
import type { ObjectionDecision } from '../../universal/objections';
import type { BallotRules, Candidate, Reached, StageTimes } from '../../universal/poll';
import type { Role } from '../team/access';
import { endLead } from '../editing/times';

/** Acts that bind the public, as the contract declares them. */
export type Act =
  | { kind: 'publish' }
  | { kind: 'unpublish' | 'withdraw'; reason: string }
  | { kind: 'endEarly' | 'extend'; endAt: number; reason: string }
  | { kind: 'freezeCandidate' | 'unfreezeCandidate' | 'withdrawCandidate'; candidateId: string; reason: string }
  | { kind: 'voidBallot' | 'restoreBallot'; index: number; reason: string; clause: string }
  | { kind: 'enterDraw'; draw: string }
  | OutcomeAct
  | JuryAct
  | AnswerAct;

/** The team's answer to an objection, or with `office` the supervising office's to an appeal. */
export interface AnswerAct {
  kind: 'answerObjection';
  objectionId: string;
  decision: ObjectionDecision;
  summary: string;
  office?: string | undefined;
  /** What was done because of it: acts of the same poll. */
  actIds: string[];
}

/** Those that lead from the close to the award. */
export type OutcomeAct =
  | { kind: 'certifyCount'; note: string; root?: string | undefined }
  | {
      kind: 'putUpNotice';
      until: number;
      office: string;
      phone: string;
      address: string;
      note: string;
      /** Why it takes an earlier one's place. */
      reason?: string | undefined;
    }
  | { kind: 'extendNotice'; until: number; reason: string }
  | { kind: 'award' }
  | { kind: 'revokeAward'; candidateId: string; reason: string; clause: string }
  | { kind: 'callOff' | 'archivePoll'; reason: string };

/** What two persons decide about a jury. */
export type JuryAct = { kind: 'lockJury' } | { kind: 'excludeJuror'; label: string; reason: string; clause: string };

export type ActKind = Act['kind'];

export type Standing = 'frozen' | 'withdrawn';

/** What an act is judged by. */
export interface ActedPoll {
  status: 'draft' | 'published' | 'withdrawn' | 'frozen';
  stages: StageTimes;
  latestEnd?: number;
  rules: BallotRules;
  voidReasons: readonly string[];
  /** Stages behind the vote that were reached, where they are by acts. */
  reached?: Reached;
  isCalledOff?: boolean;
  /** The public lot that its rules announce. */
  lot?: AnnouncedLot;
  /** A jury judges, and sheets may still change. */
  isJuryOpen?: boolean;
  candidates: readonly (Candidate & { standing?: Standing })[];
}

interface ActRow {
  /** Who may propose it. */
  proposers: readonly Role[];
  /** Whether somebody else has to approve it: in every poll, where the poll says so or no owner proposes it, or never. */
  second: 'always' | 'byPoll' | 'never';
}

const working = ['owner', 'editor', 'reviewer'] as const;
/** What decides who wins is not for those who wrote the poll. */
const judging = ['owner', 'reviewer'] as const;

const byPoll: ActRow = { proposers: working, second: 'byPoll' };
const judged: ActRow = { proposers: judging, second: 'always' };

/** Every act, once: who proposes it, and who has to approve. */
const rows: Readonly<Record<ActKind, ActRow>> = {
  publish: byPoll,
  unpublish: byPoll,
  withdraw: byPoll,
  endEarly: byPoll,
  extend: byPoll,
  freezeCandidate: byPoll,
  unfreezeCandidate: byPoll,
  withdrawCandidate: byPoll,
  voidBallot: { proposers: working, second: 'always' },
  restoreBallot: { proposers: working, second: 'always' },
  enterDraw: judged,
  certifyCount: judged,
  putUpNotice: judged,
  extendNotice: judged,
  award: judged,
  revokeAward: judged,
  callOff: judged,
  archivePoll: { proposers: ['owner'], second: 'never' },
  answerObjection: judged,
  lockJury: judged,
  excludeJuror: judged,
};

export function proposingRoles(kind: ActKind): readonly Role[] {
  return rows[kind].proposers;
}

/** Who may approve: where one owner is enough it is an owner; where two persons are needed, all who may propose it. */
export function approvingRoles(kind: ActKind, secondPerson: boolean): readonly Role[] {
  const { proposers, second } = rows[kind];
  return second === 'byPoll' && !secondPerson ? ['owner'] : proposers;
}

/** Whether somebody else has to approve what this person proposes. */
export function needsAnother(kind: ActKind, secondPerson: boolean, proposer: Role): boolean {
  const { second } = rows[kind];
  return second === 'always' || (second === 'byPoll' && (secondPerson || proposer !== 'owner'));
}

/** What an act is about, so that the same one is not proposed twice at a time. */
export function subjectKey(act: Act): string {
  switch (act.kind) {
    case 'freezeCandidate':
    case 'unfreezeCandidate':
    case 'withdrawCandidate':
      return `candidate:${act.candidateId}`;
    case 'voidBallot':
    case 'restoreBallot':
      return `ballot:${act.index}`;
    case 'endEarly':
    case 'extend':
      return 'end';
    case 'enterDraw':
      return 'draw';
    case 'putUpNotice':
    case 'extendNotice':
      return 'notice';
    case 'revokeAward':
      return `award:${act.candidateId}`;
    case 'answerObjection':
      return `objection:${act.objectionId}`;
    case 'excludeJuror':
      return `juror:${act.label}`;
    case 'lockJury':
    case 'certifyCount':
    case 'award':
    case 'callOff':
    case 'archivePoll':
      return act.kind;
    default:
      return 'poll';
  }
}

/** @param now epoch milliseconds @returns null when nothing stands in the way */
export function obstacleTo(act: Act, poll: ActedPoll, now: number): ActObstacle | null {
  if (act.kind === 'publish') return poll.status === 'draft' ? null : { obstacle: 'alreadyPublished' };
  if (poll.status !== 'published') return { obstacle: 'notPublished' };
  if (poll.isCalledOff === true) return { obstacle: 'alreadyCalledOff' };
  switch (act.kind) {
    case 'unpublish': {
      const latest = poll.stages.voting - endLead;
      return now > latest ? { obstacle: 'alreadyOpen', latest } : null;
    }
    case 'withdraw':
      // What many have voted in and strangers have been promised ends in public, and not by one person.
      return poll.reached !== undefined && now >= poll.stages.voting ? { obstacle: 'callOffInstead' } : null;
    case 'endEarly':
    case 'extend':
      return obstacleToEnd(act, poll, now);
    case 'freezeCandidate':
    case 'unfreezeCandidate':
    case 'withdrawCandidate':
      return obstacleToStanding(act, poll, now);
    case 'enterDraw':
      return obstacleToDraw(poll, now);
    case 'voidBallot':
    case 'restoreBallot':
      return (
        whereResultIs(poll, now) ??
        (act.kind === 'voidBallot' && !poll.voidReasons.includes(act.reason) ? { obstacle: 'notDeclared' } : null)
      );
    case 'callOff':
      if (now < poll.stages.voting) return { obstacle: 'notOpen' };
      return whereResultIs(poll, now) === null ? null : { obstacle: 'alreadyAwarded' };
    case 'archivePoll':
      if (poll.reached?.awarded === undefined)
        return { obstacle: poll.reached === undefined ? 'noNotice' : 'notAwarded' };
      return poll.reached.archived === undefined ? null : { obstacle: 'alreadyArchived' };
    case 'answerObjection':
      // Also behind the award, and where no notice is owed: of a voided ballot.
      return null;
    case 'lockJury':
      // The rest only the sheets can tell: `jury-obstacles.ts`.
      return now < closesAt(poll) ? { obstacle: 'stillOpen', earliest: closesAt(poll) } : null;
    case 'excludeJuror':
      return whereResultIs(poll, now);
    case 'certifyCount':
    case 'putUpNotice':
    case 'extendNotice':
    case 'award':
    case 'revokeAward':
      // The rest only the log can tell: `outcome-obstacles.ts`.
      if (poll.reached === undefined) return { obstacle: 'noNotice' };
      return now < poll.stages.verifying ? { obstacle: 'stillOpen', earliest: poll.stages.verifying } : null;
  }
}

/** The result ranks whoever was in it: what comes behind it changes nothing. It comes with the award, or by its time. */
function whereResultIs(poll: ActedPoll, now: number): ActObstacle | null {
  if (poll.reached !== undefined) return poll.reached.awarded === undefined ? null : { obstacle: 'alreadyAwarded' };
  const latest = resultAt(poll);
  return now >= latest ? { obstacle: 'tooLate', latest } : null;
}

function obstacleToEnd(
  { kind, endAt }: Extract<Act, { kind: 'endEarly' | 'extend' }>,
  { stages, latestEnd }: ActedPoll,
  now: number,
): ActObstacle | null {
  const earliest = Math.max(now, stages.voting) + endLead;
  if (now >= stages.verifying) return { obstacle: 'alreadyEnded' };
  if (kind === 'endEarly') {
    if (now < stages.voting) return { obstacle: 'notOpen' };
    if (endAt >= stages.verifying) return { obstacle: 'notEarlier' };
    return endAt < earliest ? { obstacle: 'tooSoon', earliest } : null;
  }
  // An end that is nearer than this may be taken as the end by instances that have not heard.
  if (now > stages.verifying - endLead) return { obstacle: 'tooSoon', earliest: now + endLead };
  if (endAt <= stages.verifying) return { obstacle: 'notLater' };
  const latest = latestEnd ?? stages.verifying;
  return endAt > latest ? { obstacle: 'tooLate', latest } : null;
}

/** What is drawn is fixed once the log is: before the announced time nobody can know it, and whoever says so makes it up. */
function obstacleToDraw({ lot, stages, isJuryOpen }: ActedPoll, now: number): ActObstacle | null {
  if (lot === undefined) return { obstacle: 'noLotDeclared' };
  if (now < closesAt({ stages })) return { obstacle: 'stillOpen', earliest: lot.at };
  if (now < lot.at) return { obstacle: 'notDrawnYet', earliest: lot.at };
  // Who is tied the sheets decide: known before, the draw could be aimed at.
  return isJuryOpen === true ? { obstacle: 'juryNotLocked' } : null;
}

/** Acts about whether a candidate takes votes. */
export type StandingAct = Extract<Act, { kind: 'freezeCandidate' | 'unfreezeCandidate' | 'withdrawCandidate' }>;

function obstacleToStanding({ kind, candidateId }: StandingAct, poll: ActedPoll, now: number): ActObstacle | null {
  const { candidates, rules, stages } = poll;
  const standing = candidates.find(({ id }) => id === candidateId)?.standing;
  if (standing === 'withdrawn') return { obstacle: 'alreadyWithdrawn' };
  const tooLate = kind === 'withdrawCandidate' ? whereResultIs(poll, now) : null;
  if (tooLate) return tooLate;
  if (kind === 'unfreezeCandidate') return standing === 'frozen' ? null : { obstacle: 'notFrozen' };
  if (kind === 'freezeCandidate' && standing === 'frozen') return { obstacle: 'alreadyFrozen' };
  const isOver = now >= stages.verifying;
  return isOver || canStillVote(rules, candidates, candidateId) ? null : { obstacle: 'rulesUnsatisfiable' };
}

/** Whether a voter could still fill a ballot without this candidate and those that are out already. */
function canStillVote(rules: BallotRules, candidates: ActedPoll['candidates'], without: string): boolean {
  const left = candidates.filter(({ id, standing }) => id !== without && standing === undefined);
  // The most may be out of reach now; that the least is not is what counts.
  const groups = rules.groups?.map((group) => {
    const members = left.filter((candidate) => candidate.group === group.id).length;
    return { ...group, max: Math.max(1, Math.min(group.max, members)) };
  });
  const max = Math.max(rules.choices.min, Math.min(rules.choices.max, left.length));
  const reduced = { ...rules, choices: { ...rules.choices, max }, ...(groups ? { groups } : {}) };
  const emptied = new Set(groups?.filter((group) => !left.some((each) => each.group === group.id)).map(({ id }) => id));
  const isEmptiedFault = (field: string): boolean => {
    const index = Number(/^groups\.(\d+)\.max$/.exec(field)?.[1] ?? NaN);
    const group = groups?.[index];
    return group !== undefined && emptied.has(group.id) && group.min === 0;
  };
  return findRulesFaults(reduced, left).every(({ field }) => isEmptiedFault(field));
}
