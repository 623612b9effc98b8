import type { OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from '../../../services/cloud';
import { newRandomId } from '../../../phone/random-id';

export type ChatGroups = OrganizerOutput<'group.list'>['groups'];
export type Channel = OrganizerOutput<'channel.list'>['channels'][number];
export type Counts = OrganizerOutput<'dashboard.get'>;

export function listGroups(pollId: string): Promise<Answer<{ groups: ChatGroups }>> {
  return callOrganizer('group.list', { pollId });
}

/** @param cloudId of the group whose card was opened, see `groupCloudId` */
export function bindGroup(pollId: string, cloudId: string, name: string): Promise<Answer<{ groups: ChatGroups }>> {
  return callOrganizer('group.bind', { pollId, cloudId, name });
}

export function unbindGroup(pollId: string, groupId: string): Promise<Answer<{ groups: ChatGroups }>> {
  return callOrganizer('group.unbind', { pollId, groupId });
}

export function listChannels(pollId: string): Promise<Answer<{ channels: Channel[] }>> {
  return callOrganizer('channel.list', { pollId });
}

export function addChannel(pollId: string, name: string): Promise<Answer<unknown>> {
  return callOrganizer('channel.add', { pollId, requestId: newRandomId(), name });
}

export function renameChannel(pollId: string, channelId: string, name: string): Promise<Answer<unknown>> {
  return callOrganizer('channel.rename', { pollId, channelId, name });
}

export function removeChannel(pollId: string, channelId: string): Promise<Answer<unknown>> {
  return callOrganizer('channel.remove', { pollId, channelId });
}

/** How often the poll was opened and voted in, by channel. */
export function channelCounts(pollId: string): Promise<Answer<Counts>> {
  return callOrganizer('dashboard.get', { pollId });
}

/** A link for SMS and the web. */
export function linkOf(pollId: string, channel: string): Promise<Answer<OrganizerOutput<'link.get'>>> {
  return callOrganizer('link.get', { pollId, channel });
}
