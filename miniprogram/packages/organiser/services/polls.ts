import type { OrganiserInput, OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import type { ChecklistItem as Item } from '../../../../cloudfunctions/shared/contract/editing/polls';
import type {
  EditedPoll as Poll,
  PollFields as Fields,
} from '../../../../cloudfunctions/shared/contract/editing/poll-fields';
import { callOrganiser, type Answer } from '../../../services/cloud';

export type EditedPoll = Poll;
export type PollFields = Fields;
export type ChecklistItem = Item;
export type MyPolls = OrganiserOutput<'poll.mine'>;
export type MyPoll = MyPolls['polls'][number];
export type Templates = OrganiserOutput<'template.list'>['templates'];
export type TemplateId = Templates[number]['id'];
/** Some fields, whole ones; what is not there stays as it is. */
export type PollChange = { [Name in keyof PollFields]?: PollFields[Name] };
export type Checklist = OrganiserOutput<'poll.check'>;

/** One page of the caller's polls, those edited last first. @param cursor `next` of the page before */
export function listMyPolls(cursor?: string): Promise<Answer<MyPolls>> {
  return callOrganiser('poll.mine', cursor === undefined ? {} : { cursor });
}

/** Whether the caller may make polls here, and how many more. */
export function getMe(): Promise<Answer<OrganiserOutput<'me.get'>>> {
  return callOrganiser('me.get', {});
}

export function listTemplates(): Promise<Answer<OrganiserOutput<'template.list'>>> {
  return callOrganiser('template.list', {});
}

/** Makes a draft. A repeat with the same requestId answers the draft that it made. */
export function createPoll(wanted: OrganiserInput<'poll.create'>): Promise<Answer<OrganiserOutput<'poll.create'>>> {
  return callOrganiser('poll.create', wanted);
}

export type PollLaunch = OrganiserInput<'poll.launch'>;

/** Makes a small poll and publishes it. A repeat with the same requestId answers the poll that it made. */
export function launchPoll(wanted: PollLaunch): Promise<Answer<OrganiserOutput<'poll.launch'>>> {
  return callOrganiser('poll.launch', wanted);
}

/** A poll as its team edits it. */
export function loadPoll(pollId: string): Promise<Answer<OrganiserOutput<'poll.load'>>> {
  return callOrganiser('poll.load', { pollId });
}

/** Saves whole fields, if the poll still has this version; else EDIT_CONFLICT, with who and when. */
export function savePoll(
  pollId: string,
  version: number,
  change: PollChange,
  reason?: string,
): Promise<Answer<OrganiserOutput<'poll.save'>>> {
  return callOrganiser('poll.save', { pollId, version, change, ...(reason === undefined ? {} : { reason }) });
}

/** What publishing still needs. */
export function checkPoll(pollId: string): Promise<Answer<Checklist>> {
  return callOrganiser('poll.check', { pollId });
}

/** Makes a draft of a poll; while `left` is not 0, the same call goes on. A repeat with the same requestId answers the draft that it made. */
export function copyPoll(pollId: string, requestId: string): Promise<Answer<OrganiserOutput<'poll.copy'>>> {
  return callOrganiser('poll.copy', { pollId, requestId });
}

/** Throws a draft away. */
export function discardPoll(pollId: string, version: number): Promise<Answer<OrganiserOutput<'poll.discard'>>> {
  return callOrganiser('poll.discard', { pollId, version });
}
