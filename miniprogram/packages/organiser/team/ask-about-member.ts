import { chooseOne, askToConfirm } from '../../../phone/dialogs';
import type { Role } from '../services/team';
import { teamWords } from '../text/team';
import { roleChoices, type MemberRow } from './team.view';

/** Asks what to do with a member; who wants to leave is asked once more. */
export async function askAboutMember({ offers }: MemberRow): Promise<'remove' | 'leave' | { role: Role } | undefined> {
  const isOwnLeave = offers.length === 1 && offers[0]?.id === 'leave';
  const wanted = isOwnLeave ? 'leave' : offers.length > 0 ? await chooseOne(offers) : undefined;
  if (wanted === 'leave') {
    const isSure = await askToConfirm(teamWords.leaveTitle, teamWords.leaveDetail, teamWords.leave);
    return isSure ? wanted : undefined;
  }
  if (wanted !== 'changeRole') return wanted;
  const role: Role | undefined = await chooseOne(roleChoices('reviewer'));
  return role === undefined ? undefined : { role };
}
