import { callOrganiser } from '../../../services/cloud';

/** How a poll's team calls a channel; undefined for whoever is not of the team. */
export async function channelName(pollId: string, channel: string): Promise<string | undefined> {
  const answer = await callOrganiser('channel.list', { pollId });
  return answer.ok ? answer.data.channels.find(({ id }) => id === channel)?.name : undefined;
}
