import { done, refuse } from '../../contract/outcome';
import { findMedia, listUnpassed, moveMedium, type Medium } from '../../store/organizing/media';
import { findNomination } from '../../store/organizing/nominations';
import { findTeamCandidates } from '../../store/organizing/team-candidates';
import { addToTrail } from '../../store/organizing/trail';
import { requestVerdicts } from './check-media';
import { checkTexts } from './check-texts';
import { showMedium } from './show-passed-media';
import { personOf, type Answer, type Input, type Member } from './types';

/** What is not passed, those that wait for a reviewer first. Overdue verdicts are asked for again on the way. */
export async function listMedia({ pollId }: Input<'media.list'>, member: Member, now: number): Answer<'media.list'> {
  const unpassed = await listUnpassed(pollId);
  await requestVerdicts(unpassed, member.openid, now);
  const ids = unpassed.flatMap(({ candidateId }) => (candidateId === undefined ? [] : [candidateId]));
  const candidates = await findTeamCandidates(pollId, [...new Set(ids)]);
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const media = unpassed
    // What a candidate no longer has is nobody's to review.
    .filter(({ candidateId, file }) => {
      const candidate = candidateId === undefined ? undefined : byId.get(candidateId);
      return candidateId === undefined || candidate?.gallery.includes(file) || candidate?.videoFile === file;
    })
    .map(({ file, kind, state, at, candidateId, nominationId }) => {
      const name = candidateId === undefined ? undefined : byId.get(candidateId)?.name;
      return { file, kind, state, at, candidateId, nominationId, name };
    })
    .sort((a, b) => Number(b.state === 'review') - Number(a.state === 'review'));
  return done({ media });
}

/** A reviewer's decision where WeChat leaves it to people; it may be changed, and what WeChat refused stays refused. */
export async function decideMedia(
  { pollId, file, isPassed, reason }: Input<'media.decide'>,
  member: Member,
  now: number,
): Answer<'media.decide'> {
  const medium = (await findMedia([file])).get(file);
  if (medium === undefined || medium.pollId !== pollId) {
    return refuse('MEDIA_NOT_FOUND', 'no such file', { field: 'file' });
  }
  const refused = await checkTexts([{ field: 'reason', text: reason ?? '' }], member.openid);
  if (refused) return refused;
  const state = isPassed ? 'passed' : 'refused';
  if (!(await moveMedium(file, ['review'], state))) {
    const latest = (await findMedia([file])).get(file);
    return refuse('MEDIA_DECIDED', 'it does not wait for a reviewer', { state: latest?.state });
  }
  await showMedium(medium);
  const details = { file, isPassed, candidateId: medium.candidateId };
  const subject = await nameOf(medium);
  await addToTrail(pollId, {
    ...{ at: now, who: personOf(member), what: 'media.decide', details },
    ...(subject === undefined ? {} : { subject }),
    ...(reason === undefined ? {} : { reason }),
  });
  return done({ state });
}

async function nameOf({ pollId, candidateId, nominationId }: Medium): Promise<string | undefined> {
  if (candidateId !== undefined) return (await findTeamCandidates(pollId, [candidateId]))[0]?.name;
  if (nominationId !== undefined) return (await findNomination(pollId, nominationId))?.name;
  return undefined;
}
