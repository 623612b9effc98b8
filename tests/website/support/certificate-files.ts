import { candidates } from '../../cloudfunctions/shared/universal/ledger/sample-log';
import type { PublishedLog } from '../../support/published-log';
import { boardPoll, boardStandings, candidate, now } from './board-files';

/** The files of a poll's folder, whose log is public. @param size as the standings name it */
export function folderOf(log: PublishedLog | null, size = log?.size ?? 0): Map<string, Uint8Array> {
  const poll = boardPoll({ candidates: candidates.map((each) => candidate(each.number, { ...each })) });
  const { log: _, ...standings } = boardStandings([1, 2, 3], { at: now });
  const claim = log === null ? {} : { log: { ...log.claim, size } };
  const files = new Map(log?.files);
  files.set('poll.json', Buffer.from(JSON.stringify(poll)));
  files.set('standings.json', Buffer.from(JSON.stringify({ ...standings, ...claim })));
  return files;
}

/** The query that asks of a folder for a certificate. */
export const askFor = (folder: string, code = ''): string => `?files=${encodeURIComponent(folder)}&code=${code}`;
