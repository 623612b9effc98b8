import { dayLength } from '../../universal/day';
import { announcedLot } from '../../universal/lot';
import {
  afterFailure,
  markOf,
  nextLookAt,
  pauseAfter,
  reminderDueAt,
  reminderEndsAt,
  tellsOfChange,
} from '../../domain/reminders/due';
import { messageData, pageOf, type RemindedPoll } from '../../domain/reminders/message';
import { parseTemplates, type Templates } from '../../domain/reminders/templates';
import { now as currentTime } from '../../platform/clock';
import { reminderTemplates } from '../../platform/environment';
import { sendSubscribeMessage } from '../../platform/subscribe-message';
import { WechatFault } from '../../platform/wechat-fault';
import { findPollsOf, type StoredPoll } from '../../store/poll/polls';
import {
  dropReminders,
  insertReminder,
  listDueReminders,
  moveReminders,
  nextReminderAt,
  takeReminder,
  waitOn,
  type Reminder,
} from '../../store/reminders/reminders';
import { findStandings } from '../../store/counting/standings';
import type { Errand, ErrandReport } from '../scheduling/errand';

const pageSize = 50;

/** So long an award or an ending is worth telling of, milliseconds. */
const keptAfterEnding = 7 * dayLength;

/** So many messages are on their way at once. */
const atOnce = 10;

/**
 * Sends reminders that are due, each at most once: a reminder is taken out of the database before it is sent, and of any number of
 * schedulers one gets it. Whoever dies in between loses that message, and none comes twice. What WeChat refuses for a reason that
 * may pass is put back, to be tried later.
 */
export const sendReminders: Errand = {
  name: 'reminders',
  life: 15 * 60 * 1000,
  nextAt: nextReminderAt,

  async run(now, left): Promise<ErrandReport> {
    const faults: unknown[] = [];
    const due = await listDueReminders(now, pageSize);
    const polls = await findPollsOf([...new Set(due.map(({ pollId }) => pollId))]);
    const { toSend, toDrop, toMove } = sort(due, polls, await findAwaiting(due, polls), now);
    for (const { poll, kind, dueAt } of toMove.values()) {
      if (tellsOfChange(kind)) await waitOn(poll.id, kind, markOf(kind, poll), dueAt);
      else await moveReminders(poll.id, kind, dueAt);
    }
    if (toDrop.length > 0) await dropReminders(toDrop);
    const templates = toSend.length > 0 ? parseTemplates(reminderTemplates()) : {};
    for (let from = 0; from < toSend.length; from += atOnce) {
      if (left() <= 0) return { isDone: false, faults };
      const some = toSend.slice(from, from + atOnce);
      const outcomes = await Promise.allSettled(some.map(({ reminder, poll }) => send(reminder, poll, templates)));
      for (const outcome of outcomes) if (outcome.status === 'rejected') faults.push(outcome.reason);
    }
    return { isDone: due.length < pageSize, faults };
  },
};

interface Sorted {
  toSend: { reminder: Reminder; poll: StoredPoll }[];
  toDrop: string[];
  /** By poll and kind, once each: when they are due as the poll is now. */
  toMove: Map<string, { poll: StoredPoll; kind: Reminder['kind']; dueAt: number }>;
}

/** How much later a result is told of that waits for its award or its public lot, milliseconds; then it is looked at anew. */
const resultPause = 60 * 60 * 1000;

/** Those polls whose result is due and waits: for two persons to award, or for a public lot. */
async function findAwaiting(
  due: readonly Reminder[],
  polls: ReadonlyMap<string, StoredPoll>,
): Promise<ReadonlySet<string>> {
  const awaiting = new Set<string>();
  const wanted = new Set(due.filter(({ kind }) => kind === 'result').map(({ pollId }) => pollId));
  for (const pollId of wanted) {
    const poll = polls.get(pollId);
    if (poll === undefined) continue;
    if (poll.noticeDays !== undefined) {
      if (poll.outcome?.awardedAt === undefined) awaiting.add(pollId);
      continue;
    }
    if (announcedLot(poll.result) === undefined) continue;
    // Absent while the close is not told yet: whether the lot has to decide is not known then.
    const lot = (await findStandings(pollId))?.lot;
    if (lot === undefined || (lot !== null && lot.draw === undefined)) awaiting.add(pollId);
  }
  return awaiting;
}

