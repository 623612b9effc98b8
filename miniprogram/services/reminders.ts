import type { ParticipantOutput } from '../../cloudfunctions/shared/contract/participant';
import { serverNow } from '../stores/clock';
import { dropStored, readStored, store } from '../phone/storage';
import { callParticipant, type Answer } from './cloud';
import { dayLength } from '../../cloudfunctions/shared/universal/day';

/** A message that may be asked for now. */
export type Reminder = ParticipantOutput<'reminder.templates'>['reminders'][number];
export type ReminderKind = Reminder['kind'];

interface Kept {
  reminders: Reminder[];
  /** What the poll was like. */
  asOf: string;
  /** When they were asked for, epoch milliseconds. */
  askedAt: number;
}

/**
 * How long what may be asked for is known without asking again, milliseconds: as long as the poll is like it was, kinds only ever
 * drop out. So somebody who votes every day costs no call a day.
 */
const life = 3 * dayLength;

const keyOf = (pollId: string): string => `reminders:${pollId}`;

/**
 * The messages that a poll's pages may offer now; none where the cloud does not answer: what is only an offer reports no failure.
 * @param asOf what the poll is like: what was known of an earlier one is asked anew
 * @param anew what became of a nomination changes with the nomination, so whoever offers that asks each time
 */
export async function offeredReminders(pollId: string, asOf: string, anew = false): Promise<Reminder[]> {
  const kept = keptReminders(pollId, asOf);
  if (!anew && kept !== null) return kept.filter(isAhead);
  const answer = await callParticipant('reminder.templates', { pollId });
  if (!answer.ok) return [];
  keep(pollId, { reminders: answer.data.reminders, asOf, askedAt: serverNow() });
  return answer.data.reminders.filter(isAhead);
}

/** Notes what was consented to; repeating changes nothing. */
export async function setReminders(
  pollId: string,
  kinds: ReminderKind[],
): Promise<Answer<ParticipantOutput<'reminder.set'>>> {
  const answer = await callParticipant('reminder.set', { pollId, kinds });
  if (answer.ok) noteSet(pollId, answer.data.set);
  else if (answer.error.code === 'REMINDER_NOT_OFFERED') dropStored(keyOf(pollId));
  return answer;
}

function isAhead({ at }: Reminder): boolean {
  return at === null || at > serverNow();
}

function keptReminders(pollId: string, asOf: string): Reminder[] | null {
  const kept = readStored<Kept | null>(keyOf(pollId), isKept, null);
  return kept?.asOf === asOf && serverNow() - kept.askedAt < life ? kept.reminders : null;
}

/** An installation without templates, and a poll with nothing ahead, may have them tomorrow: that is not kept. */
function keep(pollId: string, kept: Kept): void {
  const reminders = kept.reminders.filter(({ kind }) => kind !== 'verdict');
  if (reminders.length > 0) store(keyOf(pollId), { ...kept, reminders } satisfies Kept);
}

function noteSet(pollId: string, kinds: readonly ReminderKind[]): void {
  const kept = readStored<Kept | null>(keyOf(pollId), isKept, null);
  if (kept === null) return;
  const reminders = kept.reminders.map((each) => (kinds.includes(each.kind) ? { ...each, isSet: true } : each));
  store(keyOf(pollId), { ...kept, reminders } satisfies Kept);
}

/** Only this file writes the key. */
function isKept(stored: unknown): stored is Kept {
  return typeof stored === 'object' && stored !== null && 'reminders' in stored && 'askedAt' in stored;
}
