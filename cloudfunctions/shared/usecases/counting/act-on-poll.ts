import { isDrawMissing } from '../../universal/ledger/count/ranking';
import { isCountIncomplete, owedDays } from '../../universal/ledger/count/refuse-result';
import type { CloseEntry, LogEntry } from '../../universal/ledger/entries/log-entry';
import { dueAt, resultDueAt } from '../../domain/counting/publication';
import { closeDelay, closesAt } from '../../domain/counting/release';
import { countWaiting } from '../../store/voting/ballots';
import { neverDue } from '../../domain/poll/standstill';
import { findPoll, hasEnded, isThere } from '../../store/poll/polls';
import { findStandings, planNext } from '../../store/counting/standings';
import { archiveLog } from './archive-log';
import { isUnfinished, progressOf, take, type Head } from './log-head';
import { appendBatch, publishRelease, recoverHead, showDue, type OnFault } from './log-writer';
import { publishBeforeOpening, publishPoll, publishStandings } from './publish-board';
import { LogKeyMissing } from './publish-log';
import { releaseBallots, type Releasing } from './release-ballots';
import { archiveInTime, publishOutcome } from './publish-outcome';
import { resultEntry } from './result-entry';
import { revealSheets } from './reveal-sheets';
import { settleAll, takeRulings } from './take-rulings';
import { tellLot } from './tell-lot';

export interface Acting extends Releasing {
  /** What was cast before this instant has arrived; see `releaseDue`. */
  settledAt: () => number;
  /** What this instance knew of the log. */
  known: Head | undefined;
}

/** How often the close looks for ballots that the database says are waiting and no read shows. */
const attemptsToFind = 4;

/**
 * Does whatever a poll's time has come for, and plans when to look again.
 * @returns the log's end; null when the poll has no log yet, or is overtaken by another sequencer
 * @throws DatabaseFault and storage's faults; repeating is safe
 */
export async function actOnPoll(pollId: string, acting: Acting): Promise<Head | null> {
  const { publisher, clock, onFault } = acting;
  const head = await recoverHead(pollId, publisher, clock(), onFault, acting.known);
  if (head === null) {
    await planOpening(pollId, clock(), onFault);
    return null;
  }
  const grown = await grow(head, acting);
  if (grown === null) return null;
  if (!grown.state.isClosed) await showDue(grown, clock(), acting.settledAt(), onFault);
  if (grown.state.isClosed) {
    // Ahead of what says which stage the poll is in, and of a bundle that takes long.
    await publishOutcome(grown);
    await archiveInTime(grown, clock());
  }
  // Behind the release: the first time WeChat is asked for a code on the way, and its slowness delays no count.
  await publishPoll(grown, clock()).catch(onFault);
  if (grown.state.isClosed) {
    const isTold = await tellLot(grown);
    const isArchived = await archiveLog(grown, acting);
    // The board leads to the bundle from now on, and says how the lot stands.
    if (isArchived || isTold) await publishStandings(grown).catch(onFault);
  }
  await planNext(pollId, dueAt(grown.poll, progressOf(grown), clock()), grown.asked);
  return grown;
}

async function grow(head: Head, acting: Acting): Promise<Head | null> {
  if (head.signer === undefined) {
    acting.onFault(new LogKeyMissing(head.poll.id));
    return head;
  }
  if (head.state.isClosed) return growClosed(head, acting);
  if (acting.clock() < closesAt(head.poll)) return head;
  const closed = await close(head, acting);
  // What ends the poll comes behind its close, and waits for no other look.
  return closed && closed.poll.callOff ? growClosed(closed, acting) : closed;
}

/** A poll without a log waits for its opening; one that is gone waits for nothing. */
async function planOpening(pollId: string, now: number, onFault: OnFault): Promise<void> {
  const asked = (await findStandings(pollId))?.asked;
  const poll = await findPoll(pollId);
  if (poll === null) {
    // A read may show the time before it was made.
    if (await isThere(pollId)) throw new Error(`a read does not show the poll ${pollId}`);
    return planNext(pollId, null, asked);
  }
  if (poll.status === 'frozen') return planNext(pollId, neverDue, asked);
  if (now >= poll.stages.voting) return;
  if (poll.status !== 'draft') await publishBeforeOpening(poll, now).catch(onFault);
  await planNext(pollId, poll.stages.voting, asked);
}

/**
 * Releases all that waits, and closes the log. That the vote is over, and that nothing waits, is decided where the data are: a read
 * may show an earlier state.
 */
async function close(head: Head, acting: Acting): Promise<Head | null> {
  const { publisher, clock, onFault } = acting;
  const { id } = head.poll;
  if (!(await hasEnded(id, clock() - closeDelay))) throw new Error(`a read does not show the end of ${id}`);
  for (let attempt = 1; ; attempt++) {
    const { outcome } = await releaseBallots(head, { at: clock(), before: Infinity }, acting);
    if (outcome !== 'public') return null;
    const waiting = await countWaiting(id);
    if (waiting === 0) break;
    if (attempt === attemptsToFind) throw new Error(`${waiting} ballots of ${id} wait that no read shows`);
  }
  const { entries, taken } = await takeRulings(head, clock(), onFault);
  const closing: CloseEntry = { v: 1, kind: 'close', ballots: head.state.ballots };
  const refusal = take(head, closing);
  if (refusal) throw new Error(`the log of ${id} cannot be closed: ${refusal}`);
  const written = await appendBatch(head, [...entries, closing], clock(), clock());
  if (written === null) return null;
  await settleAll(taken, written.n);
  return publishRelease(head, publisher, onFault, written);
}

/**
 * Rulings on a closed log, notices, award and revocations among them; where no notice is owed also the result once it is due, unless
 * sheets of the jury or a draw that it needs are missing; or nothing but the signature that its end lacks.
 */
async function growClosed(head: Head, { publisher, clock, onFault }: Acting): Promise<Head | null> {
  const ruled = await takeRulings(head, clock(), onFault);
  const revealed = await revealSheets(head, ruled, clock());
  if (revealed === null) return null;
  const { reports, taken } = revealed;
  const grown: LogEntry[] = [...revealed.entries];
  if (isResultDue(head, clock())) {
    const result = await resultEntry(head);
    const refusal = take(head, result);
    if (refusal) throw new Error(`the log of ${head.poll.id} takes no result: ${refusal}`);
    grown.push(result);
  }
  if (grown.length === 0 && !isUnfinished(head)) {
    // Whoever wrote it died before saying so.
    await settleAll(taken, head.n);
    return head;
  }
  const written = await appendBatch(head, grown, clock(), clock(), reports);
  if (written === null) return null;
  await settleAll(taken, written.n);
  return publishRelease(head, publisher, onFault, written);
}

/** Whether the result comes by itself now: which rules the log began with decides it. */
function isResultDue({ poll, state }: Head, now: number): boolean {
  const owesNotice = state.rules !== undefined && owedDays(state.rules) !== undefined;
  if (state.hasResult || owesNotice || poll.callOff !== undefined || state.award.callOff !== undefined) return false;
  return now >= resultDueAt(poll) && !isCountIncomplete(state) && !isDrawMissing(state);
}
