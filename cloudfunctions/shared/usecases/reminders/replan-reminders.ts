import type { StageTimes } from '../../universal/poll';
import { reminderDueAt } from '../../domain/reminders/due';
import { moveReminders } from '../../store/reminders/reminders';

/**
 * Moves reminders with the poll's end. One that comes later would wait for its sending to be moved; one that comes sooner would not
 * be sent in time.
 */
export async function replanReminders(pollId: string, stages: StageTimes): Promise<void> {
  for (const kind of ['lastDay', 'result'] as const) {
    await moveReminders(pollId, kind, reminderDueAt(kind, { stages }));
  }
}
