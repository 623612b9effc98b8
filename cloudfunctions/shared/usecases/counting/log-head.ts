import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { InquiryReport } from '../../universal/ledger/bundle/inquiry-report';
import { isDrawMissing } from '../../universal/ledger/count/ranking';
import { LogState, type FoldRefusal } from '../../universal/ledger/count/log-state';
import type { LotState } from '../../universal/ledger/count/lot-state';
import { isCountIncomplete, owedDays } from '../../universal/ledger/count/refuse-result';
import type { Tally } from '../../universal/ledger/count/tally';
import type { SheetCandidate } from '../../universal/ledger/entries/candidate-sheet';
import { encodeEntry, type LogEntry } from '../../universal/ledger/entries/log-entry';
import { rulesEntry } from '../../universal/ledger/entries/make-entry';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { nextCheckpoint } from '../../universal/ledger/note/chained-checkpoint';
import { signNote, type NoteSigner } from '../../universal/ledger/note/signed-note';
import { formatVerifierKey } from '../../universal/ledger/note/verifier-key';
import { Frontier } from '../../universal/ledger/tree/frontier';
import { type LoggedTags, packTags } from '../../domain/counting/logged-tags';
import type { Progress } from '../../domain/counting/publication';
import type { Released } from '../../domain/counting/standings';
import type { ShownCounts } from '../../universal/board';
import type { Period } from '../../universal/period';
import { nativeHasher } from '../../platform/native-hasher';
import type { Batch } from '../../store/counting/batches';
import { listCandidates } from '../../store/poll/candidates';
import type { StoredPoll } from '../../store/poll/polls';
import type { PublishedLog, Standings } from '../../store/counting/standings';
import { logSigner } from './log-signer';

/** The end of a poll's log as this instance knows it. */
export interface Head {
  poll: StoredPoll;
  /** Undefined where the environment lacks the log's key: ballots wait until it is back. */
  signer: NoteSigner | undefined;
  sheet: SheetCandidate[];
  /** The newest batch. */
  n: number;
  /** Its last ballot's tag and period; both "" where it has none. */
  lastTag: string;
  lastPeriod: Period | '';
  state: LogState;
  /** Where inquiries void: the batches that hold voids and restores. */
  ruledIn: readonly number[];
  /** Whether the state was told what those say. */
  areVoidsKnown: boolean;
  tree: Frontier;
  /** The tags in the batches up to it: what is in the log already is known by the log alone, whatever marks say. */
  tags: LoggedTags;
  /** What the log was at the last release: at the newest batch with a checkpoint. */
  released: Released;
  /** The release before that. */
  previous: { batch: number; at: number };
  /** What of the log is public; undefined before it first is. */
  log: PublishedLog | undefined;
  /** Entries that are public with their text, after the close. */
  archived: number;
  /** The counts that were shown last; null before that. */
  shown: ShownCounts | null;
  /** When counts are shown next, epoch milliseconds; null where they are live or final. */
  nextAt: number | null;
  /** How the public lot stands, as far as the public was told; absent where it was told nothing. */
  lot?: LotState | null;
  /** Entries of the log of which the public was told what became of the poll. */
  outcome: number | undefined;
  /** How often others had asked for a look when this was read. */
  asked: number | undefined;
}

/** What the standings say of a log. */
export type KnownOfLog = Partial<
  Pick<Standings, 'log' | 'archived' | 'shown' | 'nextAt' | 'asked' | 'previous' | 'lot' | 'outcome'>
>;

/** The batch a log begins with: the rules, and what they commit to. It is signed, so that they are public before any ballot. */
export async function firstBatch(poll: StoredPoll, now: number): Promise<Batch> {
  const candidates = await listCandidates(poll.id);
  // What is published stands; a read that shows less shows an earlier state.
  if (candidates.length < poll.candidateCount) throw new Error(`candidates of ${poll.id} are missing`);
  const sheet = candidates.map(({ id, number, name, group }) => ({ id, number, name, ...(group ? { group } : {}) }));
  const signer = logSigner(poll.id);
  if (signer === undefined) throw new Error('LOG_KEY holds no key');
  const entry = parseEntry(rulesEntry(poll, sheet));
  if (typeof entry === 'string') throw new Error(`the rules of ${poll.id} are no entry: ${entry}`);
  const [state, tree] = [LogState.start(), new Frontier(nativeHasher)];
  state.apply(entry, sheet);
  const text = encodeEntry(entry);
  tree.append(nativeHasher.leaf(text));
  return {
    pollId: poll.id,
    n: 0,
    at: now,
    entries: [text],
    tally: state.tally(),
    peaks: tree.peaks.map(bytesToHex),
    tags: '',
    checkpoint: checkpointOf({ state, tree }, signer, 0),
    // The first hour is counted from when the vote opened, however late the log began.
    signed: { n: 0, size: 1, at: poll.stages.voting },
    sheet,
    key: formatVerifierKey(signer.key),
  };
}

/**
 * The head behind a batch that is in the database.
 * @param first the log's first batch
 * @param signed the newest batch with a checkpoint, as far as `last`
 * @param tags those of all batches up to `last`
 */
