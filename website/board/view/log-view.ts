import type { BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { logLine, entriesText, words } from '../text/words';

/** For people who check the count. */
export interface LogView {
  origin: string;
  key: string;
  published: string;
  /** All of it in one line. */
  line: string;
  /** Where the poll's files come from. */
  source: string;
  /** Addresses; the recount's is empty before the close. */
  checkpoint: string;
  recount: string;
  /** What one can do with them. */
  detail: string;
}

/** @returns null before anything of the log is public */
export function logView({ log }: Pick<BoardStandings, 'log'>, folder: string): LogView | null {
  if (log === undefined) return null;
  const { origin, key, size, bundle } = log;
  const hasBundle = bundle !== undefined;
  return {
    origin,
    key,
    published: entriesText(size),
    line: logLine(origin, keyId(origin, key), size),
    source: new URL(folder).host,
    // It is overwritten in place: with each size it has another address, so that no cache answers with an older one.
    checkpoint: `${folder}/checkpoint?t=${size}`,
    recount: hasBundle ? `../recount/?bundle=${encodeURIComponent(`${folder}/${bundle}`)}` : '',
    detail: hasBundle ? words.checkNow : words.checkLater,
  };
}

/** A verifier key is NAME+ID+KEY, and the name may hold a plus sign itself. */
function keyId(origin: string, key: string): string {
  return key.slice(origin.length + 1).split('+')[0] ?? '';
}
