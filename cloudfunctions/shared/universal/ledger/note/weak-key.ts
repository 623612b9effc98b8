import { bytesToHex } from '@noble/hashes/utils.js';

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
export function isWeakKey(publicKey: Uint8Array): boolean {
  const height = publicKey.slice();
  height[31] = (height[31] ?? 0) & 0x7f;
  return smallOrder.has(bytesToHex(height)) || !isBelowPrime(height);
}

/** Below 2^255 − 19; the bytes are little-endian. */
function isBelowPrime(height: Uint8Array): boolean {
  return height[31] !== 0x7f || (height[0] ?? 0) < 0xed || height.subarray(1, 31).some((byte) => byte !== 0xff);
}
