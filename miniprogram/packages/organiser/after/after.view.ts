import type { FailureState } from '../../../components/page-state/page-state.view';
import { dayLength, dayOf, startOfDay } from '../../../../cloudfunctions/shared/universal/day';
import { dateText, dateTimeText, dayText, momentText } from '../../../../cloudfunctions/shared/universal/times';
import { roleNames } from '../../../text/roles';
import type { EditedPoll } from '../services/polls';
import type { OutcomeStep, OutcomeSteps } from '../services/outcome';
import { actNames } from '../text/acts';
import { afterWords, blockedText, checkNames, checkStates, stepNames, type AfterKind } from '../text/after';
import { paperWords } from '../text/papers';
import { workingDays, type DayRing } from './working-days.view';

export interface StepRow {
  id: OutcomeStep['step'];
  name: string;
  ring: 'tick' | 'dot' | 'open';
  /** It is its turn: its card is open. */
  isNow: boolean;
  isLate: boolean;
  /** When it was done, how late it is, or for when it was announced. */
  when: string;
  who: string;
  checks: { key: string; name: string; state: string; ring: 'tick' | 'open' }[];
  lines: string[];
  names: string[];
  days: DayRing[];
  blocked: string[];
  waiting: { text: string; action: string } | null;
  actions: { kind: AfterKind; name: string; isPrimary: boolean }[];
}

export interface AfterReady {
  kind: 'ready';
  title: string;
  line: string;
  steps: StepRow[];
  winners: { id: string; name: string; rank: string; state: string; hasPapers: boolean; canRevoke: boolean }[];
  ways: { id: 'objections' | 'acts' | 'papers' | 'callOff' | 'archive'; name: string; hint: string }[];
  calledOff: { title: string; detail: string } | null;
}

export type AfterView =
  | { kind: 'loading' }
  | AfterReady
  | { kind: 'empty'; drawing: 'mark'; title: string; detail: string; action: string }
  | FailureState;

/** @param now the server's time, epoch milliseconds */
export function afterView(poll: EditedPoll, outcome: OutcomeSteps, now: number): AfterView {
  if (outcome.steps.length === 0) return nothing(afterWords.none, afterWords.noneDetail);
  const end = dateTimeText(poll.stages.verifying);
  if (now < poll.stages.verifying && !outcome.callOff) return nothing(afterWords.early, afterWords.earlyDetail(end));
  return {
    kind: 'ready',
    title: poll.title,
    line: [afterWords.closed(end), ...countOf(outcome)].join(' · '),
    steps: outcome.steps.map((step) => stepRow(step, poll, outcome, now)),
    winners: winnersOf(poll, outcome),
    ways: waysOf(poll, outcome),
    calledOff: outcome.callOff
      ? {
          title: afterWords.calledOff,
          detail: afterWords.calledOffDetail(outcome.callOff.reason, momentText(outcome.callOff.at, now)),
        }
      : null,
  };
}

function nothing(title: string, detail: string): AfterView {
  return { kind: 'empty', drawing: 'mark', title, detail, action: '' };
}

function countOf({ next }: OutcomeSteps): string[] {
  return next ? [afterWords.ballots(next.ballots.toLocaleString('en-US'), next.voided)] : [];
}

function mayJudge({ me }: EditedPoll): boolean {
  return me.role === 'owner' || me.role === 'reviewer';
}

function stepRow(step: OutcomeStep, poll: EditedPoll, outcome: OutcomeSteps, now: number): StepRow {
  const isDone = step.state === 'done';
  const isNow = step.state === 'next' || step.state === 'late';
  // A notice that stands stays open until the award: it may have to go up anew.
  const isUp = step.step === 'notice' && isDone && outcome.awardedAt === undefined && !outcome.callOff;
  const isOpen = isNow || isUp;
  return {
    id: step.step,
    name: stepNames[step.step],
    ring: isDone ? 'tick' : isNow ? 'dot' : 'open',
    isNow: isOpen,
    isLate: step.state === 'late',
    when: whenOf(step, now),
    who: isDone
      ? ''
      : afterWords.who(step.persons.map(({ role, name }) => afterWords.whoOf(roleNames[role], name)).join('、')),
    checks: isNow && step.step === 'verification' ? checksOf(outcome) : [],
    ...(isOpen && step.step === 'notice' ? noticeOf(poll, outcome, now) : { lines: [], names: [], days: [] }),
    blocked: isNow && step.acts.length > 0 ? step.obstacles.map((obstacle) => blockedText(obstacle, now)) : [],
    waiting: waitingOf(step, now),
    actions: isOpen && step.waiting === undefined && mayJudge(poll) ? actionsOf(step, isUp) : [],
  };
}

