import type * as z from 'zod';
import { done, refuse, type AnswerTo, type Refused } from '../../contract/answered';
import type { reminderSet, reminderTemplates as offer } from '../../contract/reminders';
import {
  isReminderAhead,
  markOf,
  nextLookAt,
  reminderDueAt,
  reminderKinds,
  tellsOfChange,
  type ReminderKind,
} from '../../domain/reminders/due';
import { parseTemplates } from '../../domain/reminders/templates';
import { reminderTemplates } from '../../platform/environment';
import { listOwnNominations } from '../../store/nominations/nominations';
import { findPoll, type StoredPoll } from '../../store/poll/polls';
import { findReminders, insertReminder, reminderId, type Reminder } from '../../store/reminders/reminders';

/** Which reminders make sense for this person now, with the templates to ask consent for. */
export async function offerReminders(
  { pollId }: z.output<typeof offer.input>,
  openid: string,
  now: number,
): Promise<AnswerTo<typeof offer>> {
  const poll = await findReminding(pollId, openid);
  if (poll === null) return notFound();
  const templates = parseTemplates(reminderTemplates());
  const offered = (await offeredKinds(poll, openid, now)).filter((kind) => templates[kind]);
  const ids = offered.map((kind) => reminderId(pollId, openid, kind));
  const known = ids.length === 0 ? new Set<string>() : await findReminders(ids);
  return done({
    reminders: offered.map((kind) => ({
      kind,
      templateId: templates[kind]?.id ?? '',
      at: kind === 'verdict' || tellsOfChange(kind) ? null : reminderDueAt(kind, poll),
      isSet: known.has(reminderId(pollId, openid, kind)),
    })),
  });
}

/** Notes what somebody has consented to. One insert each; one that is there already is one that is set. */
export async function setReminders(
  { pollId, kinds }: z.output<typeof reminderSet.input>,
  openid: string,
  now: number,
): Promise<AnswerTo<typeof reminderSet>> {
  const poll = await findReminding(pollId, openid);
  if (poll === null) return notFound();
  const templates = parseTemplates(reminderTemplates());
  const offered = await offeredKinds(poll, openid, now);
  const wanted = [...new Set(kinds)];
  const refused = wanted.find((kind) => !offered.includes(kind) || templates[kind] === undefined);
  if (refused !== undefined) {
    return refuse('REMINDER_NOT_OFFERED', 'none of reminder.templates', { field: 'kinds', kind: refused });
  }
  for (const kind of wanted) {
    const id = reminderId(pollId, openid, kind);
    await insertReminder({ id, pollId, openid, kind, attempts: 0, ...waiting(kind, poll, now) });
  }
  return done({ set: wanted });
}

/** Until when it waits, and for what. */
function waiting(kind: ReminderKind, poll: StoredPoll, now: number): Pick<Reminder, 'dueAt' | 'seen'> {
  if (!tellsOfChange(kind)) return { dueAt: reminderDueAt(kind, poll) };
  return { dueAt: nextLookAt(kind, poll, now), seen: markOf(kind, poll) };
}

/** A poll that is public; of a draft those know who have nominated for it. */
async function findReminding(pollId: string, openid: string): Promise<StoredPoll | null> {
  // An id that no poll can have costs no read.
  const poll = /^[A-Za-z0-9_-]{1,12}$/.test(pollId) ? await findPoll(pollId) : null;
  if (poll?.status === 'published') return poll;
  return poll?.status === 'draft' && (await isWaiting(pollId, openid)) ? poll : null;
}

async function offeredKinds(poll: StoredPoll, openid: string, now: number): Promise<ReminderKind[]> {
  const isPublished = poll.status === 'published' && poll.callOff === undefined;
  // Candidates of a published poll stand, so no nomination waits any more.
  const hasVerdict = !isPublished && now < poll.stages.voting && (await isWaiting(poll.id, openid));
  return reminderKinds.filter((kind) =>
    kind === 'verdict' ? hasVerdict : isPublished && isReminderAhead(kind, poll, now),
  );
}

async function isWaiting(pollId: string, openid: string): Promise<boolean> {
  return (await listOwnNominations(openid, pollId)).some(({ state }) => state === 'waiting');
}

function notFound(): Refused<'POLL_NOT_FOUND'> {
  return refuse('POLL_NOT_FOUND', 'no such poll', { field: 'pollId' });
}
