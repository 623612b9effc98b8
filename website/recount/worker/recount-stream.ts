import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { Recounter, type RecountReport } from '../../../cloudfunctions/shared/universal/ledger/bundle/recounter';
import type { RecountFailure } from '../../../cloudfunctions/shared/universal/ledger/bundle/recount-failure';
import { awardReportOf } from '../../../cloudfunctions/shared/universal/ledger/count/award-report';
import { lotFallOf } from '../../../cloudfunctions/shared/universal/ledger/count/lot-fall';
import { formatVerifierKey } from '../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { EarlyVerifier } from './early-verifier';
import { beginningBytes, likenessOf } from './likeness';
import { LineFeed } from './line-feed';
import type { Given, Verdict } from './messages';
import { textHasher } from './text-hasher';

/** What is decoded at once. Larger strings outlive many rounds of garbage collection, and fill the memory. */
const stepBytes = 64 * 1024;

/** What was being read broke off: a connection, or a file that went away. */
export class StreamBroken extends Error {}

interface Listener {
  /** After every piece, with the bytes read so far. */
  onPiece: (bytes: number, entries: number) => void;
  onVerdict: (verdict: Verdict) => void;
}

/**
 * Recounts a bundle as it comes, holding a piece and a line of it at a time. After a fault it reads on to the end, for the
 * fingerprint.
 * @returns the whole file's SHA-256, and its length in bytes
 * @throws StreamBroken
 */
export async function recountStream(
  stream: ReadableStream<Uint8Array>,
  given: Given,
  { onPiece, onVerdict }: Listener,
): Promise<{ sha256: string; bytes: number }> {
  const verifier = new EarlyVerifier();
  const recounter = new Recounter({
    hasher: textHasher,
    verify: verifier.verify,
    salt: crypto.getRandomValues(new Uint8Array(32)),
    ...given,
  });
  const feed = new LineFeed(recounter);
  const digest = sha256.create();
  let beginning = new Uint8Array(0);
  let bytes = 0;
  let failure: RecountFailure | null = null;

  const tell = (outcome: RecountFailure | RecountReport): void => {
    onVerdict(verdictOf(outcome, { word: feed.wordOf(outcome), entries: recounter.size, beginning }));
  };

  const reader = stream.getReader();
  const next = (): ReturnType<typeof reader.read> =>
    reader.read().catch((error: unknown) => {
      throw new StreamBroken(String(error));
    });
  for (let read = await next(); !read.done; read = await next()) {
    const piece = read.value;
    if (bytes < beginningBytes) beginning = joined(beginning, piece);
    bytes += piece.length;
    digest.update(piece);
    if (failure) continue;
    for (let at = 0; at < piece.length && !failure; at += stepBytes) {
      const lines = feed.linesOf(piece.subarray(at, at + stepBytes));
      await verifier.lookAhead(lines.filter((line) => typeof line === 'string'));
      failure = feed.count(lines);
    }
    if (failure) tell(failure);
    else onPiece(bytes, recounter.size);
  }
  if (!failure) tell(feed.finish());
  return { sha256: bytesToHex(digest.digest()), bytes };
}

/** The beginning of both. */
function joined(before: Uint8Array, piece: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(...before, ...piece.subarray(0, beginningBytes - before.length));
}

function verdictOf(
  outcome: RecountFailure | RecountReport,
  { word, entries, beginning }: { word: string | null; entries: number; beginning: Uint8Array },
): Verdict {
  const line = outcomeLine(outcome);
  if ('code' in outcome) {
    const isNoBundle = outcome.line <= 1 && outcome.code !== 'BUNDLE_VERSION_UNKNOWN';
    const likeness = isNoBundle ? likenessOf(beginning) : null;
    return { isSound: false, line, failure: outcome, word, likeness, entries };
  }
  const { key, state, candidates, checkpoints, result, root } = outcome;
  if (!state.rules) throw new Error('a sound bundle has rules');
  return {
    isSound: true,
    line,
    key: formatVerifierKey(key),
    origin: key.name,
    rules: state.rules,
    candidates,
    entries: state.size,
    ballots: state.ballots,
    checkpoints,
    rulings: state.rulings,
    result,
    lot: lotFallOf(state, outcome.closeRoot),
    award: awardReportOf(state),
    root: bytesToHex(root),
  };
}
