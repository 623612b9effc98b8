import { done, refuse } from '../../contract/answered';
import { findTeamCandidate } from '../../store/editing/team-candidates';
import { asSeenBy, describeCandidate, loadCandidates, statesOf } from './describe-candidate';
import { loadTeamPoll } from './edit-conflict';
import type { Answer, Input, Member } from '../team/member';

/** All candidates of a poll by number: three reads. */
export async function listTeamCandidates(input: Input<'candidate.list'>, member: Member): Answer<'candidate.list'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const candidates = (await loadCandidates(loaded.poll)).map((candidate) => asSeenBy(member, loaded.poll, candidate));
  const states = await statesOf(candidates);
  return done({
    candidates: candidates.map((candidate) => {
      const { criteria: _, facts: __, edited: ___, detail: ____, ...summary } = describeCandidate(candidate, states);
      return summary;
    }),
    listVersion: loaded.poll.listVersion,
  });
}

export async function loadTeamCandidate(input: Input<'candidate.load'>, member: Member): Answer<'candidate.load'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { id, order, listVersion } = loaded.poll;
  const place = order.find((each) => each.id === input.candidateId);
  const candidate = place && (await findTeamCandidate(id, place.id));
  if (!candidate) return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'candidateId' });
  const states = await statesOf([candidate]);
  const seen = asSeenBy(member, loaded.poll, { ...candidate, number: place.number });
  return done({ candidate: describeCandidate(seen, states), listVersion });
}
