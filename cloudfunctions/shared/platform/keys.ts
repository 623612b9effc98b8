import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import type { Seal } from '../domain/fairplay/seal';

/** A poll's secret as the database holds it: AES-256-GCM under the master key. All base64. */
export interface WrappedKey {
  nonce: string;
  sealed: string;
}

const tagBytes = 16;
const nonceBytes = 12;

/** @param masterKey 32 bytes, base64 */
export function wrapPollKey(pollKey: Uint8Array, masterKey: string): WrappedKey {
  const nonce = randomBytes(nonceBytes);
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

/** A poll's seal for tickets: AES-256-GCM under HMAC-SHA256(secret, "ticket/1"), nonce ahead of what is sealed. */
export function ticketSeal(pollKey: Uint8Array): Seal {
  const key = createSecretKey(createHmac('sha256', pollKey).update('ticket/1').digest());
  return {
    close(plain, boundTo) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed, boundTo) {
      const bytes = Buffer.from(sealed, 'base64url');
      // What decodes to the same bytes may be spelt in several ways.
      if (bytes.length < nonceBytes + tagBytes || bytes.toString('base64url') !== sealed) return null;
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
      cipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(-tagBytes));
      try {
        return Buffer.concat([cipher.update(bytes.subarray(nonceBytes, -tagBytes)), cipher.final()]);
      } catch {
        // GCM says so by failing to authenticate.
        return null;
      }
    },
  };
}

/**
 * How a poll's second secret names networks, by the day: HMAC-SHA256 under a key of that day, cut to 4 bytes, 8 hex digits. There are
 * so few networks that whoever has the secret can try them all: names are secret only once it is deleted.
 */
export function networkMac(traceKey: Uint8Array): (day: string, network: string) => string {
  return (day, network) => {
    const ofDay = createHmac('sha256', traceKey).update(day).digest();
    return createHmac('sha256', ofDay).update(network).digest('hex').slice(0, 8);
  };
}

/**
 * How an installation's key names what a person does in one topic of one poll: HMAC-SHA256 under a key of that poll and topic, cut as
 * `pollMac`. Names of two polls, or of two topics, cannot be told to be one person's without the installation's key.
 * @param key 32 bytes, base64
 */
export function topicMac(key: string, topic: 'objection' | 'survey', pollId: string): (message: string) => string {
  const derived = createHmac('sha256', Buffer.from(key, 'base64'))
    .update(JSON.stringify([topic, pollId]))
    .digest();
  return pollMac(derived);
}

/** Whether an Ed25519 signature is a key's. @param publicKey 32 bytes */
export function isSignedBy(publicKey: Uint8Array, message: string, signature: Uint8Array): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
  return verify(null, Buffer.from(message), createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

/** A key that signs: Ed25519. */
export interface SigningKey {
  /** 32 bytes. */
  publicKey: Uint8Array;
  /** @returns 64 bytes; the same for the same message */
  sign: (message: Uint8Array | string) => Uint8Array;
}

const publicKeyBytes = 32;

/** @param privateKey PKCS #8, DER, base64 */
export function signingKey(privateKey: string): SigningKey {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(-publicKeyBytes)),
    sign: (message) => new Uint8Array(sign(null, Buffer.from(message), key)),
  };
}
