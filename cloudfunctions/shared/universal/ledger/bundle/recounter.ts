import { bytesToHex } from '@noble/hashes/utils.js';
import { areEqual } from '../bytes';
import { LogState } from '../count/log-state';
import { isAsCounted } from '../count/noticed';
import { resultOf } from '../count/result';
import { refuseResult } from '../count/refuse-result';
import { isTooFine } from '../count/score';
import { parseCandidate, type SheetCandidate } from '../entries/candidate-sheet';
import { encodeEntry, type ResultEntry } from '../entries/log-entry';
import { parseEntry } from '../entries/parse-entry';
import { checkPrevious } from '../note/chained-checkpoint';
import { openCheckpoint } from '../note/checkpoint';
import { isSignedOnce, type VerifySignature } from '../note/signed-note';
import { parseVerifierKey, type VerifierKey } from '../note/verifier-key';
import { Frontier } from '../tree/frontier';
import type { TreeHasher } from '../tree/tree-hasher';
import { encodeUtf8 } from '../utf8';
import { brokenLineTexts, type BundleLine, readString } from './bundle-lines';
import { bundleTitle } from './bundle-writer';
import { endRoot } from './end-root';
import { entryCode } from './entry-code';
import { OwedReports } from './inquiry-report';
import type { HeldReceipt, RecountOptions } from './recount-options';
import type { RecountCode, RecountFailure } from './recount-failure';
import { rulesFault } from './rules-fault';

/** What a sound bundle says. */
export interface RecountReport {
  key: VerifierKey;
  candidates: readonly SheetCandidate[];
  /** The log with its rules, rulings and counts. */
  state: LogState;
  result: ResultEntry;
  checkpoints: number;
  root: Uint8Array;
  /** The root at the close, which a lot's order is made of; of a poll that was called off before that, the root at the calling off. */
  closeRoot: Uint8Array;
}

/**
 * Recounts a bundle line by line and stops at the first thing that is wrong. What it keeps grows by some 40 bytes a ballot, so a
 * million need no more memory than a phone has.
 */
export class Recounter {
  readonly #hasher: TreeHasher;
  readonly #verify: VerifySignature;
  readonly #expectedKey: string | undefined;
  readonly #heldNotes: readonly (string | Uint8Array)[];
  readonly #receipts: readonly HeldReceipt[];
  /** Leaf hashes of receipts that have not turned up yet. */
  readonly #awaited: Set<string>;
  readonly #tree: Frontier;
  readonly #state: LogState;
  readonly #candidates: SheetCandidate[] = [];
  readonly #held = new Map<number, Uint8Array[]>();
  #key: VerifierKey | undefined;
  #line = 0;
  #checkpoints = 0;
  /** Entries under the last checkpoint. */
  #covered = 0;
  #closeRoot: Uint8Array | undefined;
  #result: ResultEntry | undefined;
  #isEnded = false;
  readonly #reports = new OwedReports();
  /** The entry that did not come when it had to, while it may still turn up further down. */
  #gap: { index: number; line: number } | undefined;

  constructor({ hasher, verify, salt, key, held = [], receipts = [] }: RecountOptions) {
    this.#state = LogState.recount(salt);
    this.#hasher = hasher;
    this.#verify = verify;
    this.#expectedKey = key;
    this.#heldNotes = held;
    this.#receipts = receipts;
    this.#awaited = new Set(receipts.map(({ leafHash }) => leafHash));
    this.#tree = new Frontier(hasher);
  }

  /** Entries read so far. */
  get size(): number {
    return this.#tree.size;
  }

  /**
   * Takes the next line, without its newline.
   * @returns what is wrong with it; hand in nothing more then
   */
  line(line: BundleLine): RecountFailure | null {
    this.#line += 1;
    if (typeof line !== 'string') return this.#fail('BUNDLE_MALFORMED', brokenLineTexts[line.broken]);
    return this.#read(line);
  }

