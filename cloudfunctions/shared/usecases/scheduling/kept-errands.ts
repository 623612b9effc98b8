import {
  continueErrand,
  endErrand,
  listErrands,
  type ErrandKind,
  type KeptErrand,
} from '../../store/scheduling/errands';
import { forgetTraces } from '../fairplay/forget-traces';
import { lookAtBallots } from '../fairplay/look-at-ballots';
import type { Continued } from './continued';
import type { Errand, ErrandReport } from './errand';

type Handler = (
  pollId: string,
  cursor: string | undefined,
  now: number,
  left: () => number,
) => Promise<Continued | null>;

const handlers: Record<ErrandKind, Handler> = { forget: forgetTraces, fairPlay: lookAtBallots };

const atOnce = 50;

/** How long one that failed waits, milliseconds. */
const pauseAfterFault = 10 * 60 * 1000;

/** Errands with single polls, which are kept in the database with the time at which they are due. */
export const keptErrands: Errand = {
  name: 'errands',
  life: 6 * 60 * 60 * 1000,

  async nextAt() {
    const [first] = await listErrands(Number.MAX_SAFE_INTEGER, 1);
    return first?.dueAt ?? null;
  },

  async run(now, left): Promise<ErrandReport> {
    const faults: unknown[] = [];
    const due = await listErrands(now, atOnce);
    for (const errand of due) {
      if (left() <= 0) return { isDone: false, faults };
      try {
        await runOne(errand, now, left);
      } catch (fault) {
        faults.push(fault);
        await continueErrand({ ...errand, dueAt: now + pauseAfterFault });
      }
    }
    return { isDone: due.length < atOnce, faults };
  },
};

async function runOne(errand: KeptErrand, now: number, left: () => number): Promise<void> {
  const { kind, subject, cursor } = errand;
  const continued = await handlers[kind](subject, cursor, now, left);
  if (continued === null) await endErrand(errand);
  else await continueErrand({ kind, subject, ...continued });
}
