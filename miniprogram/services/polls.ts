import type { OrganiserOutput } from '../../cloudfunctions/shared/contract/organiser';
import type { OutputOf } from '../../cloudfunctions/shared/contract/voter';
import { channelTo } from '../phone/arrival';
import { keepTicket } from '../stores/tickets';
import { call, type Answer, callOrganiser } from './cloud';

export type PollList = OutputOf<'poll.list'>;
export type ListedPoll = PollList['polls'][number];
/** Why somebody who may read a poll of chat groups may not vote in it now. */
export type ClosedFor = 'elsewhere' | 'otherGroup' | 'unverified' | 'expired' | 'unasked';
/** `closedFor` is this phone's own finding, see `admission.ts`. */
export type PollReply = OutputOf<'poll.get'> & { closedFor?: ClosedFor };
export type ChangeRecord = OutputOf<'poll.changes'>;
export type RecordedChange = ChangeRecord['changes'][number];
export type CandidateReply = OutputOf<'candidate.get'>;

/** One page of polls, open ones first. @param cursor `next` of the page before */
export function listPolls(wanted: { cursor?: string; query?: string } = {}): Promise<Answer<PollList>> {
  return call('poll.list', wanted);
}

/** A poll with its candidates and what this voter may do now. */
export async function getPoll(pollId: string): Promise<Answer<PollReply>> {
  const answer = await call('poll.get', { pollId, ...channelTo(pollId) });
  if (answer.ok) keepTicket(pollId, answer.data.me.ticket, answer.now);
  return answer;
}

/** The public record of a poll's changes, newest first. @param cursor `next` of the page before, as text */
export function listChanges(pollId: string, cursor?: string): Promise<Answer<ChangeRecord>> {
  return call('poll.changes', cursor === undefined ? { pollId } : { pollId, before: Number(cursor) });
}

/** One candidate in full. */
export function getCandidate(pollId: string, candidateId: string): Promise<Answer<CandidateReply>> {
  return call('candidate.get', { pollId, candidateId });
}

export type PollPreview = OrganiserOutput<'poll.preview'>;

/** A poll of one's own as voters would see it. It is shown by the voter's own components, so their package asks for it. */
export function previewPoll(pollId: string): Promise<Answer<PollPreview>> {
  return callOrganiser('poll.preview', { pollId });
}

/** How a poll's candidates are counted: 位 for people, 件 for deeds, 幅 for pictures; 项 where nobody has said. */
export type Measure = ListedPoll['measure'];
