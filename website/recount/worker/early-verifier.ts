import { verify } from '@stablelib/ed25519';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  parseNote,
  type SignedNote,
  type VerifySignature,
} from '../../../cloudfunctions/shared/universal/ledger/note/signed-note';
import { parseVerifierKey, type VerifierKey } from '../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { encodeUtf8 } from '../../../cloudfunctions/shared/universal/ledger/utf8';

/** What one question to WebCrypto needs; its own types want arrays that are not shared. */
type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Verifies checkpoints before the recounter asks. Ed25519 in JavaScript takes milliseconds a signature, a hundred times as long
 * as the browser's own, which answers later only. So this looks ahead at the lines that come next, and remembers which
 * signatures hold. Whatever it does not know by then is decided in JavaScript: another key's, a false one, every one in a browser
 * without Ed25519.
 */
export class EarlyVerifier {
  #key: VerifierKey | undefined;
  #native: CryptoKey | null = null;
  /** Signatures that hold, with what they sign. Asked once each, since no two checkpoints are the same. */
  readonly #sound = new Set<string>();

  readonly verify: VerifySignature = (publicKey, message, signature) =>
    this.#sound.delete(nameOf(publicKey, message, signature)) || verify(publicKey, message, signature);

  /** Looks at the lines that the recounter gets next. */
  async lookAhead(lines: readonly string[]): Promise<void> {
    const notes: string[] = [];
    for (const line of lines) {
      if (line.startsWith('checkpoint ')) notes.push(line.slice(11));
      else if (line.startsWith('key ')) await this.#takeKey(line.slice(4));
    }
    const [key, native] = [this.#key, this.#native];
    if (key && native) await Promise.all(notes.map((note) => this.#ask(key, native, note)));
  }

  async #takeKey(text: string): Promise<void> {
    const key = parseVerifierKey(text);
    // Absent where the page came over plain http.
    const subtle = crypto.subtle as SubtleCrypto | undefined;
    if (key === null || subtle === undefined || this.#key) return;
    this.#key = key;
    this.#native = await subtle
      .importKey('raw', bytesOf(key.publicKey), 'Ed25519', false, ['verify'])
      .catch(() => null);
  }

  async #ask({ name, id, publicKey }: VerifierKey, native: CryptoKey, json: string): Promise<void> {
    const note = noteOf(json);
    if (note === null) return;
    const message = bytesOf(encodeUtf8(note.text));
    for (const signature of note.signatures) {
      if (signature.name !== name || signature.keyId !== id) continue;
      const bytes = bytesOf(signature.signature);
      const holds = await crypto.subtle.verify('Ed25519', native, bytes, message).catch(() => false);
      if (holds) this.#sound.add(nameOf(publicKey, message, bytes));
    }
  }
}

function nameOf(...parts: readonly Uint8Array[]): string {
  return parts.map(bytesToHex).join(' ');
}

function bytesOf(bytes: Uint8Array): Bytes {
  return Uint8Array.from(bytes);
}

/** @returns null when the text is no note as a JSON string; the recounter says so in its turn */
function noteOf(json: string): SignedNote | null {
  try {
    const value: unknown = JSON.parse(json);
    const note = typeof value === 'string' ? parseNote(encodeUtf8(value)) : null;
    return typeof note === 'object' ? note : null;
  } catch {
    return null;
  }
}
