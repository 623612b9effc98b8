import type { ProposedAct } from '../../contract/acts';
import { done, refuse, type Answered, type Refused } from '../../contract/answered';
import { approvingRoles, needsAnother, proposingRoles, subjectKey, type Act } from '../../domain/acts/act';
import type { Role } from '../../domain/team/access';
import { isReady } from '../../domain/editing/checklist';
import type { TrailKind } from '../../domain/team/trail';
import { randomId } from '../../platform/ids';
import {
  findProposal,
  findWaiting,
  insertProposal,
  listProposals,
  moveProposal,
  type Proposal,
} from '../../store/acts/proposals';
import { listStaff } from '../../store/team/staff';
import { findTeamPoll, type TeamPoll } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { judgePoll } from '../editing/check-poll';
import { loadTeamPoll } from '../editing/edit-conflict';
import { judgesObstacle, objectionNumber } from '../outcome/answer-objection';
import { handOver, isHandedOver } from './hand-over';
import {
  findObstacle,
  hasTakenEffect,
  loadBench,
  notPossible,
  performAct,
  recordStanding,
  type Bench,
  type ActRefusal,
} from './perform-act';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';

const pageSize = 20;

/** Those that wait first, then the newest. */
export async function listActs(input: Input<'act.list'>, member: Member): Answer<'act.list'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const before = input.cursor === undefined ? undefined : Number(input.cursor);
  if (before !== undefined && !Number.isSafeInteger(before)) {
    const expected = '`next` of the page before';
    return refuse('INVALID_INPUT', `cursor: ${expected}`, { field: 'cursor', expected });
  }
  const found = await listProposals(input.pollId, pageSize + 1, before);
  const page = found.slice(0, pageSize);
  const rank = ({ state }: Proposal): number => (state === 'waiting' ? 0 : 1);
  const acts = [...page].sort((a, b) => rank(a) - rank(b)).map((each) => describe(each, loaded.poll, member));
  return done({ acts, next: found.length > pageSize ? String(page.at(-1)?.proposedAt) : undefined });
}

/** Proposes an act, and does it where one person is enough. */
export async function proposeAct(input: Input<'act.propose'>, member: Member, now: number): Answer<'act.propose'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const { act } = input;
  const needed = proposingRoles(act.kind);
  if (!needed.includes(member.role)) return notForRole(member, needed);
  const key = subjectKey(act);
  const waiting = await findWaiting(poll.id, key);
  if (waiting && isSame(waiting.act, act)) return done({ act: describe(waiting, poll, member) });

  const bench = await loadBench(poll);
  const refused =
    (await findObstacle(act, bench, now)) ??
    (await incompletePublication(act, poll, now)) ??
    (await checkTexts(writtenOf(act), member.openid));
  if (refused) return refused;
  const needsSecondPerson = needsAnother(act.kind, poll.secondPerson, member.role);
  const approvers = needsSecondPerson ? await approversOf(poll, act, member) : [];
  if (needsSecondPerson && approvers.length === 0) return notPossible({ obstacle: 'nobodyToApprove' });
  const alone = await judgedByThemselves(act, poll.id, member.memberId, approvers);
  if (alone) return alone;

  const subject = await subjectOf(act, bench);
  const proposal = proposalOf(act, poll, subject, member, needsSecondPerson, now);
  // Its own id may stand in its way, where it was inserted and the answer was lost.
  const isOurs = (await insertProposal(proposal, key)) || (await findProposal(poll.id, proposal.id)) !== null;
  if (!isOurs) {
    const other = await findWaiting(poll.id, key);
    if (other && isSame(other.act, act)) return done({ act: describe(other, poll, member) });
    const details = { state: other?.state ?? ('waiting' as const), actId: other?.id };
    return refuse('ACT_DECIDED', 'another act about the same waits to be decided', details);
  }
  // What one person does alone is told once, when it is done: it was neither proposed to anybody nor approved.
  if (!needsSecondPerson) return carryOut(proposal, bench, member, now);
  await tell(proposal, 'act.proposed', member, now);
  return done({ act: describe(proposal, poll, member) });
}

