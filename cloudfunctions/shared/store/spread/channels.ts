import type { NamedChannel } from '../../domain/spread/channels';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

interface ChannelDocument extends NamedChannel {
  _id: string;
  pollId: string;
  at: number;
}

const channels = () => database.collection('channels');

/** Every channel that a poll's team named, the oldest first. */
export async function listChannels(pollId: string): Promise<NamedChannel[]> {
  const { data } = await attempt(() => channels().where({ pollId }).orderBy('at', 'asc').limit(100).get());
  return data.map((document) => {
    // What is in the collection was written by this project.
    const { id, name, isRemoved } = document as ChannelDocument;
    return { id, name, isRemoved };
  });
}

/** @returns false when the poll has a channel of that id */
export function insertChannel(pollId: string, channel: NamedChannel, at: number): Promise<boolean> {
  return insertOnce(channels(), { _id: `${pollId}:${channel.id}`, pollId, ...channel, at });
}

/** @returns false when there is no such channel, or it was removed */
export async function changeChannel(
  pollId: string,
  id: string,
  change: Partial<Pick<NamedChannel, 'name' | 'isRemoved'>>,
): Promise<boolean> {
  const condition = { _id: `${pollId}:${id}`, isRemoved: false };
  const { stats } = await attempt(() => channels().where(condition).update({ data: change }));
  return stats.updated > 0;
}

export async function removeChannels(pollId: string): Promise<void> {
  await attempt(() => channels().where({ pollId }).remove());
}
