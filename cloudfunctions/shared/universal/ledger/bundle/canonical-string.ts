/** @returns null unless the text is exactly as JSON writes a string that is well-formed */
export function readString(text: string): string | null {
  if (!text.startsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'string' || JSON.stringify(value) !== text) return null;
    // Half a character would be written as an escape, and has no UTF-8 that was signed.
    return /[\ud800-\udfff]/u.test(value) ? null : value;
  } catch {
    return null;
  }
}
