/** Closes a few bytes so that only the same key opens them, and only together with the text that they are bound to. */
export interface Seal {
  /** @returns base64url */
  close: (plain: Uint8Array, boundTo: string) => string;
  /** @returns null for what this seal did not close for this text, to the character */
  open: (sealed: string, boundTo: string) => Uint8Array | null;
}