/**
 * What is due by its document may not be any more by its poll: times move, and some messages come too late. Of a poll that has ended
 * without a result those are told who waited for one, and nobody else.
 */
function sort(
  due: readonly Reminder[],
  polls: ReadonlyMap<string, StoredPoll>,
  awaiting: ReadonlySet<string>,
  now: number,
): Sorted {
  const sorted: Sorted = { toSend: [], toDrop: [], toMove: new Map() };
  for (const reminder of due) {
    const { id, kind, pollId, verdict, seen } = reminder;
    const poll = polls.get(pollId);
    const ending = poll && endingOf(poll);
    const move = (dueAt: number): void => {
      if (poll) sorted.toMove.set(`${pollId}|${kind}`, { poll, kind, dueAt });
    };
    if (kind === 'verdict' && verdict && poll) sorted.toSend.push({ reminder, poll });
    else if (poll === undefined) sorted.toDrop.push(id);
    else if (ending && kind === 'result' && now < ending.at + keptAfterEnding) sorted.toSend.push({ reminder, poll });
    else if (ending || now >= endsAt(kind, poll)) sorted.toDrop.push(id);
    else if (tellsOfChange(kind)) {
      if (poll.status !== 'published') sorted.toDrop.push(id);
      else if (markOf(kind, poll) > (seen ?? 0)) sorted.toSend.push({ reminder, poll });
      // It was tried, and the news was taken back meanwhile: the end is where it was.
      else if (reminder.attempts > 0) sorted.toDrop.push(id);
      else move(nextLookAt(kind, poll, now));
    } else if (reminderDueAt(kind, poll) > now) move(reminderDueAt(kind, poll));
    // There is no result to tell of yet.
    else if (kind === 'result' && awaiting.has(pollId)) move(now + resultPause);
    // Nothing was decided in time, or the poll is a draft again: it is set anew when there is something to wait for.
    else if (kind === 'verdict' || poll.status !== 'published') sorted.toDrop.push(id);
    else sorted.toSend.push({ reminder, poll });
  }
  return sorted;
}

/** A result that two persons have to award is told of once they have, however late that is. */
function endsAt(kind: Reminder['kind'], poll: StoredPoll): number {
  if (kind !== 'result' || poll.noticeDays === undefined) return reminderEndsAt(kind, poll);
  return poll.outcome?.awardedAt === undefined ? Infinity : poll.outcome.awardedAt + keptAfterEnding;
}

/** @throws what went wrong, without a name in it */
async function send(reminder: Reminder, poll: StoredPoll, templates: Templates): Promise<void> {
  const { id, openid, kind } = reminder;
  if (!(await takeReminder(id))) return;
  const template = templates[kind];
  if (template === undefined) throw new Error(`${poll.id}: no template for ${kind} any more`);
  // Without a place for words it would read as if there were a result.
  const isTellable = endingOf(poll) === undefined || Object.values(template.fields).includes('note');
  if (!isTellable && kind === 'result') return;
  const data = messageData(kind, template, told(poll), currentTime(), reminder);
  try {
    await sendSubscribeMessage({ openid, templateId: template.id, page: pageOf(kind, told(poll)), data });
  } catch (fault) {
    if (!(fault instanceof WechatFault)) throw fault;
    await settle(reminder, fault);
  }
}

/** When a poll was ended without a result, in one way or the other. */
function endingOf({ callOff, withdrawal }: StoredPoll): { at: number } | undefined {
  return callOff ?? withdrawal;
}

function told(poll: StoredPoll): RemindedPoll {
  return { ...poll, isEnded: endingOf(poll) !== undefined };
}

async function settle(reminder: Reminder, fault: WechatFault): Promise<void> {
  const attempt = reminder.attempts + 1;
  const outcome = afterFailure(fault.errcode, attempt);
  // Whoever takes the consent back has nothing to be told; everything else is the operators' business.
  if (outcome === 'done') return;
  if (outcome === 'again') {
    await insertReminder({ ...reminder, attempts: attempt, dueAt: currentTime() + pauseAfter(attempt) });
  }
  throw new Error(`${reminder.pollId}: ${reminder.kind} was not sent (${outcome})`, { cause: fault.errcode });
}
