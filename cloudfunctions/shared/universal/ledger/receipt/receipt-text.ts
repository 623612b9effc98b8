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
