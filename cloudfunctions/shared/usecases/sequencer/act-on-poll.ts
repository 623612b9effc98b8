import { isDrawMissing } from '../../domain/ledger/count/draw-missing';
import type { LogEntry } from '../../domain/ledger/entries/log-entry';
import { dueAt, isPublicationDue, resultDueAt } from '../../domain/publication';
import { closesAt } from '../../domain/release';
import { ballotIdRange, listWaiting } from '../../store/ballots';
import { findPoll } from '../../store/polls';
import { planNext } from '../../store/standings';
import { archiveLog } from './archive-log';
import { progressOf, take, type Head } from './log-head';
import { appendBatch, publishDue, publishPending, recoverHead, type OnFault } from './log-writer';
import { publishBeforeOpening, publishPoll, publishStandings } from './publish-board';
import { LogKeyMissing, type LogPublisher } from './publish-log';
import { resultEntry } from './result-entry';
import { settleAll, takeRulings } from './take-rulings';
import { tellLot } from './tell-lot';

export interface Acting {
  publisher: LogPublisher;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Start nothing long behind this instant. */
  deadline: number;
  onFault: OnFault;
}

/**
 * Does whatever a poll's time has come for, and plans when to look again.
 * @returns the log's end; null when the poll has no log yet, or is overtaken by another sequencer
 * @throws DatabaseFault and storage's faults; repeating is safe
 */
export async function actOnPoll(pollId: string, acting: Acting): Promise<Head | null> {
  const { publisher, clock, onFault } = acting;
  const head = await recoverHead(pollId, publisher, clock(), onFault);
  if (head === null) {
    await planOpening(pollId, clock(), onFault);
    return null;
  }
  if (head.signer === undefined) onFault(new LogKeyMissing(pollId));
  await publishPending(head, publisher);
  const grown = head.state.isClosed ? await growClosed(head, acting) : await growOpen(head, acting);
  if (grown === null) return null;
  if (!grown.state.isClosed) await publishDue(grown, clock(), onFault);
  // Behind the release: the first time WeChat is asked for a code on the way, and its slowness delays no count.
  await publishPoll(grown, clock()).catch(onFault);
  if (!grown.state.isClosed) return grown;
  const isTold = await tellLot(grown);
  const isArchived = await archiveLog(grown, acting);
  // The board leads to the bundle from now on, and says how the lot stands.
  if (isArchived || isTold) await publishStandings(grown, clock()).catch(onFault);
  await planNext(pollId, dueAt(grown.poll, progressOf(grown), clock()));
  return grown;
}

/** A poll without a log waits for its opening; one that is gone waits for nothing. */
async function planOpening(pollId: string, now: number, onFault: OnFault): Promise<void> {
  const poll = await findPoll(pollId);
  if (poll === null) return planNext(pollId, null);
  if (now >= poll.stages.voting) return;
  if (poll.status !== 'draft') await publishBeforeOpening(poll, now).catch(onFault);
  await planNext(pollId, poll.stages.voting);
}

/** Rulings so far, what has waited long enough to be published, or the close. */
async function growOpen(head: Head, { publisher, clock, onFault }: Acting): Promise<Head | null> {
  const { entries, taken } = await takeRulings(head);
  const grown: LogEntry[] = [...entries];
  const isOver = clock() >= closesAt(head.poll) && !(await isWaiting(head)) && !(await isWaiting(head));
  if (isOver) {
    const close: LogEntry = { v: 1, kind: 'close', ballots: head.state.ballots };
    const refusal = take(head, close);
    if (refusal) throw new Error(`the log of ${head.poll.id} cannot be closed: ${refusal}`);
    grown.push(close);
  }
  if (grown.length === 0 && !isPublicationDue(head.unpublished, false, clock())) return head;
  const written = await appendBatch(head, grown, publisher, clock(), onFault, entries.length > 0);
  if (written) await settleAll(taken, written.n);
  return written;
}

/** Rulings on a closed log until its result is due, then the result, unless a draw that it needs is missing; or nothing but the signature that its end lacks. */
async function growClosed(head: Head, { publisher, clock, onFault }: Acting): Promise<Head | null> {
  const { entries, taken } = head.state.hasResult ? { entries: [], taken: [] } : await takeRulings(head);
  const grown: LogEntry[] = [...entries];
  if (!head.state.hasResult && clock() >= resultDueAt(head.poll) && !isDrawMissing(head.state)) {
    const result = await resultEntry(head);
    take(head, result);
    grown.push(result);
  }
  const isSigned = head.signed.size === head.state.size || head.signer === undefined;
  if (grown.length === 0 && isSigned) return head;
  const written = await appendBatch(head, grown, publisher, clock(), onFault);
  if (written) await settleAll(taken, written.n);
  return written;
}

async function isWaiting({ poll }: Head): Promise<boolean> {
  const { after, before } = ballotIdRange(poll.id);
  return (await listWaiting(after, before)).length > 0;
}
