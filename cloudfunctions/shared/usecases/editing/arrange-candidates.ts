import { done, refuse } from '../../contract/answered';
import { arrange } from '../../domain/editing/order';
import {
  findTeamCandidate,
  removeCandidate as deleteCandidate,
  type TeamCandidate,
} from '../../store/editing/team-candidates';
import { addToTrail, addToTrailOnce } from '../../store/team/trail';
import { derivedId } from '../../platform/ids';
import { deleteMedia } from '../media/delete-media';
import { conflict, frozen, loadTeamPoll } from './edit-conflict';
import { changeOrder } from './edit-order';
import { personOf, type Answer, type Input, type Member } from '../team/member';

/** Takes a candidate out of a draft: out of the order, which is what makes it one, then its document and its pictures. */
export async function removeCandidate(
  input: Input<'candidate.remove'>,
  member: Member,
  now: number,
): Answer<'candidate.remove'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'draft') return frozen('candidates');
  const isThere = poll.order.some(({ id }) => id === input.candidateId);
  if (!isThere) return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'candidateId' });
  if (poll.listVersion !== input.listVersion) return conflict(poll.listVersion, poll.edited, ['candidates']);
  const candidate = await findTeamCandidate(poll.id, input.candidateId);
  const order = poll.order.filter(({ id }) => id !== input.candidateId);
  const changed = await changeOrder(poll, order, member, now);
  if (changed === null) return overtaken(poll.id);
  await deleteCandidate(poll.id, input.candidateId);
  if (candidate) await deleteMedia(ownFiles(poll.id, candidate));
  const subject = candidate?.name ?? input.candidateId;
  await addToTrail(poll.id, { at: now, who: personOf(member), what: 'candidate.remove', subject });
  return done({ listVersion: changed.listVersion });
}

/** What was uploaded for it; pictures of a nomination stay with the nomination, whose proposer sees them. */
function ownFiles(pollId: string, { gallery, videoFile }: TeamCandidate): string[] {
  const all = videoFile === undefined ? gallery : [...gallery, videoFile];
  return all.filter((file) => file.includes(`/polls/${pollId}/`));
}

/** Puts a draft's candidates in another order. */
export async function arrangeCandidates(
  input: Input<'candidate.arrange'>,
  member: Member,
  now: number,
): Answer<'candidate.arrange'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'draft') return frozen('order');
  if (poll.listVersion !== input.listVersion) return conflict(poll.listVersion, poll.edited, ['candidates']);
  const order = arrange(poll.order, input.order, input.numbers);
  if (!Array.isArray(order)) return refuse('INVALID_INPUT', `${order.field}: ${order.expected}`, { ...order });
  const changed = await changeOrder(poll, order, member, now);
  if (changed === null) return overtaken(poll.id);
  await addToTrailOnce(poll.id, derivedId(10, member.memberId, 'arrange'), {
    at: now,
    who: personOf(member),
    what: 'candidate.arrange',
  });
  return done({ listVersion: changed.listVersion });
}

async function overtaken(pollId: string): Answer<'candidate.arrange'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { status, listVersion, edited } = loaded.poll;
  return status === 'draft' ? conflict(listVersion, edited, ['candidates']) : frozen('order');
}
