import type { ParticipantOutput } from '../../cloudfunctions/shared/contract/participant';
import { serverNow } from '../stores/clock';
import { dropDevice, readDevice, writeDevice } from '../stores/device';
import { callParticipant, type Answer } from './cloud';

/** A message that may be asked for now. */
export type Reminder = ParticipantOutput<'reminder.templates'>['reminders'][number];
export type ReminderKind = Reminder['kind'];

/** What came of asking for consent; `given` names the templates. */
export type Consent =
  { kind: 'given'; templateIds: string[] } | { kind: 'refused' | 'switchedOff' | 'offline' | 'unavailable' };

interface Kept {
  reminders: Reminder[];
  /** When they were asked for, epoch milliseconds. */
  askedAt: number;
}

/**
 * How long what may be asked for is known without asking again, milliseconds: kinds only ever drop out, by their own time. So
 * somebody who votes every day costs no call a day.
 */
const life = 3 * 24 * 60 * 60 * 1000;

/** Most templates in one of WeChat's questions. */
export const mostTemplates = 3;

const keyOf = (pollId: string): string => `reminders:${pollId}`;

/**
 * The messages that a poll's pages may offer now; none where the cloud does not answer: what is only an offer reports no failure.
 * What became of a nomination changes with the nomination, so whoever offers that asks `anew`.
 */
export async function offeredReminders(pollId: string, anew = false): Promise<Reminder[]> {
  const kept = keptReminders(pollId);
  if (!anew && kept !== null) return kept.filter(isAhead);
  const answer = await callParticipant('reminder.templates', { pollId });
  if (!answer.ok) return [];
  keep(pollId, answer.data.reminders, serverNow());
  return answer.data.reminders.filter(isAhead);
}

/** Notes what was consented to; repeating changes nothing. */
export async function setReminders(
  pollId: string,
  kinds: ReminderKind[],
): Promise<Answer<ParticipantOutput<'reminder.set'>>> {
  const answer = await callParticipant('reminder.set', { pollId, kinds });
  if (answer.ok) noteSet(pollId, answer.data.set);
  else if (answer.error.code === 'REMINDER_NOT_OFFERED') dropDevice(keyOf(pollId));
  return answer;
}

/** WeChat's codes: of a main switch that is off, and of a network that did not carry the question or its answer. */
const switchedOff = 20004;
const offline = [10002, 10003];

/** Has WeChat ask for consent. It does so only in a tap's own turn: nothing may be waited for before this is called. */
export function askConsent(templateIds: readonly string[]): Promise<Consent> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: templateIds.slice(0, mostTemplates),
      success: (said) => {
        // Also `acceptWithAudio` and the like.
        const given = templateIds.filter((id) => said[id]?.startsWith('accept'));
        const isRefused = templateIds.some((id) => said[id] === 'reject');
        if (given.length > 0) resolve({ kind: 'given', templateIds: given });
        // Else WeChat itself has banned the templates, or taken them for one.
        else resolve({ kind: isRefused ? 'refused' : 'unavailable' });
      },
      fail: ({ errCode }) => {
        if (errCode === switchedOff) resolve({ kind: 'switchedOff' });
        else resolve({ kind: offline.includes(errCode) ? 'offline' : 'unavailable' });
      },
    });
  });
}

function isAhead({ at }: Reminder): boolean {
  return at === null || at > serverNow();
}

function keptReminders(pollId: string): Reminder[] | null {
  const kept = readDevice<Kept | null>(keyOf(pollId), isKept, null);
  return kept !== null && serverNow() - kept.askedAt < life ? kept.reminders : null;
}

/** An installation without templates, and a poll with nothing ahead, may have them tomorrow: that is not kept. */
function keep(pollId: string, reminders: Reminder[], askedAt: number): void {
  const lasting = reminders.filter(({ at }) => at !== null);
  if (lasting.length > 0) writeDevice(keyOf(pollId), { reminders: lasting, askedAt } satisfies Kept);
}

function noteSet(pollId: string, kinds: readonly ReminderKind[]): void {
  const kept = readDevice<Kept | null>(keyOf(pollId), isKept, null);
  if (kept === null) return;
  const reminders = kept.reminders.map((each) => (kinds.includes(each.kind) ? { ...each, isSet: true } : each));
  writeDevice(keyOf(pollId), { ...kept, reminders } satisfies Kept);
}

/** Only this file writes the key. */
function isKept(stored: unknown): stored is Kept {
  return typeof stored === 'object' && stored !== null && 'reminders' in stored && 'askedAt' in stored;
}
