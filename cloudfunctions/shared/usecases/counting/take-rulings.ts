import type { InquiryReport } from '../../universal/ledger/bundle/inquiry-report';
import type { FoldRefusal } from '../../universal/ledger/count/log-state';
import { winnersOf } from '../../universal/ledger/count/award-state';
import { noticeOf } from '../../universal/ledger/count/noticed';
import { resultOf } from '../../universal/ledger/count/result';
import { owedDays } from '../../universal/ledger/count/refuse-result';
import { encodeEntry, type LogEntry, type NoticeEntry } from '../../universal/ledger/entries/log-entry';
import { earliestNoticeEnd } from '../../domain/counting/notice-end';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { workCalendar } from '../poll/work-calendar';
import { entryAt, findBatchAt } from '../../store/counting/batches';
import {
  listWaitingRulings,
  refused,
  settleRuling,
  type DecidedInquiry,
  type Ruling,
} from '../../store/counting/rulings';
import { DatabaseFault } from '../../store/fault';
import { take, type Head } from './log-head';
import type { OnFault } from './log-writer';
import { closeRootOf } from './result-entry';
import { takeInquiry } from './take-inquiry';

/** What one entry says. */
type SingleRuling = Exclude<Ruling, DecidedInquiry | { kind: 'lock' }>;

/** All is as the ruling wants it: whoever wrote it died before saying so. */
const isDone: readonly FoldRefusal[] = [
  'ALREADY_VOID',
  'NOT_VOID',
  'ALREADY_WITHDRAWN',
  'DRAW_TWICE',
  'ALREADY_REVOKED',
  'ALREADY_EXCLUDED',
];

/** What comes behind the close, and was decided behind the end of the vote or as it. */
const behindClose: readonly Ruling['kind'][] = [
  'draw',
  'notice',
  'award',
  'revoke',
  'callOff',
  'voidInquiry',
  'restoreBallots',
];

/**
 * Takes the rulings that wait into the head. One that the log cannot take is settled as refused; one that fails is left for the next
 * time, and holds up nothing.
 * @returns the entries, the reports that they name, and the rulings they come from, to be settled once they are written
 * @throws DatabaseFault
 */
export async function takeRulings(
  head: Head,
  now: number,
  onFault: OnFault,
): Promise<{ entries: LogEntry[]; reports: InquiryReport[]; taken: Ruling[] }> {
  const entries: LogEntry[] = [];
  const reports: InquiryReport[] = [];
  const taken: Ruling[] = [];
  for (const ruling of await listWaitingRulings(head.poll.id)) {
    // It becomes many entries, in batches of their own: `reveal-sheets.ts`.
    if (ruling.kind === 'lock') continue;
    // The log's close is on its way.
    if (behindClose.includes(ruling.kind) && !head.state.isClosed) continue;
    try {
      if (ruling.kind === 'voidInquiry' || ruling.kind === 'restoreBallots') {
        const decided = await takeInquiry(head, ruling);
        if (decided === null) continue;
        entries.push(...decided.entries);
        reports.push(decided.report);
      } else {
        const entry = await takeRuling(head, ruling, entries, now);
        if (entry === null) continue;
        entries.push(entry);
      }
      taken.push(ruling);
    } catch (fault) {
      if (fault instanceof DatabaseFault) throw fault;
      onFault(new Error(`the ruling ${ruling._id} cannot be taken`, { cause: fault }));
    }
  }
  return { entries, reports, taken };
}

/** @returns null when the log does not take it, or has it */
async function takeRuling(
  head: Head,
  ruling: SingleRuling,
  earlier: readonly LogEntry[],
  now: number,
): Promise<LogEntry | null> {
  const { _id } = ruling;
  if (isInLog(head, ruling)) {
    await settleRuling(_id, head.n);
    return null;
  }
  const entry = wholeEntryOf(ruling.kind === 'notice' ? await noticeEntry(head, ruling) : await entryOf(head, ruling));
  if (entry === null) {
    await settleRuling(_id, refused, 'ENTRY_MALFORMED');
    return null;
  }
  if (entry.kind === 'notice' && (await isTooShort(head, entry, now))) {
    await settleRuling(_id, refused, 'NOTICE_MISSING');
    return null;
  }
  if ('index' in entry && !earlier.some((each) => isOfBallot(each, entry.index))) await recall(head, entry.index);
  const refusal = take(head, entry);
  if (refusal === null) return entry;
  await (isDone.includes(refusal) ? settleRuling(_id, head.n) : settleRuling(_id, refused, refusal));
  return null;
}

