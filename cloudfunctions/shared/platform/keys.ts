import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';

/** A poll's secret as the database holds it: AES-256-GCM under the master key. All base64. */
export interface WrappedKey {
  nonce: string;
  sealed: string;
}

const tagBytes = 16;

/** @param masterKey 32 bytes, base64 */
export function wrapPollKey(pollKey: Uint8Array, masterKey: string): WrappedKey {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(masterKey, 'base64'), nonce);
  const sealed = Buffer.concat([cipher.update(pollKey), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/**
 * @param masterKeys any of them may be the one that wrapped it
 * @throws when none is
 */
export function unwrapPollKey(wrapped: WrappedKey, masterKeys: readonly string[]): Uint8Array {
  for (const masterKey of masterKeys) {
    try {
      return unwrapWith(wrapped, masterKey);
    } catch {
      // GCM says so by failing to authenticate.
    }
  }
  throw new Error('no master key opens this poll’s key');
}

function unwrapWith({ nonce, sealed }: WrappedKey, masterKey: string): Uint8Array {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(masterKey, 'base64'), Buffer.from(nonce, 'base64'));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
}

/** How a poll's secret names its voters' places: HMAC-SHA256, cut to 16 bytes, 32 hex digits. */
export function pollMac(pollKey: Uint8Array): (message: string) => string {
  const secret = createSecretKey(pollKey);
  return (message) => createHmac('sha256', secret).update(message).digest('hex').slice(0, 32);
}

/** Signs receipts with an Ed25519 key. */
export interface ReceiptSigner {
  /** First eight hex digits of SHA-256 over the public key's SPKI form. */
  keyId: string;
  /** @returns base64 */
  sign(text: string): string;
}

/** @param privateKey PKCS #8, DER, base64 */
export function receiptSigner(privateKey: string): ReceiptSigner {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return { keyId: keyIdOf(key), sign: (text) => sign(null, Buffer.from(text), key).toString('base64') };
}

function keyIdOf(key: KeyObject): string {
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 8);
}
