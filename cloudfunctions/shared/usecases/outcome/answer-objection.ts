import { refuse, type Refused } from '../../contract/answered';
import type { ActObstacle } from '../../universal/act-obstacle';
import type { AnswerAct } from '../../domain/acts/act';
import {
  answeredState,
  answerObstacle,
  areSameJudges,
  decidingActs,
  isAboutSame,
  numberOf,
  type Objection,
  type ObjectionAnswer,
} from '../../domain/outcome/objection';
import type { PublicEffect } from '../../universal/objections';
import { findProposal, listDone, type Proposal } from '../../store/acts/proposals';
import { findObjection, moveObjection } from '../../store/outcome/objections';
import { callForPoll } from '../scheduling/call-scheduler';

type AnswerRefusal = 'OBJECTION_NOT_FOUND' | 'ACT_NOT_FOUND' | 'ACT_NOT_POSSIBLE';

/**
 * What stands in the way of an answer, whoever gives it.
 * @param actId what this act has answered itself stands in no way: it was cut short
 */
export async function answerRefusal(
  { objectionId, office, actIds }: AnswerAct,
  pollId: string,
  actId: string | undefined,
): Promise<Refused<AnswerRefusal> | null> {
  const objection = await find(pollId, objectionId);
  if (objection === null) return refuse('OBJECTION_NOT_FOUND', 'no such objection', { field: 'act.objectionId' });
  const obstacle = isAnsweredBy(objection, actId) ? null : answerObstacle(objection, office);
  if (obstacle) return refuse('ACT_NOT_POSSIBLE', `not possible: ${obstacle.obstacle}`, { ...obstacle });
  const done = await Promise.all(actIds.map((id) => findProposal(pollId, id)));
  const missing = done.findIndex((act) => act?.state !== 'done');
  return missing < 0 ? null : refuse('ACT_NOT_FOUND', 'no such act was done', { field: `act.actIds.${missing}` });
}

/**
 * Whether those who are to answer decided what is objected to themselves. What the supervising office decided is only entered by them.
 * @param persons member ids of who proposes it, and of all who may approve: the one who does, or whoever might
 */
export async function judgesObstacle(
  { objectionId, office }: AnswerAct,
  pollId: string,
  { proposer, approvers }: { proposer: string; approvers: readonly string[] },
): Promise<ActObstacle | null> {
  const objection = office === undefined ? await find(pollId, objectionId) : null;
  if (objection === null) return null;
  const deciders = await decidersOf(objection);
  const areAll = approvers.length > 0 && approvers.every((approver) => areSameJudges(proposer, approver, deciders));
  return areAll ? { obstacle: 'sameJudges' } : null;
}

/** The answer takes effect. A repeat changes nothing. @returns null when it has */
export async function answerObjection(
  act: AnswerAct,
  { id: actId, pollId }: Pick<Proposal, 'id' | 'pollId'>,
  at: number,
): Promise<Refused<AnswerRefusal> | null> {
  const objection = await find(pollId, act.objectionId);
  if (objection === null) return refuse('OBJECTION_NOT_FOUND', 'no such objection', { field: 'act.objectionId' });
  if (isAnsweredBy(objection, actId)) return null;
  const { decision, summary, office } = act;
  const effects = (await Promise.all(act.actIds.map((id) => findProposal(pollId, id)))).flatMap(effectOf);
  const answer: ObjectionAnswer = {
    actId,
    decision,
    summary,
    effects,
    at,
    ...(office === undefined ? {} : { office }),
  };
  const step = { state: answeredState(answer), dueAt: undefined };
  const isMoved =
    answerObstacle(objection, office) === null &&
    (await moveObjection(objection, { ...step, ...(office === undefined ? { answer } : { final: answer }) }, at));
  if (!isMoved) return refuse('ACT_NOT_POSSIBLE', 'not possible: notAccepted', { obstacle: 'notAccepted' });
  // The public list says so.
  await callForPoll(pollId, at);
  return null;
}

/** Its number, by which everybody knows it. */
export async function objectionNumber(pollId: string, objectionId: string): Promise<string | undefined> {
  const objection = await find(pollId, objectionId);
  return objection === null ? undefined : numberOf(objection);
}

function find(pollId: string, key: string): Promise<Objection | null> {
  return findObjection(pollId, `${pollId}:${key}`);
}

function isAnsweredBy({ answer, final }: Objection, actId: string | undefined): boolean {
  return actId !== undefined && (answer?.actId === actId || final?.actId === actId);
}

async function decidersOf(objection: Objection): Promise<ReadonlySet<string>> {
  const done = await listDone(objection.pollId, decidingActs[objection.kind]);
  const deciding = done.filter(({ act }) => isAboutSame(objection, subjectOf(act)));
  return new Set(deciding.flatMap(({ proposer, decided }) => [proposer.memberId, decided?.memberId ?? '']));
}

function effectOf(done: Proposal | null): PublicEffect[] {
  return done === null ? [] : [{ kind: done.act.kind, ...subjectOf(done.act) }];
}

function subjectOf(act: Proposal['act']): { candidateId?: string; index?: number } {
  return {
    ...('candidateId' in act ? { candidateId: act.candidateId } : {}),
    ...('index' in act ? { index: act.index } : {}),
  };
}
