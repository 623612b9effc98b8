// What a poll's folder in storage says to everybody: it takes no function where this phone may ask the storage itself.
import { decodeUtf8 } from '../../../../cloudfunctions/shared/universal/ledger/utf8';
import { readPoll } from '../../../../cloudfunctions/shared/universal/read-board';
import { download, together, type Answer } from '../../../services/cloud';
import { readPublicFile } from '../../../services/public-files';
import { getStandings } from '../../../services/standings';
import { serverNow } from '../../../stores/clock';
import type { BoardPoll } from '../../../../cloudfunctions/shared/universal/board';

export type { BoardPoll } from '../../../../cloudfunctions/shared/universal/board';

/**
 * A file of the poll's folder as it lies there now, read past every cache. A phone that may not ask the storage takes the cloud's own
 * download, which may bring a copy of some minutes ago.
 * @param read answers null for what it does not know, which is taken for no file
 * @returns null where there is no such file
 */
export async function readPublished<Content extends object>(
  pollId: string,
  name: string,
  read: (value: unknown) => Content | null,
): Promise<Answer<Content | null>> {
  const fresh = await readPublicFile(pollId, name, read);
  if (fresh === 'MISSING' || fresh === 'FOREIGN') return { ok: true, data: null, now: serverNow() };
  if (fresh !== 'UNREACHABLE' && fresh !== 'CLOSED') return { ok: true, data: fresh, now: serverNow() };
  const standings = await getStandings(pollId);
  if (!standings.ok) return standings;
  const { log } = standings.data;
  const file = log === undefined ? 'MISSING' : await download(`${log.files}/${name}`);
  if (file === 'MISSING') return { ...standings, data: null };
  if (file === 'UNREACHABLE') return { ok: false, error: { code: 'NO_ANSWER', message: `${name} did not come` } };
  return { ...standings, data: read(parsed(file)) };
}

/** The poll as its folder says it, with another file of the folder. */
export async function readBeside<Content extends object>(
  pollId: string,
  name: string,
  read: (value: unknown) => Content | null,
): Promise<Answer<[BoardPoll, Content | null]>> {
  const answer = await together(readPublished(pollId, 'poll.json', readPoll), readPublished(pollId, name, read));
  if (!answer.ok) return answer;
  const [poll, content] = answer.data;
  if (poll === null)
    return { ok: false, error: { code: 'POLL_NOT_FOUND', message: 'no such poll', details: { field: 'pollId' } } };
  return { ...answer, data: [poll, content] };
}

function parsed(file: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(file) ?? '') as unknown;
  } catch {
    return null;
  }
}
