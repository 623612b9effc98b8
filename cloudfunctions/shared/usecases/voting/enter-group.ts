import type * as z from 'zod';
import type { groupEnter } from '../../contract/spread/chat-groups';
import { done, refuse, type AnswerTo } from '../../contract/answered';
import { passLife, writePass } from '../../domain/voting/pass';
import { shuffleSeedOf } from '../../domain/voting/slot';
import { openGroupId } from '../../platform/open-data';
import { countGroupVisit } from '../spread/count-visits';
import { explainAbsence } from '../poll/explain-absence';
import { openPoll } from '../poll/open-poll';

/** Verifies which chat group a person came from, and gives them their pass. Of who came nothing is stored; how many is counted. */
export async function enterGroup(
  { pollId, cloudId }: z.output<typeof groupEnter.input>,
  openid: string,
  now: number,
): Promise<AnswerTo<typeof groupEnter>> {
  const open = await openPoll(pollId);
  if (open === null) return explainAbsence(pollId);
  const groupId = await openGroupId(cloudId);
  if (groupId === null) {
    return refuse('GROUP_NOT_VERIFIED', 'the platform does not vouch for this group', { field: 'cloudId' });
  }
  const { chatGroups = [] } = open.poll;
  const chatGroup = chatGroups.indexOf(groupId);
  if (chatGroup < 0) return refuse('NOT_IN_GROUP', 'the poll is not of this group', { field: 'cloudId' });
  const voter = { mac: open.mac, openid };
  // As of visits by channels: the seed cannot be read back.
  await countGroupVisit(pollId, chatGroup, String(shuffleSeedOf(voter)), now);
  const expiresAt = now + passLife;
  return done({ pass: writePass(voter, { chatGroup, expiresAt }, chatGroups), expiresAt });
}
