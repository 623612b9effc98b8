import type { StageTimes } from '../../universal/poll';
import { reminderDueAt } from '../../domain/reminders/due';
import { moveReminders } from '../../store/reminders/reminders';

/** Whoever waits for a result is told at once that there will be none. @param at when the poll was called off */
export async function tellEnding(pollId: string, at: number): Promise<void> {
  await moveReminders(pollId, 'result', at);
}

/**
 * Moves reminders with the poll's end. One that comes later would wait for its sending to be moved; one that comes sooner would not
 * be sent in time.
 */
export async function replanReminders(pollId: string, stages: StageTimes): Promise<void> {
  for (const kind of ['lastDay', 'result'] as const) {
    await moveReminders(pollId, kind, reminderDueAt(kind, { stages }));
  }
}
