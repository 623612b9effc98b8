/** What a file that is no bundle seems to be. */
export type Likeness = 'nothing' | 'picture' | 'pdf' | 'archive' | 'web page' | 'json' | 'something else';

/** How much of a file's beginning is looked at, bytes. */
export const beginningBytes = 64;

const signatures: readonly [likeness: Likeness, bytes: readonly number[]][] = [
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
];

/** @param beginning the file's first bytes, up to `beginningBytes` */
export function likenessOf(beginning: Uint8Array): Likeness {
  if (beginning.length === 0) return 'nothing';
  const known = signatures.find(([, bytes]) => bytes.every((byte, at) => beginning[at] === byte));
  if (known) return known[0];
  const text = new TextDecoder().decode(beginning).trimStart();
  if (text.startsWith('<')) return 'web page';
  return /^[[{]/.test(text) ? 'json' : 'something else';
}
