import type * as z from 'zod';
import { done, refuse } from '../../contract/answered';
import type { outcomeSteps } from '../../contract/outcome';
import type { ActObstacle } from '../../universal/act-obstacle';
import { isLate, stageAt, timeline } from '../../universal/stage';
import { approvingRoles, obstacleTo, proposingRoles, type ActKind } from '../../domain/acts/act';
import { obstacleToOutcome, type Judged, type OutcomeBench } from '../../domain/acts/outcome-obstacles';
import { groundOf, type CountedOutcome } from '../../domain/counting/counted-outcome';
import { earliestNoticeEnd } from '../../domain/counting/notice-end';
import type { WorkCalendar } from '../../universal/calendar';
import { findWaiting } from '../../store/acts/proposals';
import { listSheets } from '../../store/jury/sheets';
import { listStaff } from '../../store/team/staff';
import type { TeamPoll } from '../../store/editing/team-polls';
import { blockingObjections } from '../acts/judge-outcome';
import { actedPoll, loadBench, type Bench } from '../acts/perform-act';
import { readCountedOutcome } from '../counting/counted-outcome';
import { loadTeamPoll } from '../editing/edit-conflict';
import { workCalendar } from '../poll/work-calendar';
import type { Answer, Input, Member } from '../team/member';

type Output = z.output<typeof outcomeSteps.output>;
type Step = Output['steps'][number];

/** Where a poll stands between its close and its award, and what stands in the way of the next act. */
export async function readSteps(input: Input<'outcome.steps'>, member: Member, now: number): Answer<'outcome.steps'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'published') return refuse('NOT_PUBLISHED', 'it is not public');
  const { certified, callOff, outcome } = poll;
  const [bench, counted, calendar] = await Promise.all([loadBench(poll), readCountedOutcome(poll.id), workCalendar()]);
  const names = new Map(bench.candidates.map(({ id, name }) => [id, name]));
  const named = ({
    candidate,
    rank,
  }: {
    candidate: string;
    rank: number;
  }): { candidateId: string; name: string; rank: number } => ({
    candidateId: candidate,
    name: names.get(candidate) ?? '',
    rank,
  });
  const blocking = counted === null || counted.hasResult ? [] : await blockingObjections(poll.id, counted);
  const missingSheets = counted?.isJuryAwaited === true ? await countMissing(poll) : 0;
  const steps = poll.noticeDays === undefined ? [] : await stepsOf(bench, { counted, blocking }, calendar, member, now);
  return done({
    stage: stageAt(poll, now),
    steps,
    checks: checksOf(counted, missingSheets),
    log: counted?.isPublished ? { size: counted.size, root: counted.root } : undefined,
    certified,
    next:
      counted && !counted.hasResult && !counted.isJuryAwaited && callOff === undefined
        ? nextNotice(poll, counted, calendar, named, now)
        : undefined,
    notice: outcome?.notice && { ...outcome.notice, isStale: counted?.isStale ?? false },
    blocking,
    awardedAt: outcome?.awardedAt,
    winners: (outcome?.winners ?? []).map((winner) => ({
      ...named(winner),
      level: winner.level,
      isRevoked: outcome?.revoked.includes(winner.candidate) === true ? true : undefined,
    })),
    callOff,
  });
}

async function countMissing({ id, jury }: TeamPoll): Promise<number> {
  const sheets = await listSheets(id);
  const { seats = [], excluded = [] } = jury ?? {};
  const isIn = (memberId: string): boolean =>
    sheets.some((sheet) => sheet.memberId === memberId && sheet.state === 'submitted');
  return seats.filter(({ memberId, label }) => !excluded.includes(label) && !isIn(memberId)).length;
}

function nextNotice(
  { noticeDays = 0 }: TeamPoll,
  counted: CountedOutcome,
  calendar: WorkCalendar,
  named: (winner: { candidate: string; rank: number }) => { candidateId: string; name: string; rank: number },
  now: number,
): Output['next'] {
  const { until, unknown } = earliestNoticeEnd(groundOf(counted, noticeDays), now, calendar);
  const { winners, ballots, voided } = counted;
  return {
    winners: winners.map(named),
    ballots,
    voided,
    earliestUntil: until,
    unknownYear: unknown,
    owedDays: noticeDays,
  };
}

/**
 * The five lines of the verification; inquiries and a jury have nothing open in a poll that has none.
 * @param missingSheets of jurors who have not handed in, and were not excluded
 */
function checksOf(counted: CountedOutcome | null, missingSheets: number): Output['checks'] {
  const { recount = { state: 'missing' as const }, rulingsWaiting = 0 } = counted ?? {};
  return [
    { check: 'log', state: counted?.isPublished ? 'done' : 'open' },
    recount.state === 'differs'
      ? { check: 'recount', state: 'failed', code: recount.code }
      : { check: 'recount', state: recount.state === 'equal' ? 'done' : 'open' },
    { check: 'inquiries', state: 'done', open: 0 },
    counted?.isJuryAwaited ? { check: 'jury', state: 'open', open: missingSheets } : { check: 'jury', state: 'done' },
    { check: 'withdrawals', state: rulingsWaiting === 0 ? 'done' : 'open', open: rulingsWaiting },
  ];
}

