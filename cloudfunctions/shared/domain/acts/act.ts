import type { ActObstacle } from '../../universal/act-obstacle';
import type { AnnouncedLot } from '../../universal/lot';
import { resultAt } from '../counting/publication';
import { closesAt } from '../counting/release';
import { findRulesFaults } from '../poll/rules';
import type { BallotRules, Candidate, StageTimes } from '../../universal/poll';
import type { Role } from '../team/access';
import { endLead } from '../editing/times';

/** Acts that bind the public, as the contract declares them. */
export type Act =
  | { kind: 'publish' }
  | { kind: 'unpublish' | 'withdraw'; reason: string }
  | { kind: 'endEarly' | 'extend'; endAt: number; reason: string }
  | { kind: 'freezeCandidate' | 'unfreezeCandidate' | 'withdrawCandidate'; candidateId: string; reason: string }
  | { kind: 'voidBallot' | 'restoreBallot'; index: number; reason: string; clause: string }
  | { kind: 'enterDraw'; draw: string };

export type ActKind = Act['kind'];

export type Standing = 'frozen' | 'withdrawn';

/** What an act is judged by. */
export interface ActedPoll {
  status: 'draft' | 'published' | 'withdrawn';
  stages: StageTimes;
  latestEnd?: number;
  rules: BallotRules;
  voidReasons: readonly string[];
  /** The public lot that its rules announce. */
  lot?: AnnouncedLot;
  candidates: readonly (Candidate & { standing?: Standing })[];
}

/** Taking a ballot out of the count or putting it back, and saying what was drawn, need two persons whatever the poll says. */
export function alwaysNeedsTwo(kind: ActKind): boolean {
  return kind === 'voidBallot' || kind === 'restoreBallot' || kind === 'enterDraw';
}

/** Who may propose: all who work on the poll, but what decides who wins is not for those who wrote it. */
export function proposingRoles(kind: ActKind): readonly Role[] {
  return kind === 'enterDraw' ? ['owner', 'reviewer'] : ['owner', 'editor', 'reviewer'];
}

/** Who may approve: where one owner is enough it is an owner; where two persons are needed, all who may propose it. */
export function approvingRoles(kind: ActKind, secondPerson: boolean): readonly Role[] {
  if (kind === 'enterDraw') return proposingRoles(kind);
  return secondPerson || alwaysNeedsTwo(kind) ? ['owner', 'editor', 'reviewer'] : ['owner'];
}

/** Whether somebody else has to approve what this person proposes. */
export function needsAnother(kind: ActKind, secondPerson: boolean, proposer: Role): boolean {
  return secondPerson || alwaysNeedsTwo(kind) || proposer !== 'owner';
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
    default:
      return 'poll';
  }
}

/** @param now epoch milliseconds @returns null when nothing stands in the way */
export function obstacleTo(act: Act, poll: ActedPoll, now: number): ActObstacle | null {
  if (act.kind === 'publish') return poll.status === 'draft' ? null : { obstacle: 'alreadyPublished' };
  if (poll.status !== 'published') return { obstacle: 'notPublished' };
  switch (act.kind) {
    case 'unpublish': {
      const latest = poll.stages.voting - endLead;
      return now > latest ? { obstacle: 'alreadyOpen', latest } : null;
    }
    case 'withdraw':
      return null;
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
      if (now >= resultAt(poll)) return { obstacle: 'tooLate', latest: resultAt(poll) };
      return act.kind === 'voidBallot' && !poll.voidReasons.includes(act.reason) ? { obstacle: 'notDeclared' } : null;
  }
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
function obstacleToDraw({ lot, stages }: ActedPoll, now: number): ActObstacle | null {
  if (lot === undefined) return { obstacle: 'noLotDeclared' };
  if (now < closesAt({ stages })) return { obstacle: 'stillOpen', earliest: lot.at };
  return now < lot.at ? { obstacle: 'notDrawnYet', earliest: lot.at } : null;
}

function obstacleToStanding(
  { kind, candidateId }: Extract<Act, { candidateId: string }>,
  { candidates, rules, stages }: ActedPoll,
  now: number,
): ActObstacle | null {
  const standing = candidates.find(({ id }) => id === candidateId)?.standing;
  if (standing === 'withdrawn') return { obstacle: 'alreadyWithdrawn' };
  // The result ranks whoever was in it.
  const latest = resultAt({ stages });
  if (kind === 'withdrawCandidate' && now >= latest) return { obstacle: 'tooLate', latest };
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
