import { Refused } from '../refusal';

/** Text in the encoding its first bytes name, in UTF-8, or as Excel saves CSV on a Chinese Windows. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes, 'utf-16le') ?? unknownEncoding();
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt(bytes, 'utf-16be') ?? unknownEncoding();
  // No other text has it, and almost every other file does.
  if (bytes.includes(0)) return unmarkedUtf16(bytes) ?? notText();
  // Chinese in GB18030 is hardly ever valid UTF-8, while almost anything is valid GB18030.
  return attempt(bytes, 'utf-8') ?? attempt(bytes, 'gb18030') ?? unknownEncoding();
}

/** UTF-16 of a program that left the mark out. @returns null when the bytes make no text in either order */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = attempt(bytes, encoding);
    // Read in the wrong order, or another file's bytes: characters that no list holds.
    if (text !== null && !/(?![\t\r\n])[\p{Cc}\p{Co}\p{Cn}]/u.test(text) && /[\n\r]/.test(text)) return text;
  }
  return null;
}

function notText(): never {
  throw new Refused({ code: 'NOT_A_SPREADSHEET', found: 'other' });
}

function unknownEncoding(): never {
  throw new Refused({ code: 'ENCODING_UNKNOWN' });
}

/** @returns null when the bytes are not of this encoding */
function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (isInvalid(error)) return null;
    throw error;
  }
}

function isInvalid(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}
