import { areEqual } from '../bytes';
import { candidateSheet, type SheetCandidate } from '../entries/candidate-sheet';
import type { AnyRulesEntry, LogEntry, ResultEntry, RevocationEntry } from '../entries/log-entry';
import { parseEntry } from '../entries/parse-entry';
import { parseVerifierKey } from '../note/verifier-key';
import { decodeEntryBundle } from '../tiles/tile-content';
import { tileAt, tilePath, tileWidth } from '../tiles/tile-path';
import type { TreeHasher } from '../tree/tree-hasher';
import { decodeUtf8 } from '../utf8';
import { certificateCode } from './certificate-code';
import type { CheckTools, LogClaim } from './check-receipt';
import { LogFolder, type FileProblem } from './log-folder';
import { CheckpointReader, type SignedCheckpoint } from './open-checkpoints';
import { isForked, readProvenTiles, tilesOfLeaf, tilesOfRoot } from './proven-tiles';
import type { Alarm, SeenLog } from './verdict';

export interface CertificateToCheck {
  /** As `readCode` gives it. */
  code: string;
  /** What the storage says of the log; nothing of it is trusted. Null while none is published. */
  log: LogClaim | null;
  /** What the poll's file calls its candidates, in the order of their numbers. */
  candidates: readonly SheetCandidate[];
  /** What is known here of the log from before. */
  seen: SeenLog | null;
}

export type CertificateTools = Omit<CheckTools, 'onSearch'>;

/** Whose certificate it is. */
export interface Awarded {
  candidateId: string;
  /** What the poll's file calls them. */
  name: string;
  /** Whether the log's first entry commits to that name; texts may have been corrected since. */
  isNameInLog: boolean;
  rank: number;
  /** The grade of the award; absent where the rules have none. */
  level?: string;
  /** The result's place in the log. */
  index: number;
}

export type CertificateVerdict =
  | { kind: 'valid'; awarded: Awarded; size: number; seen: SeenLog }
  | {
      kind: 'revoked';
      awarded: Awarded;
      revocation: { reason: string; clause: string; index: number };
      size: number;
      seen: SeenLog;
    }
  /** The log's result, or its want of one, has no such certificate. */
  | { kind: 'none'; hasResult: boolean; size: number; seen: SeenLog | null }
  /** A file did not come, or is withheld: nothing is known. */
  | { kind: 'unreachable' }
  /** The files contradict each other or their signature: nothing may be believed. */
  | { kind: 'alarm'; alarm: Alarm; path: string | null };

type Stopped = Extract<CertificateVerdict, { kind: 'unreachable' | 'alarm' }>;

/**
 * Checks a certificate's code against the public log, from the log's own files alone, as a receipt is checked: the checkpoint's
 * signature; every entry from the result to the checkpoint, each proven by the tiles; that the log only grew since it was seen last.
 * Entries are looked at from the end, where only revocations may follow a result, so no file is believed that says where it stands.
 */
export async function checkCertificate(
  asked: CertificateToCheck,
  tools: CertificateTools,
): Promise<CertificateVerdict> {
  const { log, seen } = asked;
  if (log === null) {
    return seen === null ? { kind: 'none', hasResult: false, size: 0, seen } : alarmed('SHRUNK_LOG');
  }
  if (seen !== null && seen.key !== log.key) return alarmed('KEY_CHANGED');
  const key = parseVerifierKey(log.key);
  if (key === null) return alarmed('KEY_MALFORMED');
  if (key.name !== log.origin) return alarmed('CHECKPOINT_OF_ANOTHER_LOG');

  const folder = new LogFolder(tools.read);
  const checkpoints = new CheckpointReader(folder, key, tools.verify);
  const newest = await checkpoints.newest();
  if ('problem' in newest) return stop(newest);
  // The newest may come old out of a cache; the one of the size that is named never changes.
  const told = log.size > newest.size ? await checkpoints.ofSize(log.size) : newest;
  if ('problem' in told) return stop(told);
  const before = seen === null ? null : checkpoints.kept(seen.note);
  if (before !== null && before.size > told.size) return alarmed('SHRUNK_LOG', 'checkpoint');

  const entries = new ProvenEntries(folder, tools.hasher, told);
  const earlier = [newest, ...(before === null ? [] : [before])];
  const forked = await entries.holdAgainst(earlier);
  if (forked !== null) return forked;
  const end = await readEnd(entries, told.size);
  if ('kind' in end) return end;
  const kept = { key: log.key, note: told.note };
  const { result, index, revocations } = end;
  if (result === null) return { kind: 'none', hasResult: false, size: told.size, seen: kept };
  const leaf = await entries.leafAt(index);
  if ('kind' in leaf) return leaf;
  const winner = result.ranking.find(
    ({ candidate, won }) => won && certificateCode(key.name, leaf, candidate) === asked.code,
  );
  if (winner === undefined) return { kind: 'none', hasResult: true, size: told.size, seen: kept };
  const rules = await entries.entryAt(0);
  if ('stopped' in rules) return rules.stopped;
  if (rules.entry.kind !== 'rules') return alarmed('LEAF_ALTERED');
  const awarded = awardOf(winner, index, rules.entry, asked.candidates);
  const revoked = revocations.find(({ entry }) => entry.candidate === winner.candidate);
  if (revoked === undefined) return { kind: 'valid', awarded, size: told.size, seen: kept };
  const { reason, clause } = revoked.entry;
  return {
    kind: 'revoked',
    awarded,
    revocation: { reason, clause, index: revoked.index },
    size: told.size,
    seen: kept,
  };
}

