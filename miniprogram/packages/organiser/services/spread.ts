import { fetchDocument } from '../../../services/exports';
import type { OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callDocuments, callOrganiser, together, type Answer, type Failure } from '../../../services/cloud';
import { newRandomId } from '../../../phone/random-id';
import { loadPoll, type EditedPoll } from './polls';

export type ChatGroups = OrganiserOutput<'group.list'>['groups'];
export type Channel = OrganiserOutput<'channel.list'>['channels'][number];
export type Counts = OrganiserOutput<'dashboard.get'>;

export function listGroups(pollId: string): Promise<Answer<{ groups: ChatGroups }>> {
  return callOrganiser('group.list', { pollId });
}

/** @param cloudId of the group whose card was opened, see `groupCloudId` */
export function bindGroup(pollId: string, cloudId: string, name: string): Promise<Answer<{ groups: ChatGroups }>> {
  return callOrganiser('group.bind', { pollId, cloudId, name });
}

export function unbindGroup(pollId: string, groupId: string): Promise<Answer<{ groups: ChatGroups }>> {
  return callOrganiser('group.unbind', { pollId, groupId });
}

export function listChannels(pollId: string): Promise<Answer<{ channels: Channel[] }>> {
  return callOrganiser('channel.list', { pollId });
}

export function addChannel(pollId: string, name: string): Promise<Answer<unknown>> {
  return callOrganiser('channel.add', { pollId, requestId: newRandomId(), name });
}

export function renameChannel(pollId: string, channelId: string, name: string): Promise<Answer<unknown>> {
  return callOrganiser('channel.rename', { pollId, channelId, name });
}

export function removeChannel(pollId: string, channelId: string): Promise<Answer<unknown>> {
  return callOrganiser('channel.remove', { pollId, channelId });
}

export interface LoadedChannels {
  poll: EditedPoll;
  channels: Channel[];
  /** Absent where they did not come: the links are of use without them. */
  counts: Counts | undefined;
}

export async function loadChannels(pollId: string): Promise<Answer<LoadedChannels>> {
  const [needed, counts] = await Promise.all([together(loadPoll(pollId), listChannels(pollId)), channelCounts(pollId)]);
  if (!needed.ok) return needed;
  const [{ poll }, { channels }] = needed.data;
  return { ...needed, data: { poll, channels, counts: counts.ok ? counts.data : undefined } };
}

/** How often the poll was opened and voted in, by channel. */
function channelCounts(pollId: string): Promise<Answer<Counts>> {
  return callOrganiser('dashboard.get', { pollId });
}

/** A link for SMS and the web. */
export function linkOf(pollId: string, channel: string): Promise<Answer<OrganiserOutput<'link.get'>>> {
  return callOrganiser('link.get', { pollId, channel });
}

/** One file of printed codes, on this phone. */
export interface PrintedPart {
  path: string;
  codes: number;
  pages: number;
  /** How many parts there are of it. */
  parts: number;
}

/**
 * Makes one file of a poll's printed codes and fetches it.
 * @param part the first is 0
 * @param channel '' for that of printed codes
 */
export async function makePart(pollId: string, part: number, channel: string): Promise<PrintedPart | Failure> {
  const answer = await callDocuments('codes.export', { pollId, part, ...(channel === '' ? {} : { channel }) });
  if (!answer.ok) return answer.error;
  const { file, name, codes, pages, parts } = answer.data;
  const fetched = await fetchDocument(file, name);
  return 'path' in fetched ? { path: fetched.path, codes, pages, parts } : fetched;
}
