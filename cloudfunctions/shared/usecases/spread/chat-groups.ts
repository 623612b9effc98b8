import { done, refuse, type Answered, type Refused } from '../../contract/answered';
import type { ErrorCode } from '../../contract/errors';
import { derivedId } from '../../platform/ids';
import { openGroupId } from '../../platform/open-data';
import { changePoll, type BoundGroup, type TeamPoll } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { conflict, frozen, loadTeamPoll } from '../editing/edit-conflict';
import { personOf, type Answer, type Input, type Member } from '../team/member';

const mostGroups = 50;

/** How often a change that others overtook is tried again. */
const mostTries = 5;

/** Binds the chat group that the platform vouches for; one that is bound already gets the new name. */
export async function bindGroup(
  { pollId, cloudId, name }: Input<'group.bind'>,
  member: Member,
  now: number,
): Answer<'group.bind'> {
  const groupId = await openGroupId(cloudId);
  if (groupId === null) {
    return refuse('GROUP_NOT_VERIFIED', 'the platform does not vouch for this group', { field: 'cloudId' });
  }
  const refused = await checkTexts([{ field: 'name', text: name }], member.openid);
  if (refused) return refused;
  const changed = await changeGroups(pollId, (groups) => {
    const group = { groupId, name };
    if (groups.some((each) => each.groupId === groupId)) {
      return done(groups.map((each) => (each.groupId === groupId ? group : each)));
    }
    if (groups.length < mostGroups) return done([...groups, group]);
    return refuse('LIMIT_REACHED', 'as many groups as a poll may have', { what: 'groups', most: mostGroups });
  });
  if (!changed.ok) return changed;
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'group.bind', subject: name });
  const groups = changed.data.map((group) => describeGroup(pollId, group));
  return done({ group: describeGroup(pollId, { groupId, name }), groups });
}

export async function listGroups({ pollId }: Input<'group.list'>): Answer<'group.list'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  return done({ groups: groupsOf(loaded.poll) });
}

export async function unbindGroup(
  { pollId, groupId: id }: Input<'group.unbind'>,
  member: Member,
  now: number,
): Answer<'group.unbind'> {
  let name = '';
  const changed = await changeGroups(pollId, (groups) => {
    const found = groups.find((group) => describeGroup(pollId, group).id === id);
    if (found === undefined) return refuse('GROUP_NOT_FOUND', 'no such group', { field: 'groupId' });
    name = found.name;
    return done(groups.filter((group) => group !== found));
  });
  if (!changed.ok) return changed;
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'group.unbind', subject: name });
  return done({ groups: changed.data.map((group) => describeGroup(pollId, group)) });
}

/** The groups of a poll as its team sees them: the platform's id stays in the database. */
export function groupsOf({ id, boundGroups = [] }: TeamPoll): { id: string; name: string }[] {
  return boundGroups.map((group) => describeGroup(id, group));
}

function describeGroup(pollId: string, { groupId, name }: BoundGroup): { id: string; name: string } {
  return { id: derivedId(8, 'group', pollId, groupId), name };
}

/**
 * Changes a draft's groups. The change is bound to the draft that was read, and grows what a proposed publication is bound to: what is
 * approved is what was proposed. Colleagues who type at the same time are not disturbed: it is tried again.
 */
async function changeGroups<Code extends ErrorCode>(
  pollId: string,
  change: (groups: BoundGroup[]) => Answered<BoundGroup[], Code>,
): Promise<Answered<BoundGroup[], Code | 'NOT_A_MEMBER' | 'FROZEN_AFTER_PUBLISHING' | 'EDIT_CONFLICT'>> {
  let overtaken: Refused<'EDIT_CONFLICT'> | undefined;
  for (let tries = 0; tries < mostTries; tries++) {
    const loaded = await loadTeamPoll(pollId);
    if (!loaded.ok) return loaded;
    const { boundGroups = [], touched, status, version, edited } = loaded.poll;
    if (status !== 'draft') return frozen('groups');
    const changed = change(boundGroups);
    if (!changed.ok) return changed;
    if (await changePoll(pollId, { touched, status }, { boundGroups: changed.data }, ['touched'])) return changed;
    overtaken = conflict(version, edited);
  }
  return overtaken ?? frozen('groups');
}
