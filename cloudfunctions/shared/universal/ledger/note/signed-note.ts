import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { decodeBase64, encodeBase64 } from '../base64';
import { concatenate } from '../bytes';
import { decodeUtf8, encodeUtf8 } from '../utf8';
import { isKeyName, type VerifierKey } from './verifier-key';

/** Ed25519: whether `signature` (64 bytes) is the key’s over the message. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export interface NoteSigner {
  key: VerifierKey;
  /** Ed25519, 64 bytes. */
  sign: (message: Uint8Array) => Uint8Array;
}

/** A note as it stands there; nothing is verified yet. */
export interface SignedNote {
  /** Ends in a newline. */
  text: string;
  signatures: { name: string; keyId: string; signature: Uint8Array }[];
}

export type NoteRefusal = 'NOTE_MALFORMED' | 'SIGNATURE_UNKNOWN' | 'SIGNATURE_INVALID';

/** No honest note has more; it bounds the work a forged one can cause. */
const mostSignatures = 100;
const signatureLine = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u;
// eslint-disable-next-line no-control-regex -- control bytes are what a note must not hold
const control = /[\u0000-\u0009\u000b-\u001f\u007f]/;

/** Reads a C2SP signed note. @returns NOTE_MALFORMED when it is none */
export function parseNote(bytes: Uint8Array): SignedNote | 'NOTE_MALFORMED' {
  const whole = decodeUtf8(bytes);
  if (whole === null || control.test(whole) || !whole.endsWith('\n')) return 'NOTE_MALFORMED';
  // Signature lines are never empty, so the last empty line is where they start.
  const gap = whole.lastIndexOf('\n\n');
  const lines = whole.slice(gap + 2, -1).split('\n');
  if (gap < 0 || lines.length > mostSignatures) return 'NOTE_MALFORMED';
  const signatures: SignedNote['signatures'] = [];
  for (const line of lines) {
    const [, name = '', base64 = ''] = signatureLine.exec(line) ?? [];
    const decoded = decodeBase64(base64);
    if (!isKeyName(name) || decoded === null || decoded.length < 5) return 'NOTE_MALFORMED';
    signatures.push({ name, keyId: bytesToHex(decoded.slice(0, 4)), signature: decoded.slice(4) });
  }
  return { text: whole.slice(0, gap + 1), signatures };
}

/**
 * Reads a note that one of the known keys has signed. Signatures of unknown keys are ignored; one false signature of a
 * known key condemns the note.
 * @returns its text and the keys that signed it
 */
export function openNote(
  bytes: Uint8Array,
  keys: readonly VerifierKey[],
  verify: VerifySignature,
): { text: string; signedBy: VerifierKey[] } | NoteRefusal {
  const note = parseNote(bytes);
  if (typeof note === 'string') return note;
  const message = encodeUtf8(note.text);
  const signedBy: VerifierKey[] = [];
  for (const { name, keyId, signature } of note.signatures) {
    const key = keys.find((each) => each.name === name && each.id === keyId);
    if (key === undefined || signedBy.includes(key)) continue;
    if (signature.length !== 64 || !verify(key.publicKey, message, signature)) return 'SIGNATURE_INVALID';
    signedBy.push(key);
  }
  return signedBy.length === 0 ? 'SIGNATURE_UNKNOWN' : { text: note.text, signedBy };
}

/** Whether a note, well-formed, has one signature and no other line behind its text. */
export function isSignedOnce(note: string): boolean {
  return note.indexOf('\n', note.lastIndexOf('\n\n') + 2) === note.length - 1;
}

/** Signs a text. @throws when it cannot be a note’s: it ends in a newline and holds no control bytes */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n') || control.test(text)) throw new RangeError('a note ends in a newline and is plain text');
  const message = encodeUtf8(text);
  const lines = signers.map(({ key, sign }) => {
    const signature = encodeBase64(concatenate(hexToBytes(key.id), sign(message)));
    return `— ${key.name} ${signature}\n`;
  });
  return `${text}\n${lines.join('')}`;
}
