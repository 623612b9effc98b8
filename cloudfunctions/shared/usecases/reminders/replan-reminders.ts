import type { StageTimes } from '../../universal/poll';
import { reminderDueAt } from '../../domain/reminders/due';
import { hastenReminders, moveReminders } from '../../store/reminders/reminders';

/** Whoever waits for a result is told at once that there will be none. @param at when the poll was called off */
export async function tellEnding(pollId: string, at: number): Promise<void> {
  await moveReminders(pollId, 'result', at);
}

/** Whoever asked to hear of the notice is told at once that there is one, or another than they knew. @param from when it was put up */
export async function tellNotice(pollId: string, n: number, from: number): Promise<void> {
  await hastenReminders(pollId, 'notice', n, from);
}

/**
 * Moves reminders with the poll's end. One that comes later would wait for its sending to be moved; one that comes sooner would not
 * be sent in time. Who asked to hear of an extension hears of one.
 * @param at when it was moved
 */
export async function replanReminders(pollId: string, stages: StageTimes, at: number): Promise<void> {
  await hastenReminders(pollId, 'extended', stages.verifying, at);
  for (const kind of ['lastDay', 'result'] as const) {
    await moveReminders(pollId, kind, reminderDueAt(kind, { stages }));
  }
}
