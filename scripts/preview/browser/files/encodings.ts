import { fileError } from './file-error';

type Bytes = Uint8Array<ArrayBuffer>;

interface Encoding {
  decode(bytes: Bytes): string;
  encode(text: string): Bytes;
}

const latin1: Encoding = {
  decode: (bytes) => lettersOf(bytes),
  encode: (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
};

const utf8: Encoding = {
  decode: (bytes) => new TextDecoder().decode(bytes),
  encode: (text) => new TextEncoder().encode(text),
};

const utf16: Encoding = {
  decode: (bytes) => new TextDecoder('utf-16le').decode(bytes),
  encode: (text) =>
    new Uint8Array(Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).buffer),
};

const hex: Encoding = {
  decode: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  encode: (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
};

const base64: Encoding = {
  decode: (bytes) => btoa(lettersOf(bytes)),
  encode(text) {
    try {
      return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    } catch {
      throw fileError('badEncoding');
    }
  },
};

/** The encodings that the documentation of `readFile` lists. */
const encodings: Readonly<Record<string, Encoding>> = {
  ascii: latin1,
  binary: latin1,
  latin1,
  base64,
  hex,
  ucs2: utf16,
  'ucs-2': utf16,
  utf16le: utf16,
  'utf-16le': utf16,
  utf8,
  'utf-8': utf8,
};

export function encodingOf(name: string): Encoding {
  const found = encodings[name];
  if (!found) throw fileError('invalid');
  return found;
}

/** Each byte as a letter, in pieces, as a call takes only so many arguments. */
function lettersOf(bytes: Bytes): string {
  const piece = 0x8000;
  let letters = '';
  for (let at = 0; at < bytes.length; at += piece) letters += String.fromCharCode(...bytes.subarray(at, at + piece));
  return letters;
}
