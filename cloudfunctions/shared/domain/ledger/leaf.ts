import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** RFC 6962 §2.1: SHA-256(0x00 ‖ entry), 64 hex digits. */
export function leafHash(entry: string): string {
  return bytesToHex(sha256.create().update(Uint8Array.of(0)).update(utf8ToBytes(entry)).digest());
}
