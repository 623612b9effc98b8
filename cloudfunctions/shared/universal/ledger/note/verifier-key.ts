import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeBase64, encodeBase64 } from '../base64';
import { concatenate } from '../bytes';
import { encodeUtf8 } from '../utf8';

/** C2SP signed-note’s number for Ed25519. */
const ed25519 = 1;
const publicKeyBytes = 32;

/** Who may have signed a note: C2SP signed-note, Ed25519. */
export interface VerifierKey {
  name: string;
  /** Eight hex digits that tell the keys of one name apart. */
  id: string;
  /** 32 bytes. */
  publicKey: Uint8Array;
}

/** Key names hold no white space and no plus sign, which separate them in notes and keys. */
export function isKeyName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- control bytes are what it refuses
  return /^[^\s+\u0000-\u001f\u007f\u0085]+$/u.test(name);
}

/** The first four bytes of SHA-256(name ‖ "\n" ‖ 0x01 ‖ key), as hex. */
function keyId(name: string, publicKey: Uint8Array): string {
  const hash = sha256(concatenate(encodeUtf8(`${name}\n`), Uint8Array.of(ed25519), publicKey));
  return bytesToHex(hash.slice(0, 4));
}

/** @throws when the name or the key’s length is not a signed note’s */
export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError(`"${name}" is no name of a key`);
  if (publicKey.length !== publicKeyBytes) throw new RangeError(`an Ed25519 key has ${publicKeyBytes} bytes`);
  if (isWeakKey(publicKey)) throw new RangeError('under this Ed25519 key anybody can sign');
  return { name, id: keyId(name, publicKey), publicKey };
}

/** `NAME+ID+BASE64`, as verifiers of signed notes take it. */
export function formatVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${encodeBase64(concatenate(Uint8Array.of(ed25519), publicKey))}`;
}

/** @returns null when the text is no Ed25519 verifier key, or its id is not the key’s */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name = '', id = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const bytes = decodeBase64(base64);
  if (bytes === null || bytes[0] !== ed25519 || bytes.length !== 1 + publicKeyBytes || !isKeyName(name)) return null;
  const publicKey = bytes.slice(1);
  if (isWeakKey(publicKey)) return null;
  return keyId(name, publicKey) === id ? { name, id, publicKey } : null;
}

/**
 * The heights of the curve's eight points of small order, without the bit that tells a point from its mirror image (the list that
 * libsodium keeps, less what is not below the prime). One signature holds for many texts under such a key, so it binds nobody.
 */
const smallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** Whether an Ed25519 key is of small order, or written in another way than its shortest, which libraries read differently. */
function isWeakKey(publicKey: Uint8Array): boolean {
  const height = publicKey.slice();
  height[31] = (height[31] ?? 0) & 0x7f;
  return smallOrder.has(bytesToHex(height)) || !isBelowPrime(height);
}

/** Below 2^255 − 19; the bytes are little-endian. */
function isBelowPrime(height: Uint8Array): boolean {
  return height[31] !== 0x7f || (height[0] ?? 0) < 0xed || height.subarray(1, 31).some((byte) => byte !== 0xff);
}
