import { done } from '../../contract/answered';
import { removeInvitations } from '../../store/team/invitations';
import { listMediaOf } from '../../store/media/media';
import { removeNominations } from '../../store/nominations/nominations';
import { removeSheets } from '../../store/jury/sheets';
import { dissolveStaff } from '../../store/team/staff';
import { removeOtherCandidates } from '../../store/editing/team-candidates';
import { removeDraft } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { removeReminders } from '../../store/reminders/reminders';
import { removeChannels } from '../../store/spread/channels';
import { deleteMedia } from '../media/delete-media';
import { frozen, loadTeamPoll, pollConflict } from './edit-conflict';
import { personOf, type Answer, type Input, type Member } from '../team/member';

/**
 * Throws a draft away: first the poll itself, which decides, then what belonged to it, nominations and pictures in the storage
 * too. The trail stays.
 */
export async function discardPoll(input: Input<'poll.discard'>, member: Member, now: number): Answer<'poll.discard'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'draft' || poll.publishedAt !== undefined) return frozen('poll');
  if (!(await removeDraft(poll.id, input.version))) return pollConflict(poll, input.version);
  await addToTrail(poll.id, { at: now, who: personOf(member), what: 'poll.discard', subject: poll.title });
  await removeOtherCandidates(poll.id, []);
  await Promise.all([removeNominations(poll.id), removeInvitations(poll.id)]);
  await Promise.all([removeChannels(poll.id), removeReminders(poll.id), removeSheets(poll.id)]);
  await deleteMedia(await listMediaOf(poll.id));
  await dissolveStaff(poll.id);
  return done({});
}
