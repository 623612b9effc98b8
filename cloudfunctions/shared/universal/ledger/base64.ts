/** Base64 by hand: the domain knows neither Buffer nor atob. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const shape = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const triple = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (const [place, shift] of [18, 12, 6, 0].entries()) {
      text += place <= left ? alphabet.charAt((triple >> shift) & 63) : '=';
    }
  }
  return text;
}

/** @returns null unless the text is what `encodeBase64` would write: padded, no white space, no stray bits */
export function decodeBase64(text: string): Uint8Array | null {
  if (!shape.test(text)) return null;
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const digit of digits) {
    held = (held << 6) | alphabet.indexOf(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 0xff;
    held &= (1 << bits) - 1;
  }
  return held === 0 ? bytes : null;
}
