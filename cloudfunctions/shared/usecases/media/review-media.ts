import { done, refuse } from '../../contract/answered';
import { findMedia, listUnpassed, moveMedium, type Medium } from '../../store/media/media';
import { findNomination, findNominations } from '../../store/nominations/nominations';
import { findTeamCandidates } from '../../store/editing/team-candidates';
import { findTeamPoll } from '../../store/editing/team-polls';
import type { Attachment } from '../../universal/attachments';
import { addToTrail } from '../../store/team/trail';
import { requestVerdicts } from './check-media';
import { checkTexts } from '../check-texts';
import { showMedium } from './show-passed-media';
import { personOf, type Answer, type Input, type Member } from '../team/member';

/** What is not passed, those that wait for a reviewer first. Overdue verdicts are asked for again on the way. */
export async function listMedia({ pollId }: Input<'media.list'>, member: Member, now: number): Answer<'media.list'> {
  // Those of an objection are for who handles it, and are shown with it.
  const unpassed = (await listUnpassed(pollId)).filter(({ objectionId }) => objectionId === undefined);
  await requestVerdicts(unpassed, member.openid, now);
  const nameOfOwner = await ownersOf(pollId, unpassed);
  const media = unpassed
    .flatMap((medium) => {
      const { file, kind, state, at, candidateId, nominationId } = medium;
      const owner = nameOfOwner(medium);
      return owner === null ? [] : [{ file, kind, state, at, candidateId, nominationId, ...owner }];
    })
    .sort((a, b) => Number(b.state === 'review') - Number(a.state === 'review'));
  return done({ media });
}

/** Finds out whose files these are: null for what a candidate no longer has, or a decided nomination had. Nobody need review it. */
async function ownersOf(
  pollId: string,
  media: readonly Medium[],
): Promise<(medium: Medium) => { name?: string; isAttachment?: true } | null> {
  const candidateIds = media.flatMap(({ candidateId }) => candidateId ?? []);
  const nominationIds = media.flatMap(({ candidateId, nominationId }) =>
    candidateId === undefined ? (nominationId ?? []) : [],
  );
  const isOfPoll = media.some(({ candidateId, nominationId }) => (candidateId ?? nominationId) === undefined);
  const [attachments, candidates, nominations] = await Promise.all([
    isOfPoll ? attachmentsOf(pollId) : [],
    findTeamCandidates(pollId, [...new Set(candidateIds)]),
    findNominations(pollId, [...new Set(nominationIds)]),
  ]);
  const candidateById = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const nominationById = new Map(nominations.map((nomination) => [nomination.id, nomination]));
  return ({ file, kind, candidateId, nominationId }) => {
    if (candidateId !== undefined) {
      const candidate = candidateById.get(candidateId);
      const isTheirs = candidate?.gallery.includes(file) === true || candidate?.videoFile === file;
      return candidate !== undefined && isTheirs ? { name: candidate.name } : null;
    }
    if (nominationId === undefined) {
      const attached = attachments.find((each) => each.file === file);
      if (attached) return { name: attached.name, isAttachment: true };
      return kind === 'document' ? null : {};
    }
    const nomination = nominationById.get(nominationId);
    return nomination?.state === 'waiting' ? { name: nomination.name } : null;
  };
}

async function attachmentsOf(pollId: string): Promise<readonly Attachment[]> {
  return (await findTeamPoll(pollId))?.attachmentFiles ?? [];
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
    at: now,
    who: personOf(member),
    what: 'media.decide',
    details,
    ...(subject === undefined ? {} : { subject }),
    ...(reason === undefined ? {} : { reason }),
  });
  return done({ state });
}

async function nameOf({ file, pollId, candidateId, nominationId }: Medium): Promise<string | undefined> {
  if (candidateId !== undefined) return (await findTeamCandidates(pollId, [candidateId]))[0]?.name;
  if (nominationId !== undefined) return (await findNomination(pollId, nominationId))?.name;
  return (await attachmentsOf(pollId)).find((each) => each.file === file)?.name;
}