/** Approves an act that somebody else proposed, and does it. */
export async function approveAct(input: Input<'act.approve'>, member: Member, now: number): Answer<'act.approve'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const proposal = await findProposal(poll.id, input.actId);
  if (proposal === null) return refuse('ACT_NOT_FOUND', 'no such act', { field: 'actId' });
  // Approved and cut short: whoever sees it may have the last step repeated.
  if (proposal.state === 'approved') return carryOut(proposal, await loadBench(poll), member, now);
  if (proposal.state !== 'waiting') return decided(proposal);
  if (proposal.proposer.memberId === member.memberId) {
    return refuse('NEEDS_ANOTHER_PERSON', 'whoever proposed it does not approve it');
  }
  const needed = approvingRoles(proposal.act.kind, poll.secondPerson);
  if (!needed.includes(member.role)) return notForRole(member, needed);
  // Somebody else may still approve it.
  const alone = await judgedByThemselves(proposal.act, poll.id, proposal.proposer.memberId, [member.memberId]);
  if (alone) return alone;
  const bench = await loadBench(poll);
  const obstacle =
    proposal.touched !== undefined && proposal.touched !== poll.touched
      ? notPossible({ obstacle: 'changedSince' })
      : await findObstacle(proposal.act, bench, now, proposal.id);
  if (obstacle) return lapse(proposal, 'waiting', obstacle, member, now);

  const decision = signedBy(member, now);
  if (!(await moveProposal(proposal.id, 'waiting', { state: 'approved', decided: decision }))) {
    return decided((await findProposal(poll.id, proposal.id)) ?? proposal);
  }
  await tell(proposal, 'act.approved', member, now);
  return carryOut({ ...proposal, state: 'approved', decided: decision }, bench, member, now);
}

/** Turns an act down; whoever proposed it takes it back. */
export async function rejectAct(input: Input<'act.reject'>, member: Member, now: number): Answer<'act.reject'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const proposal = await findProposal(poll.id, input.actId);
  if (proposal === null) return refuse('ACT_NOT_FOUND', 'no such act', { field: 'actId' });
  if (proposal.state !== 'waiting') return decided(proposal);
  const refused = await checkTexts([{ field: 'reason', text: input.reason }], member.openid);
  if (refused) return refused;
  const state = proposal.proposer.memberId === member.memberId ? 'cancelled' : 'rejected';
  const decision = { ...signedBy(member, now), reason: input.reason };
  if (!(await moveProposal(proposal.id, 'waiting', { state, decided: decision }))) {
    return decided((await findProposal(poll.id, proposal.id)) ?? proposal);
  }
  await tell(proposal, `act.${state}`, member, now, input.reason);
  return done({ act: describe({ ...proposal, state, decided: decision }, poll, member) });
}

/** The last step: what was approved takes effect. */
async function carryOut(
  proposal: Proposal,
  bench: Bench,
  member: Member,
  now: number,
): Promise<Answered<{ act: ProposedAct }, ActRefusal>> {
  const { id, act, proposer } = proposal;
  const approver = { ...(proposal.decided ?? personOf(member)), at: now };
  // What was handed over and cut short is not judged again by what it has changed itself.
  if (hasTakenEffect(act, bench) || (await isHandedOver(act, bench.poll.id, id)))
    await recordStanding(proposal, bench.poll.id, now);
  else {
    const refused = (await findObstacle(act, bench, now, id)) ?? (await performAct(proposal, bench, approver));
    if (refused) return lapse(proposal, 'approved', refused, member, now);
  }
  if (!(await handOver(act, bench.poll.id, id, proposer, approver))) {
    return lapse(proposal, 'approved', notPossible({ obstacle: 'alreadyDrawn' }), member, now);
  }
  await moveProposal(id, 'approved', { state: 'done' });
  await tell(proposal, 'act.done', member, now);
  const poll = (await findTeamPoll(bench.poll.id)) ?? bench.poll;
  return done({ act: describe({ ...proposal, state: 'done' }, poll, member) });
}

/** What cannot be done any more lies no longer in the way of a new proposal. */
async function lapse(
  proposal: Proposal,
  from: Proposal['state'],
  refused: Refused<ActRefusal>,
  member: Member,
  now: number,
): Promise<Refused<ActRefusal>> {
  const { error } = refused;
  const obstacle = error.code === 'ACT_NOT_POSSIBLE' ? error.details.obstacle : error.code;
  if (await moveProposal(proposal.id, from, { state: 'lapsed', obstacle })) {
    await tell(proposal, 'act.lapsed', member, now, obstacle);
  }
  return refused;
}