export function headBehind(
  poll: StoredPoll,
  { first, signed, last }: Record<'first' | 'signed' | 'last', Batch>,
  tags: LoggedTags,
  known: KnownOfLog,
): Head {
  const { sheet = [], key } = first;
  const rules = parseEntry(first.entries[0] ?? '');
  if (typeof rules === 'string' || rules.kind !== 'rules') throw new Error(`the log of ${poll.id} has no rules`);
  const ids = rules.candidates;
  const released = releasedOf(ids, signed.n, signed.tally, signed.signed.at ?? signed.at);
  return {
    poll,
    signer: logSigner(poll.id, key),
    sheet,
    n: last.n,
    ...lastBallotOf(last),
    state: LogState.resume(rules, sheet, last.tally),
    ruledIn: last.tally.ruledIn ?? [],
    areVoidsKnown: last.tally.ruledIn === undefined,
    tree: new Frontier(nativeHasher, last.tally.size, last.peaks.map(hexToBytes)),
    tags,
    released,
    previous: known.previous ?? { batch: 0, at: poll.stages.voting },
    log: known.log,
    archived: known.archived ?? 0,
    shown: known.shown ?? null,
    nextAt: known.nextAt ?? null,
    ...(known.lot === undefined ? {} : { lot: known.lot }),
    outcome: known.outcome,
    asked: known.asked,
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
  return null;
}

/**
 * The next batch, of entries that the head has taken.
 * @param releasedAt when the release is told to be that it ends; null where that goes on
 */
export function batchOf(
  head: Head,
  entries: readonly LogEntry[],
  now: number,
  releasedAt: number | null,
  reports: readonly InquiryReport[] = [],
): Batch {
  const n = head.n + 1;
  const isRuledIn = entries.some((entry) => (entry.kind === 'void' || entry.kind === 'restore') && entry.v === 2);
  const ruledIn = isRuledIn ? [...head.ruledIn, n] : head.ruledIn;
  const { poll, state, tree, signer, released } = head;
  const isEnd = releasedAt !== null;
  if (isEnd && signer === undefined) throw new Error(`the log of ${poll.id} cannot be signed`);
  return {
    pollId: poll.id,
    n,
    at: now,
    entries: entries.map(encodeEntry),
    ...(reports.length > 0 ? { reports: [...reports] } : {}),
    tags: packTags(tagsOf(entries)),
    tally: { ...state.tally(), ...(ruledIn.length > 0 ? { ruledIn: [...ruledIn] } : {}) },
    peaks: tree.peaks.map(bytesToHex),
    ...(isEnd && signer ? { checkpoint: checkpointOf(head, signer, released.size) } : {}),
    signed: isEnd
      ? { n, size: tree.size, at: releasedAt }
      : { n: released.batch, size: released.size, at: released.at },
  };
}

/** @param previous entries under the checkpoint before it */
function checkpointOf({ state, tree }: Pick<Head, 'state' | 'tree'>, signer: NoteSigner, previous: number): string {
  return signNote(nextCheckpoint(signer.key.name, state.rules, tree, previous), [signer]);
}

/** Moves the head behind a batch of its own that was written. */
export function moveBehind(head: Head, batch: Batch): void {
  const { n, tags = '', signed, tally } = batch;
  head.n = n;
  head.ruledIn = tally.ruledIn ?? [];
  head.tags.add(tags, n);
  Object.assign(head, lastBallotOf(batch));
  if (signed.n !== n) return;
  head.previous = { batch: head.released.batch, at: head.released.at };
  head.released = releasedOf(head.state.rules?.candidates ?? [], n, tally, signed.at ?? batch.at);
}

/** Whether the log ends in batches that no checkpoint covers yet: a release that somebody began and did not end. */
export function isUnfinished({ n, released }: Head): boolean {
  return n !== released.batch;
}

/** Whether the last release has a checkpoint whose files storage has not taken yet. */
export function isUnpublished({ released, log }: Head): boolean {
  return released.size !== (log?.size ?? 0);
}

export function progressOf(head: Head): Progress {
  const { state, log, nextAt } = head;
  return {
    nextAt,
    isClosed: state.isClosed,
    hasResult: state.hasResult,
    isCountIncomplete: state.isClosed && !state.hasResult && isCountIncomplete(state),
    isDrawMissing: state.isClosed && !state.hasResult && isDrawMissing(state),
    owesNotice: state.rules !== undefined && owedDays(state.rules) !== undefined,
    isCalledOff: state.award.callOff !== undefined,
    isPending: isUnfinished(head) || isUnpublished(head),
    isArchived: log?.size === state.size && isArchived(head),
  };
}

/**
 * Whether what is public of a closed log has its text, as far as it shall by now. Until a jury's sheets are public each of them grows the
 * log by a hash, which is no reason to write all of it anew.
 */
export function isArchived({ state, archived }: Head): boolean {
  if (archived === state.size) return true;
  return archived > 0 && state.isClosed && !state.hasResult && state.award.callOff === undefined && isAwaited(state);
}

function isAwaited({ rules, jury }: LogState): boolean {
  return rules?.v === 3 && rules.result.jury !== undefined && jury.isAwaited;
}

function releasedOf(candidates: readonly string[], batch: number, tally: Tally, at: number): Released {
  const { size, ballots, voided, votes, isClosed } = tally;
  const counts = Object.fromEntries(candidates.map((id, number) => [id, votes[number] ?? 0]));
  return { batch, size, ballots, counted: ballots - voided, counts, at, isClosed };
}

/** The tags of the ballots among entries. */
export function tagsOf(entries: readonly LogEntry[]): string[] {
  return entries.flatMap((entry) => (entry.kind === 'ballot' ? [entry.tag] : []));
}

/** The tags of the ballots in a batch, from their texts. */
export function tagsInBatch({ entries }: Pick<Batch, 'entries'>): string[] {
  return entries.flatMap((text) => {
    const entry = parseEntry(text);
    return typeof entry === 'object' && entry.kind === 'ballot' ? [entry.tag] : [];
  });
}

function lastBallotOf({ entries }: Batch): Pick<Head, 'lastTag' | 'lastPeriod'> {
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = parseEntry(entries[at] ?? '');
    if (typeof entry === 'object' && entry.kind === 'ballot') return { lastTag: entry.tag, lastPeriod: entry.period };
  }
  return { lastTag: '', lastPeriod: '' };
}
