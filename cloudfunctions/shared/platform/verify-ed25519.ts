import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { VerifySignature } from '../universal/ledger/note/signed-note';

/** What DER writes before the 32 bytes of an Ed25519 public key (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Reading a key takes longer than using it, and a bundle has one key. */
const read = new WeakMap<Uint8Array, KeyObject>();

function keyOf(publicKey: Uint8Array): KeyObject {
  const known = read.get(publicKey);
  if (known) return known;
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' });
  read.set(publicKey, key);
  return key;
}

export const verifyEd25519: VerifySignature = (publicKey, message, signature) =>
  verify(null, message, keyOf(publicKey), signature);