/** The count, and what stops its award. */
interface Found {
  counted: CountedOutcome | null;
  blocking: readonly string[];
}

async function stepsOf(
  bench: Bench,
  found: Found,
  calendar: WorkCalendar,
  member: Member,
  now: number,
): Promise<Step[]> {
  const { poll } = bench;
  const { certified, outcome } = poll;
  const staff = await listStaff(poll.id);
  const doneAt = { verification: certified?.at, notice: outcome?.notice?.from, award: outcome?.awardedAt };
  const acts = nextActs(poll, found.counted);
  const turn = (['verification', 'notice', 'award'] as const).find((step) => doneAt[step] === undefined);
  const planned = { verification: poll.stages.verifying, notice: poll.stages.notice, award: poll.stages.awarded };
  const late = new Set(
    timeline(poll)
      .filter((entry) => isLate(poll, entry, now))
      .map(({ stage }) => stage),
  );
  const isOver = poll.callOff !== undefined || now < poll.stages.verifying;
  return Promise.all(
    (['verification', 'notice', 'award'] as const).map(async (step): Promise<Step> => {
      const [act] = acts[step];
      const isLateStep = late.has(step === 'award' ? 'awarded' : 'notice') && step !== 'verification';
      const state =
        doneAt[step] !== undefined ? 'done' : turn !== step || isOver ? 'later' : isLateStep ? 'late' : 'next';
      const kind: ActKind = act?.kind ?? 'award';
      const roles = proposingRoles(kind).filter((role) => role === 'owner' || role === 'reviewer');
      const proposal = await findWaiting(poll.id, subjectOf[step]);
      const isFree = proposal !== null && proposal.proposer.memberId !== member.memberId;
      return {
        step,
        state,
        doneAt: doneAt[step],
        plannedAt: planned[step],
        acts: acts[step].map((each) => each.kind),
        roles,
        persons: staff
          .filter(({ role, removedAt }) => removedAt === undefined && (roles as string[]).includes(role))
          .map(({ memberId, name, role }) => ({ memberId, name, role })),
        waiting:
          proposal === null
            ? undefined
            : {
                actId: proposal.id,
                kind: proposal.act.kind,
                proposer: proposal.proposer,
                proposedAt: proposal.proposedAt,
                canApprove: isFree && approvingRoles(proposal.act.kind, poll.secondPerson).includes(member.role),
              },
        obstacles: act === undefined ? [] : obstaclesTo(act, bench, found, calendar, now),
      };
    }),
  );
}

const subjectOf = { verification: 'certifyCount', notice: 'notice', award: 'award' } as const;

type HubAct = Extract<Judged, { kind: 'certifyCount' | 'putUpNotice' | 'extendNotice' | 'award' }>;

/** What is due in each step: of a notice that stands, a new one where something has changed since, and always its extension. */
function nextActs(
  { certified, callOff }: TeamPoll,
  counted: CountedOutcome | null,
): Record<'verification' | 'notice' | 'award', HubAct[]> {
  const none = { verification: [], notice: [], award: [] };
  if (counted === null || counted.hasResult || callOff !== undefined) return none;
  const until = Infinity;
  const put: HubAct = { kind: 'putUpNotice', until, office: '', phone: '', address: '', note: '', reason: '' };
  const extend: HubAct = { kind: 'extendNotice', until, reason: '' };
  return {
    verification: certified === undefined ? [{ kind: 'certifyCount', note: '' }] : [],
    notice: counted.notice === undefined || counted.isStale ? [put] : [extend],
    award: [{ kind: 'award' }],
  };
}

/** Of what the form asks for, like the end of a notice, nothing can stand in the way before it is filled in. */
function obstaclesTo(
  act: HubAct,
  bench: Bench,
  { counted, blocking }: Found,
  calendar: WorkCalendar,
  now: number,
): ActObstacle[] {
  const { poll } = bench;
  if (counted === null) return [{ obstacle: 'stillOpen', earliest: poll.stages.verifying }];
  const days = poll.noticeDays ?? 1;
  const judged: OutcomeBench = { counted, certified: poll.certified, days, openObjections: blocking };
  const filled = 'until' in act ? { ...act, until: earliestEndOf(counted, days, calendar, now) } : act;
  const obstacle = obstacleTo(act, actedPoll(bench), now) ?? obstacleToOutcome(filled, judged, calendar, now);
  return obstacle === null ? [] : [obstacle];
}

function earliestEndOf(counted: CountedOutcome, days: number, calendar: WorkCalendar, now: number): number {
  const { until } = earliestNoticeEnd(groundOf(counted, days), now, calendar);
  return Math.max(until, (counted.notice?.until ?? 0) + 1);
}
