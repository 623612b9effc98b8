/** Crockford's base 32: no I, L, O, U to misread. */
export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Both letters of ten bits, so that a million codes cost four look-ups each. */
const pairs = Array.from({ length: 1024 }, (_, bits) => crockford.charAt(bits >> 5) + crockford.charAt(bits & 31));

/** The code that a voter's receipt shows for this leaf hash: its first 40 bits, "7K4M-Q2XD". */
export function entryCode(leafHash: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = leafHash;
  const left = `${pairs[(a << 2) | (b >> 6)]}${pairs[((b & 63) << 4) | (c >> 4)]}`;
  return `${left}-${pairs[((c & 15) << 6) | (d >> 2)]}${pairs[((d & 3) << 8) | e]}`;
}

/** The same of a leaf hash as receipts spell it, 64 hex digits. */
export function entryCodeOfHex(leafHash: string): string {
  return entryCode(Uint8Array.from({ length: 5 }, (_, at) => parseInt(leafHash.slice(2 * at, 2 * at + 2), 16)));
}
