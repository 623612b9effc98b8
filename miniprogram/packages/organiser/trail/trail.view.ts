import type { FailureState } from '../../../components/page-state/page-state.view';
import { obstacleText } from '../../../text/organiser-errors';
import { roleNames } from '../../../text/roles';
import { dayText, timeText } from '../../../../cloudfunctions/shared/universal/times';
import type { TrailEntry } from '../services/team';
import { trailText, trailWords, type TrailKind } from '../text/trail';

export interface TrailRow {
  id: string;
  time: string;
  who: string;
  role: string;
  did: string;
  /** Why, as a line of its own; empty where nobody said. */
  reason: string;
}

/** What was done on one day. */
export interface TrailDay {
  day: string;
  rows: TrailRow[];
}

export type TrailView =
  | { kind: 'loading' }
  | { kind: 'ready'; days: TrailDay[]; foot: string }
  | { kind: 'empty'; drawing: 'mark'; title: string; detail: string; action: string }
  | FailureState;

/**
 * @param entries newest first
 * @param hasMore older ones are still to be fetched
 * @param now the server's time, epoch milliseconds
 */
export function trailView(entries: readonly TrailEntry[], hasMore: boolean, now: number): TrailView {
  if (entries.length === 0) {
    return { kind: 'empty', drawing: 'mark', title: trailWords.none, detail: trailWords.noneDetail, action: '' };
  }
  const days: TrailDay[] = [];
  // What is written as one types is one entry of five minutes, and stands at their beginning.
  for (const entry of [...entries].sort((one, other) => other.at - one.at)) {
    const day = dayText(entry.at, now);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(rowOf(entry));
    else days.push({ day, rows: [rowOf(entry)] });
  }
  return { kind: 'ready', days, foot: hasMore ? trailWords.more : trailWords.end };
}

function rowOf({ id, at, who, what, subject, reason, details }: TrailEntry): TrailRow {
  return {
    id,
    time: timeText(at),
    who: who.name,
    role: roleNames[who.role],
    did: trailText(what, subject, { role: who.role, ...details }),
    reason: reason === undefined ? '' : trailWords.reason(reasonText(what, reason)),
  };
}

/** An act that could not be done any more names the obstacle in place of a reason. */
function reasonText(what: TrailKind, reason: string): string {
  if (what !== 'act.lapsed') return reason;
  return obstacleText(reason);
}
