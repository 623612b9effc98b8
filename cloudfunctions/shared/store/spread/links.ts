import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** The present link of a poll and channel. */
export interface PollLink {
  pollId: string;
  channel: string;
  url: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** When the scheduler makes another; null when it does not any more. */
  renewAt: number | null;
  /** The static file that holds it. */
  file: string;
}

const links = () => database.collection('links');
const { command } = database;

function linkId({ pollId, channel }: Pick<PollLink, 'pollId' | 'channel'>): string {
  return `${pollId}:${channel}`;
}

export async function findLink(pollId: string, channel: string): Promise<PollLink | null> {
  const _id = linkId({ pollId, channel });
  const { data } = await attempt(() => links().where({ _id }).limit(1).get());
  // What is in the collection was written by this project.
  return (data[0] as PollLink | undefined) ?? null;
}

/** Notes a link, in place of one that ends sooner. */
export async function saveLink(link: PollLink): Promise<void> {
  if (await insertOnce(links(), { _id: linkId(link), ...link })) return;
  await attempt(() =>
    links()
      .where({ _id: linkId(link), expiresAt: command.lt(link.expiresAt) })
      .update({ data: link }),
  );
}

/** When the next link is to be renewed, epoch milliseconds; null when none is. */
export async function nextRenewalAt(): Promise<number | null> {
  const [first] = await listRenewals(Number.MAX_SAFE_INTEGER, 1);
  return first?.renewAt ?? null;
}

/** Links that are to be renewed by `until`, soonest first. */
export async function listRenewals(until: number, limit: number): Promise<PollLink[]> {
  const { data } = await attempt(() =>
    links()
      .where({ renewAt: command.lte(until) })
      .orderBy('renewAt', 'asc')
      .limit(limit)
      .get(),
  );
  // As above.
  return data as PollLink[];
}

/**
 * Plans the next renewal; of several at once one succeeds, and does it.
 * @returns false when somebody else did
 */
export async function planRenewal(link: PollLink, renewAt: number | null): Promise<boolean> {
  const { stats } = await attempt(() =>
    links()
      .where({ _id: linkId(link), renewAt: link.renewAt })
      .update({ data: { renewAt } }),
  );
  return stats.updated > 0;
}
