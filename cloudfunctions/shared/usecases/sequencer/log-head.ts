import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { isDrawMissing } from '../../domain/ledger/count/draw-missing';
import { LogState, type FoldRefusal } from '../../domain/ledger/count/log-state';
import type { LotState } from '../../domain/ledger/count/lot-state';
import type { SheetCandidate } from '../../domain/ledger/entries/candidate-sheet';
import { encodeEntry, type LogEntry } from '../../domain/ledger/entries/log-entry';
import { rulesEntry } from '../../domain/ledger/entries/make-entry';
import { parseEntry } from '../../domain/ledger/entries/parse-entry';
import { formatCheckpoint } from '../../domain/ledger/note/checkpoint';
import { signNote, type NoteSigner } from '../../domain/ledger/note/signed-note';
import { formatVerifierKey } from '../../domain/ledger/note/verifier-key';
import { Frontier } from '../../domain/ledger/tree/frontier';
import type { Progress, Unpublished } from '../../domain/publication';
import { isPublicationDue } from '../../domain/publication';
import type { CountSoFar, ShownCounts } from '../../domain/standings';
import { nativeHasher } from '../../platform/native-hasher';
import type { Batch } from '../../store/batches';
import { listCandidates } from '../../store/candidates';
import type { StoredPoll } from '../../store/polls';
import type { PublishedLog } from '../../store/standings';
import { logSigner } from './log-signer';

/** The end of a poll's log as this instance knows it. */
export interface Head {
  poll: StoredPoll;
  /** Undefined where the environment lacks the log's key: the count goes on, and publishing waits for the key. */
  signer: NoteSigner | undefined;
  sheet: SheetCandidate[];
  /** The newest batch. */
  n: number;
  state: LogState;
  tree: Frontier;
  /** The newest batch with a checkpoint, and the entries under it. */
  signed: { n: number; size: number };
  /** Ballots behind that. */
  unpublished: Unpublished;
  /** What of the log is public; undefined before it first is. */
  log: PublishedLog | undefined;
  /** Entries that are public with their text, after the close. */
  archived: number;
  /** The counts that were released last; null before that. */
  shown: ShownCounts | null;
  /** When counts are released next, epoch milliseconds; null where they are live or final. */
  nextAt: number | null;
  /** How the public lot stands, as far as the public was told; absent where it was told nothing. */
  lot?: LotState | null;
}

/** The batch a log begins with: the rules, and what they commit to. It is signed, so that they are public before any ballot. */
export async function firstBatch(poll: StoredPoll, now: number): Promise<Batch> {
  const candidates = await listCandidates(poll.id);
  const sheet = candidates.map(({ id, number, name, group }) => ({ id, number, name, ...(group ? { group } : {}) }));
  const signer = logSigner(poll.id);
  if (signer === undefined) throw new Error('LOG_KEY holds no key');
  const head: Head = {
    poll,
    signer,
    sheet,
    n: -1,
    state: LogState.start(),
    tree: new Frontier(nativeHasher),
    signed: { n: 0, size: 0 },
    unpublished: { ballots: 0, since: null },
    log: undefined,
    archived: 0,
    shown: null,
    nextAt: null,
  };
  const entry = parseEntry(rulesEntry(poll, sheet));
  if (typeof entry === 'string') throw new Error(`the rules of ${poll.id} are no entry: ${entry}`);
  take(head, entry);
  return { ...batchOf(head, [encodeEntry(entry)], now, true), sheet, key: formatVerifierKey(signer.key) };
}

/**
 * The head behind a batch that is in the database.
 * @param first the log's first batch
 * @param known what the standings say of the log
 */
export function headBehind(
  poll: StoredPoll,
  first: Batch,
  last: Batch,
  known: {
    log?: PublishedLog;
    archived?: number;
    shown?: ShownCounts | null;
    nextAt?: number | null;
    lot?: LotState | null;
  },
): Head {
  const { sheet = [], key } = first;
  const rules = parseEntry(first.entries[0] ?? '');
  if (typeof rules === 'string' || rules.kind !== 'rules') throw new Error(`the log of ${poll.id} has no rules`);
  const isAllSigned = last.signed.n === last.n;
  return {
    poll,
    signer: logSigner(poll.id, key),
    sheet,
    n: last.n,
    state: LogState.resume(rules, sheet, last.tally),
    tree: new Frontier(nativeHasher, last.tally.size, last.peaks.map(hexToBytes)),
    signed: last.signed,
    // When the first of them came is known no more; to wait once more from the last is soon enough.
    unpublished: { ballots: last.tally.size - last.signed.size, since: isAllSigned ? null : last.at },
    log: known.log,
    archived: known.archived ?? 0,
    shown: known.shown ?? null,
    nextAt: known.nextAt ?? null,
    ...(known.lot === undefined ? {} : { lot: known.lot }),
  };
}

/**
 * Takes one entry into the head.
 * @returns why it cannot stand there; a ballot or ruling that is refused has changed nothing
 */
export function take(head: Head, entry: LogEntry): FoldRefusal | null {
  const refusal = head.state.apply(entry, head.sheet);
  if (refusal) return refusal;
  head.tree.append(nativeHasher.leaf(encodeEntry(entry)));
  if (entry.kind === 'ballot') head.unpublished.ballots += 1;
  return null;
}

/**
 * The next batch, of entries that the head has taken.
 * @param isAsked whether its end is to be published even if nothing else asks for it
 */
export function batchOf(head: Head, entries: string[], now: number, isAsked = false): Batch {
  const n = head.n + 1;
  const { state, tree, unpublished } = head;
  const since = unpublished.since ?? (unpublished.ballots > 0 ? now : null);
  // One checkpoint after the other: the bundle holds all that are signed, and only published ones may be in it.
  const isFree = head.signed.size === (head.log?.size ?? 0);
  const isDue = isAsked || isPublicationDue({ ...unpublished, since }, state.isClosed, now);
  const checkpoint = isFree && isDue && head.signer ? checkpointOf(tree, head.signer) : undefined;
  return {
    pollId: head.poll.id,
    n,
    at: now,
    entries,
    tally: state.tally(),
    peaks: tree.peaks.map(bytesToHex),
    ...(checkpoint === undefined ? {} : { checkpoint }),
    signed: checkpoint === undefined ? head.signed : { n, size: tree.size },
  };
}

function checkpointOf(tree: Frontier, signer: NoteSigner): string {
  return signNote(formatCheckpoint({ origin: signer.key.name, size: tree.size, root: tree.root() }), [signer]);
}

/** Moves the head behind a batch of its own that was written. */
export function moveBehind(head: Head, { n, at, signed }: Batch): void {
  head.n = n;
  head.signed = signed;
  if (signed.n === n) head.unpublished = { ballots: 0, since: null };
  else if (head.unpublished.ballots > 0) head.unpublished.since ??= at;
}

export function progressOf(head: Head): Progress {
  const { state, unpublished, archived, log } = head;
  const isPublished = log?.size === state.size;
  return {
    isClosed: state.isClosed,
    hasResult: state.hasResult,
    isDrawMissing: state.isClosed && !state.hasResult && isDrawMissing(state),
    unpublished,
    isPending: head.signed.size !== (log?.size ?? 0),
    isArchived: isPublished && archived === state.size,
  };
}

export function countSoFar(head: Head): CountSoFar {
  const { state } = head;
  const ids = state.rules?.candidates ?? [];
  return {
    batch: head.n,
    ballots: state.ballots,
    counted: state.ballots - state.voided,
    counts: Object.fromEntries(ids.map((id, number) => [id, state.votes[number] ?? 0])),
    progress: progressOf(head),
  };
}