/** Whether whoever wrote it died before saying so, for what could be entered twice. */
function isInLog({ state }: Head, ruling: Ruling): boolean {
  const { kind, at, proposer, approver } = ruling;
  if (ruling.kind === 'sheet') return ruling.n <= state.jury.versionsOf(ruling.juror);
  const { notice, callOff } = state.award;
  if (kind === 'notice') return notice?.from === at && notice?.proposer === proposer && notice.approver === approver;
  return (kind === 'award' && state.hasResult) || (kind === 'callOff' && callOff !== undefined);
}

/**
 * A notice begins when it was decided. One that the log takes in on a later day than that must be long enough as if it began now: else
 * whoever stops the scheduler shortens it.
 */
async function isTooShort({ state }: Head, notice: NoticeEntry, now: number): Promise<boolean> {
  if (state.rules === undefined) return true;
  const { notice: last } = state.award;
  const ground = {
    days: owedDays(state.rules) ?? 0,
    ...(last === undefined ? {} : { last }),
    isRuledSince: state.award.tally()?.isRuledSince ?? false,
    winners: winnersOf(notice),
  };
  return notice.until < earliestNoticeEnd(ground, Math.max(now, notice.from), await workCalendar()).until;
}

async function noticeEntry(head: Head, ruling: Extract<Ruling, { kind: 'notice' }>): Promise<NoticeEntry> {
  const { at = 0, until, proposer, approver } = ruling;
  const closeRoot = await closeRootOf(head);
  return noticeOf(head.state, { closeRoot }, { from: at, until, proposer, approver });
}

/** What no reader of the log would take must not get into it, and holds up nothing else: null. */
function wholeEntryOf(entry: LogEntry): LogEntry | null {
  try {
    return typeof parseEntry(encodeEntry(entry)) === 'string' ? null : entry;
  } catch {
    // Of a kind that there is not, a ruling has no text.
    return null;
  }
}

async function entryOf(head: Head, ruling: Exclude<SingleRuling, { kind: 'notice' }>): Promise<LogEntry> {
  const { proposer, approver } = ruling;
  switch (ruling.kind) {
    case 'withdraw': {
      const { kind, candidate, reason } = ruling;
      return { v: 1, kind, candidate, reason, proposer, approver };
    }
    case 'draw':
      return { v: 1, kind: ruling.kind, draw: ruling.draw, proposer, approver };
    case 'award':
      return resultOf(head.state, { closeRoot: await closeRootOf(head) });
    case 'revoke': {
      const { kind, candidate, reason, clause } = ruling;
      return { v: 1, kind, candidate, reason, clause, proposer, approver };
    }
    case 'callOff':
      return { v: 1, kind: ruling.kind, reason: ruling.reason, proposer, approver };
    case 'sheet': {
      const { kind, juror, n, hash } = ruling;
      return { v: 1, kind, juror, n, hash };
    }
    case 'exclude': {
      const { kind, juror, reason, clause } = ruling;
      return { v: 1, kind, juror, reason, clause, proposer, approver };
    }
    default: {
      const { kind, index, reason, clause } = ruling;
      return { v: 1, kind, index, reason, clause, proposer, approver };
    }
  }
}

function isOfBallot(entry: LogEntry, index: number): boolean {
  return 'index' in entry && entry.index === index;
}

/** Marks rulings as written. Whoever dies before leaves them waiting, and the next run finds them done. */
export async function settleAll(rulings: readonly Ruling[], batch: number): Promise<void> {
  for (const { _id } of rulings) await settleRuling(_id, batch);
}

/** Looks up the ballot that a ruling names, if there is one. */
async function recall(head: Head, index: number): Promise<void> {
  const batch = await findBatchAt(head.poll.id, index);
  if (batch === null) return;
  const text = entryAt(batch, index);
  const entry = text === undefined ? undefined : parseEntry(text);
  if (typeof entry === 'object' && entry.kind === 'ballot') head.state.recall(index, entry);
}
