import { openNote, type NoteRefusal, type VerifySignature } from '../note/signed-note';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../note/verifier-key';

const heading = 'gongping receipt keys v1';

export type ReceiptKeysRefusal = NoteRefusal | 'KEYS_MALFORMED' | 'ORIGIN_MISMATCH';

/** The text in which a log names the keys of its receipts; the log's key signs it. */
export function receiptKeysText(origin: string, keys: readonly VerifierKey[]): string {
  return [heading, origin, ...keys.map(formatVerifierKey)].map((line) => `${line}\n`).join('');
}

/**
 * Reads the keys that a log vouches for.
 * @param logKey its name is the log's origin, so that no log's keys pass for another's
 */
export function openReceiptKeys(
  note: Uint8Array,
  logKey: VerifierKey,
  verify: VerifySignature,
): VerifierKey[] | ReceiptKeysRefusal {
  const opened = openNote(note, [logKey], verify);
  if (typeof opened === 'string') return opened;
  const [first, origin, ...lines] = opened.text.split('\n');
  const last = lines.pop();
  const keys = lines.map(parseVerifierKey).filter((key) => key !== null);
  if (first !== heading || last !== '' || keys.length === 0 || keys.length !== lines.length) return 'KEYS_MALFORMED';
  return origin === logKey.name ? keys : 'ORIGIN_MISMATCH';
}
