import { mostTemplates } from '../../../cloudfunctions/shared/universal/consent';
import type { Reminder, ReminderKind } from '../../services/reminders';
import { reminderWords } from '../../text/reminders';

/** Which messages a page offers, of which poll. */
export interface WantedReminders {
  pollId: string;
  kinds: readonly ReminderKind[];
  /** What the poll is like for reminders, see `asOfText`: what was offered, and set, of an earlier one may be over. */
  asOf: string;
}

/** A reminder that tells of a change is spent with it, so what is known of it holds until then. */
export function asOfText(endAt: number, notice: { n: number } | undefined): string {
  return `${endAt}/${notice?.n ?? 0}`;
}

/** A button that asks for messages, or what became of asking. */
export interface ReminderView {
  state: 'offered' | 'asking' | 'set';
  label: string;
  /** What will be sent, or why nothing will; '' for nothing to say. */
  note: string;
  tone: 'quiet' | 'notice' | 'fault';
}

/**
 * What there is to ask for, or null where nothing is. What was asked for already is no longer offered.
 * @param isBrief leaves out what the offer means
 * @param failed why the last try came to nothing
 */
export function offerView(
  reminders: readonly Reminder[],
  isBrief: boolean,
  failed?: Pick<ReminderView, 'note' | 'tone'>,
): ReminderView | null {
  if (reminders.length === 0) return null;
  const open = askable(reminders).map(({ kind }) => kind);
  const all = reminders.map(({ kind }) => kind);
  if (open.length === 0) return setView(all, isBrief);
  return {
    state: 'offered',
    label: reminderWords.offer(open),
    ...(failed ?? { note: isBrief ? '' : reminderWords.once(open), tone: 'quiet' }),
  };
}

export function setView(kinds: readonly ReminderKind[], isBrief: boolean): ReminderView {
  return { state: 'set', label: reminderWords.set, note: reminderWords.setDetail(kinds, isBrief), tone: 'quiet' };
}

/**
 * Those that one question can be about: WeChat's has room for three, and the others are offered once these are set. Kinds that share
 * a template share its one consent, which is good for the first of them.
 */
export function askable(reminders: readonly Reminder[]): Reminder[] {
  const open = reminders.filter(({ isSet }) => !isSet);
  return open
    .filter(({ templateId }, at) => open.findIndex((each) => each.templateId === templateId) === at)
    .slice(0, mostTemplates);
}
