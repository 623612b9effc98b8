/** What the signature of a receipt covers: that a leaf is in a public log by an instant. */
export interface ReceiptPromise {
  /** Names the log. */
  origin: string;
  /** RFC 6962, 64 hex digits. */
  leafHash: string;
  /** Epoch milliseconds. */
  promisedAt: number;
}

/** A promise that its maker cannot deny. */
export interface SignedReceipt extends ReceiptPromise {
  /** C2SP id of the signing key, eight hex digits. */
  keyId: string;
  /** Ed25519 over `receiptText`, base64. */
  signature: string;
}

/** What the voter function signs, and anyone can rebuild from a receipt. */
export function receiptText({ origin, leafHash, promisedAt }: ReceiptPromise): string {
  return `gongping receipt v1\n${origin}\n${leafHash}\n${promisedAt}\n`;
}

/** Crockford's base 32: no I, L, O, U to misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 40 bits of a leaf hash for people: "7K4M-Q2XD". */
export function receiptCode(leafHash: string): string {
  const bits = parseInt(leafHash.slice(0, 10), 16);
  let code = '';
  for (let place = 35; place >= 0; place -= 5) {
    if (place === 15) code += '-';
    code += alphabet.charAt(Math.floor(bits / 2 ** place) % 32);
  }
  return code;
}