/** What is objected to is not judged by those alone who decided it. @param approvers ids of those who may be the second person */
async function judgedByThemselves(
  act: Act,
  pollId: string,
  proposer: string,
  approvers: readonly string[],
): Promise<Refused<'ACT_NOT_POSSIBLE'> | null> {
  if (act.kind !== 'answerObjection') return null;
  const obstacle = await judgesObstacle(act, pollId, { proposer, approvers });
  return obstacle && notPossible(obstacle);
}

function proposalOf(
  act: Act,
  poll: TeamPoll,
  subject: string | undefined,
  member: Member,
  needsSecondPerson: boolean,
  now: number,
): Proposal {
  const own = needsSecondPerson
    ? { state: 'waiting' as const }
    : { state: 'approved' as const, decided: signedBy(member, now) };
  return {
    id: randomId(12),
    pollId: poll.id,
    act,
    proposer: personOf(member),
    proposedAt: now,
    needsSecondPerson,
    ...own,
    ...(subject === undefined ? {} : { subject }),
    ...(act.kind === 'publish' ? { touched: poll.touched } : {}),
  };
}

/** What an act is about, in its own words: a candidate's name, what was drawn, an objection's number. */
async function subjectOf(act: Act, { poll, candidates }: Bench): Promise<string | undefined> {
  if (act.kind === 'answerObjection') return objectionNumber(poll.id, act.objectionId);
  if (act.kind === 'enterDraw') return act.draw;
  return 'candidateId' in act ? candidates.find(({ id }) => id === act.candidateId)?.name : undefined;
}

async function incompletePublication(
  act: Act,
  poll: TeamPoll,
  now: number,
): Promise<Refused<'CHECKLIST_INCOMPLETE'> | null> {
  if (act.kind !== 'publish') return null;
  const { items } = await judgePoll(poll, now);
  return isReady(items) ? null : refuse('CHECKLIST_INCOMPLETE', 'something is missing for publishing', { items });
}

/** Ids of those who could approve what this person proposes. */
async function approversOf(poll: TeamPoll, act: Act, proposer: Member): Promise<string[]> {
  const roles = approvingRoles(act.kind, poll.secondPerson);
  const staff = await listStaff(poll.id);
  return staff.flatMap(({ memberId, role, removedAt }) =>
    memberId !== proposer.memberId && removedAt === undefined && roles.includes(role) ? [memberId] : [],
  );
}

function notForRole({ role }: Member, needed: readonly Role[]): Refused<'ROLE_NOT_ALLOWED'> {
  return refuse('ROLE_NOT_ALLOWED', 'not for this role', { role, needed: [...needed] });
}

function writtenOf(act: Act): { field: string; text: string }[] {
  return [
    { field: 'act.reason', text: 'reason' in act ? (act.reason ?? '') : '' },
    { field: 'act.clause', text: 'clause' in act ? act.clause : '' },
    { field: 'act.note', text: 'note' in act ? act.note : '' },
    { field: 'act.office', text: 'office' in act ? (act.office ?? '') : '' },
    { field: 'act.summary', text: 'summary' in act ? act.summary : '' },
    { field: 'act.address', text: 'address' in act ? act.address : '' },
  ];
}

function isSame(one: Act, other: Act): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function decided({ state }: Proposal): Refused<'ACT_DECIDED'> {
  return refuse('ACT_DECIDED', `it is ${state}`, { state });
}

async function tell(
  { act, subject, pollId, needsSecondPerson }: Proposal,
  what: Extract<TrailKind, `act.${string}`>,
  member: Member,
  now: number,
  reason?: string,
): Promise<void> {
  const why = reason ?? ('reason' in act ? act.reason : undefined);
  await addToTrail(pollId, {
    at: now,
    who: personOf(member),
    what,
    details: { act, ...(needsSecondPerson ? {} : { isAlone: true }) },
    ...(subject === undefined ? {} : { subject }),
    ...(why === undefined ? {} : { reason: why }),
  });
}

function describe(proposal: Proposal, { secondPerson }: TeamPoll, member: Member): ProposedAct {
  const { id, act, subject, state, proposer, proposedAt, needsSecondPerson, decided: decision, obstacle } = proposal;
  const isFree = state === 'waiting' && proposer.memberId !== member.memberId;
  const canApprove = isFree && approvingRoles(act.kind, secondPerson).includes(member.role);
  return { id, act, subject, state, proposer, proposedAt, needsSecondPerson, decided: decision, obstacle, canApprove };
}
