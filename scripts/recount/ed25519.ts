import { createPublicKey, verify } from 'node:crypto';
import type { VerifySignature } from '../../cloudfunctions/shared/domain/ledger/note/signed-note';

/** What DER writes before the 32 bytes of an Ed25519 public key (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};
