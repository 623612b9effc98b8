import { done } from '../../contract/answered';
import { describeTeamPoll } from './describe-team-poll';
import { loadTeamPoll } from './edit-conflict';
import type { Answer, Input, Member } from '../team/member';

/** The poll as its team edits it. */
export async function loadPoll({ pollId }: Input<'poll.load'>, member: Member, now: number): Answer<'poll.load'> {
  const loaded = await loadTeamPoll(pollId);
  return loaded.ok ? done({ poll: await describeTeamPoll(loaded.poll, member, now) }) : loaded;
}
