import type { Act } from '../../domain/acts/act';
import type { Person, Signed } from '../../domain/team/person';
import { findRuling, insertRuling, listOutcomeRulings, type Decision, type Ruling } from '../../store/counting/rulings';
import { findPoll } from '../../store/poll/polls';
import { workCalendar } from '../poll/work-calendar';
import { callForPoll } from '../scheduling/call-scheduler';

/**
 * Hands an act that was done over to the log, if that has to know: the scheduler takes it in.
 * @param actId by which it is handed over once, however often this is repeated
 * @returns false when another act decided the same before: a poll has one draw
 */
export async function handOver(
  act: Act,
  pollId: string,
  actId: string,
  proposer: Person,
  approver: Signed,
): Promise<boolean> {
  const decision = await decisionOf(act, pollId, approver.at);
  if (decision === null) return true;
  const persons = { proposer: proposer.memberId, approver: approver.memberId };
  const _id = act.kind === 'enterDraw' ? drawRuling(pollId) : `${pollId}:${actId}`;
  const isNew = await insertRuling({ _id, pollId, actId, at: approver.at, ...decision, ...persons, batch: null });
  if (!isNew && (await findRuling(_id))?.actId !== actId) return false;
  await callForPoll(pollId, approver.at);
  return true;
}

/** The id of a poll's one draw: of two that are entered at once one is. */
export function drawRuling(pollId: string): string {
  return `${pollId}:draw`;
}

/** Whether an act of a kind that the log takes in was handed over before. */
export async function isHandedOver(act: Act, pollId: string, actId: string): Promise<boolean> {
  return isOfOutcome(act) && (await findRuling(`${pollId}:${actId}`)) !== null;
}

function isOfOutcome({ kind }: Act): boolean {
  return ['putUpNotice', 'extendNotice', 'award', 'revokeAward', 'callOff'].includes(kind);
}

/** @param at when it was decided, epoch milliseconds */
async function decisionOf(act: Act, pollId: string, at: number): Promise<Decision | null> {
  switch (act.kind) {
    case 'voidBallot':
    case 'restoreBallot': {
      const { index, reason, clause } = act;
      return { kind: act.kind === 'voidBallot' ? 'void' : 'restore', index, reason, clause };
    }
    case 'withdrawCandidate':
      return { kind: 'withdraw', candidate: act.candidateId, reason: act.reason };
    case 'enterDraw':
      return { kind: 'draw', draw: act.draw };
    case 'putUpNotice': {
      const { until, office, phone, address, note, reason } = act;
      const isAnother = (await lastNotice(pollId)) !== undefined;
      const why = isAnother && reason !== undefined ? { why: reason } : {};
      return { kind: 'notice', until, office, phone, address, note, ...why, ...(await unknownYear(pollId, at)) };
    }
    case 'extendNotice': {
      const last = await lastNotice(pollId);
      if (last === undefined) throw new Error(`no notice of ${pollId} is there to be extended`);
      const { office, phone, address, note } = last;
      const texts = { office, phone, address, note, why: act.reason };
      return { kind: 'notice', until: act.until, ...texts, ...(await unknownYear(pollId, at)) };
    }
    case 'award':
      return { kind: 'award' };
    case 'revokeAward':
      return { kind: 'revoke', candidate: act.candidateId, reason: act.reason, clause: act.clause };
    case 'callOff':
      return { kind: 'callOff', reason: act.reason };
    case 'lockJury':
      return { kind: 'lock' };
    case 'excludeJuror':
      return { kind: 'exclude', juror: act.label, reason: act.reason, clause: act.clause };
    default:
      return null;
  }
}

/** What was decided of the last one. */
async function lastNotice(pollId: string): Promise<Extract<Ruling, { kind: 'notice' }> | undefined> {
  return (await listOutcomeRulings(pollId)).flatMap((each) => (each.kind === 'notice' ? [each] : [])).at(-1);
}

/** A notice that touches a year nobody has announced says so: it runs by calendar days. */
async function unknownYear(pollId: string, at: number): Promise<{ unknownYear?: number }> {
  const days = (await findPoll(pollId))?.noticeDays ?? 1;
  const { unknown } = (await workCalendar()).noticeEnd(at, days);
  return unknown === undefined ? {} : { unknownYear: unknown };
}