function awardOf(
  { candidate, rank }: { candidate: string; rank: number },
  index: number,
  rules: AnyRulesEntry,
  candidates: readonly SheetCandidate[],
): Awarded {
  const sheet = rules.v === 1 ? undefined : rules.v === 2 ? rules.sheet : rules.candidateList;
  const levels = rules.v === 3 ? (rules.result.levels ?? []) : [];
  const level = levels.find(({ last }) => rank <= last)?.name;
  return {
    candidateId: candidate,
    name: candidates.find(({ id }) => id === candidate)?.name ?? '',
    isNameInLog: sheet === candidateSheet(candidates),
    rank,
    ...(level === undefined ? {} : { level }),
    index,
  };
}

/** What a log ends with: its result and what was revoked behind it, or no result. */
interface LogEnd {
  result: ResultEntry | null;
  index: number;
  revocations: { entry: RevocationEntry; index: number }[];
}

async function readEnd(entries: ProvenEntries, size: number): Promise<LogEnd | Stopped> {
  const revocations: LogEnd['revocations'] = [];
  for (let index = size - 1; index >= 0; index--) {
    const read = await entries.entryAt(index);
    if ('stopped' in read) return read.stopped;
    const { entry } = read;
    if (entry.kind === 'result') return { result: entry, index, revocations };
    // Nothing else may stand behind a result.
    if (entry.kind !== 'revoke') break;
    revocations.push({ entry, index });
  }
  return { result: null, index: -1, revocations: [] };
}

/** The entries of a log under one signed checkpoint, each held against its proven leaf hash. */
class ProvenEntries {
  readonly #folder: LogFolder;
  readonly #hasher: TreeHasher;
  readonly #log: SignedCheckpoint;

  constructor(folder: LogFolder, hasher: TreeHasher, log: SignedCheckpoint) {
    this.#folder = folder;
    this.#hasher = hasher;
    this.#log = log;
  }

  /** @returns null where the log goes on from each of them */
  async holdAgainst(earlier: readonly SignedCheckpoint[]): Promise<Stopped | null> {
    const { size } = this.#log;
    const wanted = earlier.flatMap((each) => tilesOfRoot(each.size, size));
    const read = await readProvenTiles(this.#hasher, this.#folder, this.#log, wanted);
    if ('problem' in read) return stop(read);
    return isForked(this.#hasher, read, earlier) ? alarmed('FORKED_LOG', 'checkpoint') : null;
  }

  async leafAt(index: number): Promise<Uint8Array | Stopped> {
    const read = await readProvenTiles(this.#hasher, this.#folder, this.#log, tilesOfLeaf(index, this.#log.size));
    return 'problem' in read ? stop(read) : read(0, index);
  }

  async entryAt(index: number): Promise<{ entry: LogEntry } | { stopped: Stopped }> {
    const leaf = await this.leafAt(index);
    if ('kind' in leaf) return { stopped: leaf };
    const tile = tileAt('entries', Math.floor(index / tileWidth), this.#log.size);
    if (tile === null) throw new RangeError('an entry that is under the checkpoint has a tile');
    const path = tilePath(tile);
    const content = await this.#folder.file(path);
    if ('problem' in content) return { stopped: stop(content) };
    const bytes = decodeEntryBundle(content, tile)?.[index % tileWidth];
    const text = bytes === undefined ? null : decodeUtf8(bytes);
    if (text === null || !areEqual(this.#hasher.leaf(text), leaf)) return { stopped: alarmed('LEAF_ALTERED', path) };
    const entry = parseEntry(text);
    return typeof entry === 'string' ? { stopped: alarmed('LEAF_ALTERED', path) } : { entry };
  }
}

/** A file that is missing may be on its way, or withheld: the entries of a release are public some seconds behind its checkpoint. */
function stop({ problem, ...where }: FileProblem | { problem: Alarm; path: string }): Stopped {
  if (problem === 'UNREACHABLE' || problem === 'FILE_MISSING') return { kind: 'unreachable' };
  return alarmed(problem, 'path' in where ? where.path : null);
}

function alarmed(alarm: Alarm, path: string | null = null): Extract<Stopped, { kind: 'alarm' }> {
  return { kind: 'alarm', alarm, path };
}
