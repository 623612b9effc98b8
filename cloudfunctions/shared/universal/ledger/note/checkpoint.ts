import { decodeBase64, encodeBase64 } from '../base64';
import { isCount } from '../tree/subtrees';
import { hashBytes } from '../tree/hash-bytes';
import { openNote, type NoteRefusal, type VerifySignature } from './signed-note';
import type { VerifierKey } from './verifier-key';

/** What a log commits to: C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** Names the log. */
  origin: string;
  /** Entries. */
  size: number;
  root: Uint8Array;
  /** Further lines, each not empty; other verifiers ignore them. */
  extensions?: string[];
}

export type CheckpointRefusal = NoteRefusal | 'CHECKPOINT_MALFORMED' | 'ORIGIN_MISMATCH';

/** The text that is signed. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  return [origin, String(size), encodeBase64(root), ...extensions].map((line) => `${line}\n`).join('');
}

/** @returns CHECKPOINT_MALFORMED also for sizes beyond safe integers */
export function parseCheckpoint(text: string): Required<Checkpoint> | 'CHECKPOINT_MALFORMED' {
  const [origin = '', sizeText = '', rootText = '', ...rest] = text.split('\n');
  const last = rest.pop();
  const size = /^(?:0|[1-9]\d{0,15})$/.test(sizeText) ? Number(sizeText) : NaN;
  const root = decodeBase64(rootText);
  const isWellFormed =
    last === '' && origin !== '' && isCount(size) && root?.length === hashBytes && rest.every((line) => line !== '');
  return isWellFormed ? { origin, size, root, extensions: rest } : 'CHECKPOINT_MALFORMED';
}

/**
 * Reads a checkpoint that the log itself has signed.
 * @param key the log’s; its name is the log’s origin, so that no log’s checkpoint passes for another’s
 */
export function openCheckpoint(
  note: Uint8Array,
  key: VerifierKey,
  verify: VerifySignature,
): Required<Checkpoint> | CheckpointRefusal {
  const opened = openNote(note, [key], verify);
  if (typeof opened === 'string') return opened;
  const checkpoint = parseCheckpoint(opened.text);
  if (typeof checkpoint === 'string') return checkpoint;
  return checkpoint.origin === key.name ? checkpoint : 'ORIGIN_MISMATCH';
}