function whenOf({ state, doneAt, plannedAt }: OutcomeStep, now: number): string {
  if (doneAt !== undefined) return afterWords.doneAt(dayText(doneAt, now));
  if (plannedAt === undefined) return '';
  if (state !== 'late') return afterWords.planned(momentText(plannedAt, now));
  return afterWords.late(Math.round((startOfDay(dayOf(now)) - startOfDay(dayOf(plannedAt))) / dayLength));
}

/** The lines that this version can look at; a poll without inquiries and jury has nothing to look at there. */
function checksOf({ checks }: OutcomeSteps): StepRow['checks'] {
  return checks.flatMap(({ check, state }) => {
    const name = checkNames[check];
    return name === undefined
      ? []
      : [
          {
            key: check,
            name,
            state: checkStates[state],
            ring: state === 'done' ? ('tick' as const) : ('open' as const),
          },
        ];
  });
}

function noticeOf(poll: EditedPoll, outcome: OutcomeSteps, now: number): Pick<StepRow, 'lines' | 'names' | 'days'> {
  const { notice, next, winners } = outcome;
  if (notice && !notice.isStale) {
    return {
      lines: [afterWords.until(dateText(notice.until - 1, now)), afterWords.winners(winners.length, poll.measure)],
      names: winners.map(({ name }) => name),
      days: workingDays(notice.from, notice.until, now),
    };
  }
  if (next === undefined) return { lines: [], names: [], days: [] };
  const day = dateText(next.earliestUntil - 1, now);
  return {
    lines: [
      ...(notice ? [afterWords.stale] : []),
      next.unknownYear === undefined
        ? afterWords.earliest(day, next.owedDays)
        : afterWords.earliestUnknown(day, next.unknownYear),
      afterWords.winners(next.winners.length, poll.measure),
    ],
    names: next.winners.map(({ name }) => name),
    days: next.unknownYear === undefined ? workingDays(now, next.earliestUntil, now) : [],
  };
}

function waitingOf({ waiting }: OutcomeStep, now: number): StepRow['waiting'] {
  if (waiting === undefined) return null;
  const { kind, proposer, proposedAt, canApprove } = waiting;
  // The answer names the kind of an act.
  const name = actNames[kind as AfterKind];
  return {
    text: afterWords.waiting(name, proposer.name, momentText(proposedAt, now)),
    action: canApprove ? afterWords.decide : afterWords.look,
  };
}

/** What nothing stands in the way of is offered; a notice that stands may always be extended. */
function actionsOf({ acts, obstacles }: OutcomeStep, isUp: boolean): StepRow['actions'] {
  if (obstacles.length > 0) return [];
  return acts.map((kind) => ({ kind, name: actNames[kind], isPrimary: !isUp || kind === 'putUpNotice' }));
}

function winnersOf(poll: EditedPoll, { awardedAt, winners, callOff }: OutcomeSteps): AfterReady['winners'] {
  if (awardedAt === undefined) return [];
  return winners.map(({ candidateId, name, rank, level, isRevoked }) => ({
    id: candidateId,
    name,
    rank: level ?? afterWords.rank(rank),
    state: isRevoked ? afterWords.revoked : afterWords.awarded,
    hasPapers: isRevoked !== true && poll.may.includes('certificate.make'),
    canRevoke: isRevoked !== true && mayJudge(poll) && callOff === undefined,
  }));
}

function waysOf(poll: EditedPoll, { awardedAt, blocking, stage, callOff }: OutcomeSteps): AfterReady['ways'] {
  const isOver = callOff !== undefined;
  const ways: [boolean, AfterReady['ways'][number]][] = [
    [true, { id: 'objections', name: afterWords.objections, hint: afterWords.objectionsHint(blocking.length) }],
    [poll.may.includes('act.list'), { id: 'acts', name: afterWords.acts, hint: afterWords.actsHint }],
    [poll.may.includes('report.make'), { id: 'papers', name: paperWords.title, hint: paperWords.hint }],
    [
      awardedAt === undefined && !isOver && mayJudge(poll),
      { id: 'callOff', name: afterWords.callOff, hint: afterWords.callOffHint },
    ],
    [
      awardedAt !== undefined && stage !== 'archived' && poll.me.role === 'owner',
      { id: 'archive', name: afterWords.archive, hint: afterWords.archiveHint },
    ],
  ];
  return ways.flatMap(([isThere, way]) => (isThere ? [way] : []));
}
