import { done } from '../../contract/outcome';
import { dissolveStaff } from '../../store/organizing/staff';
import { removeOtherCandidates } from '../../store/organizing/team-candidates';
import { removeDraft } from '../../store/organizing/team-polls';
import { addToTrail } from '../../store/organizing/trail';
import { frozen, loadTeamPoll, pollConflict } from './edit-conflict';
import { personOf, type Answer, type Input, type Member } from './types';

/** Throws a draft away: first the poll itself, which decides, then what belonged to it. The trail stays. */
export async function discardPoll(input: Input<'poll.discard'>, member: Member, now: number): Answer<'poll.discard'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'draft' || poll.publishedAt !== undefined) return frozen('poll');
  if (!(await removeDraft(poll.id, input.version))) return pollConflict(poll, input.version);
  await addToTrail(poll.id, { at: now, who: personOf(member), what: 'poll.discard', subject: poll.title });
  await removeOtherCandidates(poll.id, []);
  await dissolveStaff(poll.id);
  return done({});
}
