import { LogState } from '../count/log-state';
import { isAsCounted } from '../count/noticed';
import { resultOf } from '../count/result';
import type { SheetCandidate } from '../entries/candidate-sheet';
import type { LogEntry, ResultEntry } from '../entries/log-entry';
import { parseEntry } from '../entries/parse-entry';
import type { VerifierKey } from '../note/verifier-key';
import { Frontier } from '../tree/frontier';
import type { TreeHasher } from '../tree/tree-hasher';
import { BundleWriter } from './bundle-writer';
import { endRoot } from './end-root';
import { OwedReports, type InquiryReport } from './inquiry-report';

/** A run of a log's entries, and the checkpoint published of all entries up to its end, if one was. */
export interface LogRun {
  entries: readonly string[];
  /** What decisions among them say of their grounds, by its SHA-256. */
  reports?: readonly InquiryReport[];
  checkpoint?: string;
}

/** Makes the bundle of a closed log, run by run, so that a million ballots need not be held at once. */
export class LogBundler {
  readonly #hasher: TreeHasher;
  readonly #writer: BundleWriter;
  readonly #candidates: readonly SheetCandidate[];
  readonly #state = LogState.recount();
  readonly #tree: Frontier;
  readonly #head: string;
  readonly #owed = new OwedReports();
  #closeRoot: Uint8Array | undefined;

  /** @param candidates those that the rules commit to, by number */
  constructor(hasher: TreeHasher, key: VerifierKey, candidates: readonly SheetCandidate[]) {
    this.#hasher = hasher;
    this.#tree = new Frontier(hasher);
    this.#candidates = candidates;
    this.#writer = new BundleWriter(hasher);
    this.#head = this.#writer.start(key, candidates);
  }

  /** The bundle's first lines. */
  start(): string {
    return this.#head;
  }

  /** @throws when the log does not add up: it was not written by a sequencer */
  add({ entries, checkpoint, reports = [] }: LogRun): string {
    let text = '';
    for (const entry of entries) {
      const parsed = parseEntry(entry);
      const refusal = typeof parsed === 'string' ? parsed : this.#take(parsed, entry);
      if (refusal) throw new Error(`entry ${this.#state.size} cannot stand in the log: ${refusal}`);
      text += this.#writer.entry(entry);
      const owed = typeof parsed === 'string' ? null : this.#owed.next(parsed);
      if (owed === null) continue;
      const report = reports.find(({ hash }) => hash === owed);
      if (report === undefined) throw new Error(`entry ${this.#state.size - 1} comes without its report`);
      text += this.#writer.report(report.text);
    }
    return checkpoint === undefined ? text : text + this.#writer.checkpoint(checkpoint);
  }

  #take(entry: LogEntry, text: string): string | null {
    const refusal = this.#state.apply(entry, this.#candidates);
    if (refusal) return refusal;
    this.#tree.append(this.#hasher.leaf(text));
    const closeRoot = endRoot(entry, this.#closeRoot, this.#tree);
    this.#closeRoot = closeRoot;
    return entry.kind === 'notice' && closeRoot && !isAsCounted(this.#state, { closeRoot }, entry)
      ? 'NOTICE_MISMATCH'
      : null;
  }

  /** What the log adds up to. @throws while it is neither closed nor called off */
  result(): ResultEntry {
    const { result } = this.#state;
    if (result) return result;
    if (this.#closeRoot === undefined) throw new Error('a log that is not closed has no result');
    return resultOf(this.#state, { closeRoot: this.#closeRoot });
  }

  /** The bundle's last lines. */
  end(): string {
    return this.#writer.end(this.result());
  }
}
