// What this phone has seen of each public log. Two phones that saw different pasts of one log can show it.
import type { SeenLog } from '../../../../cloudfunctions/shared/universal/ledger/check/verdict';
import { readStored, store } from '../../../phone/storage';

const storageKey = 'seen-logs';

/** What was seen of the log of this origin, if this phone has checked it before. */
export function seenLog(origin: string): SeenLog | null {
  return seenLogs()[origin] ?? null;
}

/** Keeps the newest checkpoint that was found right; the key stays the one that was seen first. */
export function rememberLog(origin: string, { key, note }: SeenLog): void {
  const seen = seenLogs();
  store(storageKey, { ...seen, [origin]: { key: seen[origin]?.key ?? key, note } });
}

function seenLogs(): Record<string, SeenLog> {
  return readStored(storageKey, isSeenLogs, {});
}

/** Only this file writes the key. */
function isSeenLogs(stored: unknown): stored is Record<string, SeenLog> {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored);
}
