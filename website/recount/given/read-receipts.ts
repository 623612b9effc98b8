import type { Receipt } from '../worker/messages';

const leafHash = /^[0-9a-f]{64}$/;

/**
 * Reads receipts as they are kept: JSON of one or several with `leafHash` and perhaps `origin`, or the text that the app
 * copies, one after another.
 * @returns null when there is text and no receipt in it
 */
export function readReceipts(text: string): Receipt[] | null {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  return /^[[{]/.test(trimmed) ? readJson(trimmed) : readText(trimmed);
}

function readJson(text: string): Receipt[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const receipts = (Array.isArray(value) ? value : [value]).map(readOne);
  const whole = receipts.filter((receipt) => receipt !== null);
  return whole.length > 0 && whole.length === receipts.length ? whole : null;
}

function readOne(value: unknown): Receipt | null {
  if (typeof value !== 'object' || value === null || !('leafHash' in value)) return null;
  const hash = value.leafHash;
  if (typeof hash !== 'string' || !leafHash.test(hash)) return null;
  if (!('origin' in value)) return { leafHash: hash };
  return typeof value.origin === 'string' ? { origin: value.origin, leafHash: hash } : null;
}

/** A line of the app's text: what it names, and the rest of it. */
const field = /^\s*(账册条目|leafHash|账册|origin)\s*[：:]\s*(\S+)\s*$/gm;

/** The log's name stands before or behind the hash, so a second of either begins the next receipt. */
function readText(text: string): Receipt[] | null {
  const receipts: { origin?: string; leafHash?: string }[] = [];
  for (const [, name = '', value = ''] of text.matchAll(field)) {
    const part = name === '账册' || name === 'origin' ? 'origin' : 'leafHash';
    if (part === 'leafHash' && !leafHash.test(value)) return null;
    const last = receipts.at(-1);
    if (last && !(part in last)) last[part] = value;
    else receipts.push({ [part]: value });
  }
  const whole = receipts.filter((receipt): receipt is Receipt => receipt.leafHash !== undefined);
  return whole.length > 0 && whole.length === receipts.length ? whole : null;
}