  #read(text: string): RecountFailure | null {
    if (this.#line === 1) {
      if (text === bundleTitle) return null;
      return this.#fail(
        /^gongping bundle v[1-9][0-9]{0,3}$/.test(text) ? 'BUNDLE_VERSION_UNKNOWN' : 'BUNDLE_MALFORMED',
        `begins with ${JSON.stringify(text.slice(0, 40))}`,
      );
    }
    if (this.#isEnded) return this.#fail('BUNDLE_MALFORMED', 'nothing follows the end');
    if (this.#gap) return this.#lookFor(this.#gap, text);
    const space = text.indexOf(' ');
    const [word, rest] = space < 0 ? [text, ''] : [text.slice(0, space), text.slice(space + 1)];
    if (this.#reports.owed !== null && word !== 'report')
      return this.#fail('REPORT_MISSING', `entry ${this.size - 1} comes without its report`);
    switch (word) {
      case 'entry':
        return this.#indexed(rest);
      case 'rules':
        return this.#entry(0, rest);
      case 'checkpoint':
        return this.#checkpoint(rest);
      case 'report':
        return this.#report(rest);
      case 'candidate':
        return this.#candidate(rest);
      case 'key':
        return this.#readKey(rest);
      case 'result':
        return this.#readResult(rest);
      case 'end':
        this.#isEnded = rest === String(this.#line - 1) && this.#result !== undefined;
        return this.#isEnded ? null : this.#fail('BUNDLE_TRUNCATED', `${this.#line - 1} lines came, not ${rest}`);
      default:
        return this.#fail('BUNDLE_MALFORMED', `no line begins with "${text.slice(0, 40)}"`);
    }
  }

  /**
   * What came of it, after the last line.
   * @param isWhole whether that line ended in a newline
   */
  finish(isWhole: boolean): RecountFailure | RecountReport {
    if (this.#gap) return this.#missing(this.#gap);
    const [key, result, closeRoot] = [this.#key, this.#result, this.#closeRoot];
    if (!isWhole || !this.#isEnded || !result || !key || !closeRoot)
      return this.#fail('BUNDLE_TRUNCATED', 'the end is missing');
    return {
      key,
      candidates: this.#candidates,
      state: this.#state,
      result,
      checkpoints: this.#checkpoints,
      root: this.#tree.root(),
      closeRoot,
    };
  }

  #readKey(text: string): RecountFailure | null {
    if (this.#line !== 2) return this.#fail('BUNDLE_MALFORMED', 'the key is the second line');
    const key = parseVerifierKey(text);
    if (key === null) return this.#fail('BUNDLE_MALFORMED', 'no verifier key');
    if (this.#expectedKey !== undefined && this.#expectedKey !== text) {
      return this.#fail('KEY_MISMATCH', `the bundle is signed by ${text}`);
    }
    this.#key = key;
    const other = this.#receipts.find(({ origin = key.name }) => origin !== key.name);
    if (other) return this.#fail('RECEIPT_OF_ANOTHER_LOG', `a receipt of ${other.origin ?? ''}`);
    for (const note of this.#heldNotes) {
      const checkpoint = openCheckpoint(typeof note === 'string' ? encodeUtf8(note) : note, key, this.#verify);
      if (typeof checkpoint === 'string') return this.#fail(checkpoint, 'the checkpoint from elsewhere');
      this.#held.set(checkpoint.size, [...(this.#held.get(checkpoint.size) ?? []), checkpoint.root]);
    }
    return null;
  }

  #candidate(text: string): RecountFailure | null {
    const candidate = parseCandidate(text);
    if (candidate === null || this.#key === undefined || this.size > 0) {
      return this.#fail('BUNDLE_MALFORMED', 'no candidate, or not in its place');
    }
    this.#candidates.push(candidate);
    return null;
  }

  #indexed(text: string): RecountFailure | null {
    const [whole = '', index] = /^([1-9]\d{0,15}) /.exec(text) ?? [];
    if (index === undefined) return this.#fail('BUNDLE_MALFORMED', 'no entry');
    return this.#entry(Number(index), text.slice(whole.length));
  }

  #entry(index: number, coded: string): RecountFailure | null {
    if (this.#key === undefined || this.#result) return this.#fail('BUNDLE_MALFORMED', 'an entry out of its place');
    if (index < this.size) return this.#fail('ENTRY_ADDED', `entry ${index} comes twice`);
    if (index > this.size) {
      this.#gap = { index: this.size, line: this.#line };
      return null;
    }
    const [code, text] = [coded.slice(0, 9), coded.slice(10)];
    const leafHash = this.#hasher.leaf(text);
    if (code !== entryCode(leafHash) || coded[9] !== ' ') {
      return this.#fail(index === 0 ? 'RULES_ALTERED' : 'ENTRY_ALTERED', `entry ${index} has not the code ${code}`);
    }
    const entry = parseEntry(text);
    if (typeof entry === 'string') return this.#fail(entry, `entry ${index}`);
    const fault = entry.kind === 'rules' && index === 0 ? rulesFault(entry, this.#key, this.#candidates) : null;
    if (fault) return this.#fail(...fault);
    const refusal = this.#state.apply(entry, this.#candidates);
    if (refusal) return this.#fail(refusal, `entry ${index}`);
    this.#tree.append(leafHash);
    if (this.#awaited.size > 0) this.#awaited.delete(bytesToHex(leafHash));
    this.#reports.next(entry);
    const end = endRoot(entry, this.#closeRoot, this.#tree);
    this.#closeRoot = end;
    if (entry.kind === 'notice' && end && !isAsCounted(this.#state, { closeRoot: end }, entry)) {
      return this.#fail('NOTICE_MISMATCH', `entry ${index} is not what the log adds up to`);
    }
    const root = this.#held.size > 0 ? this.#held.get(this.size) : undefined;
    if (root && !root.every((each) => areEqual(each, this.#tree.root()))) {
      return this.#fail('FORKED_LOG', `the checkpoint of ${this.size} entries from elsewhere has another root`);
    }
    return null;
  }

  #report(text: string): RecountFailure | null {
    const fault = this.#reports.read(text);
    return fault && this.#fail(fault, 'not the report that the last entry names');
  }

  #checkpoint(text: string): RecountFailure | null {
    if (this.#key === undefined || this.#result || this.size === 0) {
      return this.#fail('BUNDLE_MALFORMED', 'a checkpoint out of its place');
    }
    const note = readString(text);
    if (note === null) return this.#fail('BUNDLE_MALFORMED', 'no checkpoint');
    const checkpoint = openCheckpoint(encodeUtf8(note), this.#key, this.#verify);
    if (typeof checkpoint === 'string') return this.#fail(checkpoint, `the checkpoint behind ${this.size} entries`);
    if (checkpoint.size !== this.size) {
      return this.#fail('CHECKPOINT_OUT_OF_PLACE', `it covers ${checkpoint.size} entries, not ${this.size}`);
    }
    const isSecond = this.#covered === this.size;
    if (!areEqual(checkpoint.root, this.#tree.root())) {
      return this.#fail(isSecond ? 'FORKED_LOG' : 'ROOT_MISMATCH', `the checkpoint of ${this.size} entries`);
    }
    if (isSecond) return this.#fail('CHECKPOINT_TWICE', `the checkpoint of ${this.size} entries`);
    if (!isSignedOnce(note)) return this.#fail('BUNDLE_MALFORMED', 'more than the log’s own signature');
    const refusal = checkPrevious(this.#state.rules, checkpoint.extensions, this.#covered);
    if (refusal) return this.#fail(refusal, `the checkpoint before that of ${this.size} entries is another`);
    this.#covered = this.size;
    this.#checkpoints += 1;
    return null;
  }

  #readResult(text: string): RecountFailure | null {
    const closeRoot = this.#closeRoot;
    if (this.#covered < this.size) {
      return this.#fail('ENTRIES_NOT_COVERED', `${this.size - this.#covered} entries behind the last checkpoint`);
    }
    if (closeRoot === undefined) return this.#fail('NOT_CLOSED', 'the log has no close');
    const beyond = [...this.#held.keys()].find((size) => size > this.size);
    if (beyond !== undefined) {
      return this.#fail('CHECKPOINT_BEYOND_LOG', `a checkpoint from elsewhere has ${beyond} entries, not ${this.size}`);
    }
    const [lost] = this.#awaited;
    if (lost !== undefined) return this.#fail('RECEIPT_NOT_IN_LOG', `no entry has the leaf hash ${lost}`);
    const claimed = parseEntry(text);
    if (typeof claimed === 'string') return this.#fail(claimed, 'the result');
    if (claimed.kind !== 'result' || this.#result) return this.#fail('BUNDLE_MALFORMED', 'no result');
    const refusal = this.#state.rules && refuseResult(this.#state, this.#state.rules, claimed);
    if (refusal) return this.#fail(refusal, 'the result');
    // The log's own result says what was drawn; the line has to repeat it.
    const { draw } = this.#state.result ?? claimed;
    if (isTooFine(this.#state)) return this.#fail('SCORE_TOO_FINE', 'numbers below 2^53 cannot tell the scores');
    const counted = resultOf(this.#state, { closeRoot, ...(draw === undefined ? {} : { draw }) });
    const expected = encodeEntry(counted);
    if (this.#state.result && encodeEntry(this.#state.result) !== expected) {
      return this.#fail('RESULT_MISMATCH', `the log’s result is not what it adds up to: ${expected}`);
    }
    if (text !== expected) return this.#fail('RESULT_MISMATCH', `the log adds up to ${expected}`);
    this.#result = counted;
    return null;
  }

  #lookFor(gap: { index: number; line: number }, text: string): RecountFailure | null {
    if (gap.index === 0 ? text.startsWith('rules ') : text.startsWith(`entry ${gap.index} `))
      return { code: 'ENTRY_OUT_OF_ORDER', line: gap.line, message: `entry ${gap.index} comes later` };
    return text === 'end' || text.startsWith('end ') ? this.#missing(gap) : null;
  }

  #missing({ index, line }: { index: number; line: number }): RecountFailure {
    return { code: 'ENTRY_MISSING', line, message: `entry ${index} is nowhere` };
  }

  #fail(code: RecountCode, message: string): RecountFailure {
    return { code, line: this.#line, message };
  }
}
