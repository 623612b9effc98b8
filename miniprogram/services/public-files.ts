// What of a poll lies in storage for everybody to read. It takes no login and no function, so a single page in the timeline has it.
import type { BoardPoll, BoardStandings } from '../../cloudfunctions/shared/universal/board';
import { readPoll, readStandings } from '../../cloudfunctions/shared/universal/read-board';
import { storageAddress } from '../installation';
import { observeServerTime } from '../stores/clock';

export type { BoardCandidate, BoardPoll, BoardStandings } from '../../cloudfunctions/shared/universal/board';

export interface PublicPoll {
  poll: BoardPoll;
  standings: BoardStandings;
}

/**
 * Why there is nothing to show: no such poll is public (yet), the network does not get there, this installation does not let pages
 * read its storage, or what lies there is of a version that this page cannot read.
 */
export type NoPublicPoll = 'MISSING' | 'UNREACHABLE' | 'CLOSED' | 'FOREIGN';

/** No id leads out of its folder. */
const idShape = /^[A-Za-z0-9_-]{1,64}$/;

/** How long an answer may take, milliseconds. */
const patience = 12_000;

/**
 * Reads a poll's public files. Never rejects.
 * @param pollId as a link says it: anybody may have written it, so it names a folder of our own storage or nothing
 */
export async function readPublicPoll(pollId: string): Promise<PublicPoll | NoPublicPoll> {
  if (!idShape.test(pollId)) return 'MISSING';
  const [poll, standings] = await Promise.all([
    readFile(pollId, 'poll.json', readPoll),
    readFile(pollId, 'standings.json', readStandings),
  ]);
  if (typeof poll === 'string') return poll;
  if (typeof standings === 'string') return standings;
  return poll.id === pollId ? { poll, standings } : 'FOREIGN';
}

function readFile<Content>(
  pollId: string,
  name: string,
  read: (value: unknown) => Content | null,
): Promise<Content | NoPublicPoll> {
  return new Promise((resolve) => {
    wx.request({
      // The file is overwritten in place: a question of its own is answered by no cache.
      url: `${storageAddress}/logs/${pollId}/${name}?t=${Date.now()}`,
      timeout: patience,
      success: ({ statusCode, data, header }) => {
        learnTime(header);
        // A storage that hides its list of files says 403 of one that is not there.
        if (statusCode === 404 || statusCode === 403) resolve('MISSING');
        else resolve(statusCode === 200 ? (read(data) ?? 'FOREIGN') : 'UNREACHABLE');
      },
      fail: ({ errMsg }) => resolve(/domain list/i.test(errMsg) ? 'CLOSED' : 'UNREACHABLE'),
    });
  });
}

/** Where no function tells the time, the storage does: when it answered, and how long the answer lay in a cache since. */
function learnTime(header: object): void {
  const fields = new Map(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const at = Date.parse(fields.get('date') ?? '');
  const age = Number(fields.get('age') ?? 0);
  if (Number.isFinite(at) && Number.isFinite(age)) observeServerTime(at + age * 1000);
}
