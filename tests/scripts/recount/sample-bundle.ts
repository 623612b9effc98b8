import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { BundleWriter } from '../../../cloudfunctions/shared/universal/ledger/bundle/bundle-writer';
import { OwedReports } from '../../../cloudfunctions/shared/universal/ledger/bundle/inquiry-report';
import { LogState } from '../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { resultOf } from '../../../cloudfunctions/shared/universal/ledger/count/result';
import type { SheetCandidate } from '../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import { encodeEntry, type ResultEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { nextCheckpoint } from '../../../cloudfunctions/shared/universal/ledger/note/chained-checkpoint';
import { formatCheckpoint } from '../../../cloudfunctions/shared/universal/ledger/note/checkpoint';
import { signNote, type NoteSigner } from '../../../cloudfunctions/shared/universal/ledger/note/signed-note';
import { verifierKey } from '../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { Frontier } from '../../../cloudfunctions/shared/universal/ledger/tree/frontier';
import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';
import { reportText } from '../../cloudfunctions/shared/universal/ledger/sample-inquiry';

/** A log's key, made of one byte; the same byte gives the same key. */
export function signerOf(origin: string, seed = 7): NoteSigner {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  return {
    key: verifierKey(origin, new Uint8Array(publicKey)),
    sign: (message) => new Uint8Array(sign(null, message, secret)),
  };
}

export interface SamplePoll {
  candidates: SheetCandidate[];
  /** Rules first; whether a result ends it is open. */
  entries: string[];
  /** Sizes with a published checkpoint, beside the last. */
  published: number[];
  draw?: string;
}

export interface BundleParts {
  origin?: string;
  signer?: NoteSigner;
  /** Whether the log itself ends in its result. */
  isResultLogged?: boolean;
}

/**
 * The log's entries, with its result behind them where it is to be logged and may be, and that result. Where a notice is owed, the
 * entries themselves have the result, or not.
 */
export function complete({ candidates, entries, draw }: SamplePoll, isResultLogged: boolean) {
  const state = LogState.recount();
  const tree = new Frontier(nativeHasher);
  let closeRoot = tree.root();
  for (const text of entries) {
    const entry = parseEntry(text);
    const refusal = typeof entry === 'string' ? entry : state.apply(entry, candidates);
    if (refusal) throw new Error(`${refusal}: ${text}`);
    tree.append(nativeHasher.leaf(text));
    if (text.includes('"kind":"close"')) closeRoot = tree.root();
  }
  const result = resultOf(state, { closeRoot, ...(draw === undefined ? {} : { draw }) });
  const mayBe = result.v === 1 && state.award.callOff === undefined;
  return { result, texts: isResultLogged && mayBe ? [...entries, encodeEntry(result)] : entries };
}

/** A checkpoint of these entries, signed. */
export function checkpointOf(texts: readonly string[], signer: NoteSigner): string {
  const tree = new Frontier(nativeHasher);
  for (const text of texts) tree.append(nativeHasher.leaf(text));
  return signNote(formatCheckpoint({ origin: signer.key.name, size: tree.size, root: tree.root() }), [signer]);
}

/** Puts a bundle together of whatever texts, sound or not. */
export function assemble(parts: {
  signer: NoteSigner;
  candidates: SheetCandidate[];
  texts: readonly string[];
  published: readonly number[];
  result: ResultEntry;
}): string {
  const writer = new BundleWriter(nativeHasher);
  const tree = new Frontier(nativeHasher);
  const first = parseEntry(parts.texts[0] ?? '');
  const rules = typeof first === 'object' && first.kind === 'rules' ? first : undefined;
  const reports = new OwedReports();
  let previous = 0;
  let bundle = writer.start(parts.signer.key, parts.candidates);
  for (const text of parts.texts) {
    bundle += writer.entry(text);
    const entry = parseEntry(text);
    const owed = typeof entry === 'string' ? null : reports.next(entry);
    if (owed !== null) bundle += writer.report(reportText(owed));
    tree.append(nativeHasher.leaf(text));
    if (!parts.published.includes(tree.size) && tree.size < parts.texts.length) continue;
    const checkpoint = nextCheckpoint(parts.signer.key.name, rules, tree, previous);
    previous = tree.size;
    bundle += writer.checkpoint(signNote(checkpoint, [parts.signer]));
  }
  return bundle + writer.end(parts.result);
}

/** The bundle of a sound poll, as its organiser would publish it. */
export function bundleOf(poll: SamplePoll, { origin = 'gongping.example/p1', ...parts }: BundleParts = {}): string {
  const { candidates, published } = poll;
  const { result, texts } = complete(poll, parts.isResultLogged ?? true);
  return assemble({ signer: parts.signer ?? signerOf(origin), candidates, texts, published, result });
}
