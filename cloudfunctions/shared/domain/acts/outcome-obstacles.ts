import type { ActObstacle } from '../../universal/act-obstacle';
import type { WorkCalendar } from '../../universal/calendar';
import { groundOf, type CountedOutcome } from '../counting/counted-outcome';
import { earliestNoticeEnd, longestNotice, type NoticeGround } from '../counting/notice-end';
import type { OutcomeAct } from './act';

/** How the count was certified. */
export interface Certified {
  isByHand?: true;
}

/** What such an act is judged by. */
export interface OutcomeBench {
  counted: CountedOutcome;
  certified: Certified | undefined;
  /** Working days of notice that are owed. */
  days: number;
  /** Numbers of objections that stop an award. */
  openObjections: readonly string[];
}

export type Judged = Exclude<OutcomeAct, { kind: 'callOff' | 'archivePoll' }>;

/**
 * What stands in the way of an act about the outcome of a poll that is closed and owes a notice.
 */
export function obstacleToOutcome(
  act: Judged,
  bench: OutcomeBench,
  calendar: WorkCalendar,
  now: number,
): ActObstacle | null {
  const { counted, certified, days, openObjections } = bench;
  if (!counted.isClosed) return { obstacle: 'stillOpen' };
  if (act.kind === 'revokeAward') return obstacleToRevocation(act.candidateId, counted);
  if (counted.hasResult || counted.isAwardWaiting) return { obstacle: 'alreadyAwarded' };
  switch (act.kind) {
    case 'certifyCount':
      if (certified !== undefined) return { obstacle: 'alreadyCertified' };
      if (counted.isJuryAwaited) return { obstacle: 'juryNotLocked' };
      if (counted.rulingsWaiting > 0) return { obstacle: 'rulingsWaiting' };
      return counted.isPublished ? obstacleByRecount(counted, act.root) : { obstacle: 'stillOpen' };
    case 'putUpNotice':
      return (
        obstacleToNotice(counted, certified) ??
        (counted.notice !== undefined && act.reason === undefined ? { obstacle: 'reasonMissing' as const } : null) ??
        obstacleToLength(act.until, groundOf(counted, days), calendar, now)
      );
    case 'extendNotice':
      if (counted.notice === undefined) return { obstacle: 'notNoticed' };
      return (
        (act.until <= counted.notice.until ? { obstacle: 'notLater' } : null) ??
        obstacleToNotice(counted, certified) ??
        obstacleToLength(act.until, groundOf(counted, days), calendar, now)
      );
    case 'award':
      return obstacleToAward(counted, openObjections, now);
  }
}

/** @param root of somebody's own recount */
function obstacleByRecount({ recount, root: logged }: CountedOutcome, root?: string): ActObstacle | null {
  if (recount.state === 'differs') return { obstacle: 'recountDiffers', code: recount.code };
  if (root !== undefined) return root === logged ? null : { obstacle: 'recountDiffers', code: 'ROOT_MISMATCH' };
  return recount.state === 'missing' ? { obstacle: 'recountMissing' } : null;
}

function obstacleToNotice(counted: CountedOutcome, certified: Certified | undefined): ActObstacle | null {
  if (certified === undefined) return { obstacle: 'notCertified' };
  if (counted.rulingsWaiting > 0 || counted.isNoticeWaiting) return { obstacle: 'rulingsWaiting' };
  if (counted.isDrawMissing) return { obstacle: 'drawMissing' };
  return counted.recount.state === 'differs' ? { obstacle: 'recountDiffers', code: counted.recount.code } : null;
}

function obstacleToLength(
  until: number,
  ground: NoticeGround,
  calendar: WorkCalendar,
  now: number,
): ActObstacle | null {
  const { until: earliest, unknown } = earliestNoticeEnd(ground, now, calendar);
  const year = unknown === undefined ? {} : { unknownYear: unknown };
  if (until < earliest) return { obstacle: 'tooShort', earliest, ...year };
  const latest = Math.max(earliest, now + longestNotice);
  return until > latest ? { obstacle: 'tooLate', latest } : null;
}

function obstacleToAward(counted: CountedOutcome, openObjections: readonly string[], now: number): ActObstacle | null {
  const { notice, isStale, rulingsWaiting, isNoticeWaiting } = counted;
  if (notice === undefined) return { obstacle: 'notNoticed' };
  // A draw that is missing takes place before the notice; behind one only a withdrawal can bring a new tie.
  if (counted.isDrawMissing) return { obstacle: 'drawMissing' };
  if (isStale || rulingsWaiting > 0 || isNoticeWaiting) return { obstacle: 'noticeStale' };
  if (now < notice.until) return { obstacle: 'noticeRunning', until: notice.until };
  if (openObjections.length > 0) return { obstacle: 'openObjections', numbers: [...openObjections] };
  return counted.recount.state === 'differs' ? { obstacle: 'recountDiffers', code: counted.recount.code } : null;
}

function obstacleToRevocation(candidateId: string, counted: CountedOutcome): ActObstacle | null {
  if (!counted.hasResult) return { obstacle: 'notAwarded' };
  const isWinner = counted.notice?.winners.some(({ candidate }) => candidate === candidateId) ?? false;
  if (!isWinner) return { obstacle: 'notAWinner' };
  return counted.revoked.includes(candidateId) ? { obstacle: 'alreadyRevoked' } : null;
}
