/**
 * UTF-8 by hand: neither the domain's world nor every phone's has TextEncoder and TextDecoder.
 */

/** Encodes as TextEncoder does: a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    let point = text.codePointAt(index) ?? 0;
    if (point > 0xffff) index += 1;
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    if (point < 0x80) {
      bytes[length++] = point;
    } else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else if (point < 0x10000) {
      bytes[length++] = 0xe0 | (point >> 12);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else {
      bytes[length++] = 0xf0 | (point >> 18);
      bytes[length++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    }
  }
  return bytes.slice(0, length);
}

/** How many bytes follow a leading byte, and the smallest code point that needs that many. */
function shapeOf(lead: number): { following: number; bits: number; least: number } | null {
  if (lead < 0x80) return { following: 0, bits: lead, least: 0 };
  if (lead >= 0xc0 && lead < 0xe0) return { following: 1, bits: lead & 0x1f, least: 0x80 };
  if (lead >= 0xe0 && lead < 0xf0) return { following: 2, bits: lead & 0x0f, least: 0x800 };
  if (lead >= 0xf0 && lead < 0xf8) return { following: 3, bits: lead & 0x07, least: 0x10000 };
  return null;
}

/** @returns null when the bytes are not well-formed UTF-8 (overlong forms and surrogates included) */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const points: string[] = [];
  for (let index = 0; index < bytes.length;) {
    const shape = shapeOf(bytes[index++] ?? 0);
    if (shape === null) return null;
    let point = shape.bits;
    for (let following = shape.following; following > 0; following--) {
      const byte = bytes[index++];
      if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    if (point < shape.least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    points.push(String.fromCodePoint(point));
  }
  return points.join('');
}
