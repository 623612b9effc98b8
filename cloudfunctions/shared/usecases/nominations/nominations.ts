import { done, refuse, type Answered, type Refused } from '../../contract/answered';
import { areAlike } from '../../domain/editing/similar-names';
import { derivedId } from '../../platform/ids';
import { assignMedia, findMedia } from '../../store/media/media';
import {
  countWaitingNominations,
  decideNomination,
  findNomination,
  listNominations,
  type Nomination,
} from '../../store/nominations/nominations';
import { addToTrail } from '../../store/team/trail';
import { tellVerdict } from '../../store/reminders/reminders';
import { checkTexts, type ContentRefusal } from '../check-texts';
import { loadCandidates } from '../editing/describe-candidate';
import { frozen, loadTeamPoll } from '../editing/edit-conflict';
import { makeCandidate } from '../editing/save-candidate';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';

const pageSize = 20;

/** The queue, with the candidates that each may be the same as. */
export async function listTeamNominations(input: Input<'nomination.list'>): Answer<'nomination.list'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const from = input.cursor === undefined ? undefined : Number(input.cursor);
  if (from !== undefined && !Number.isSafeInteger(from)) {
    const expected = '`next` of the page before';
    return refuse('INVALID_INPUT', `cursor: ${expected}`, { field: 'cursor', expected });
  }
  const [found, waiting, candidates] = await Promise.all([
    listNominations(input.pollId, input.state ?? 'waiting', pageSize + 1, from),
    countWaitingNominations(input.pollId),
    loadCandidates(loaded.poll),
  ]);
  const page = found.slice(0, pageSize);
  const media = await findMedia(page.flatMap(({ pictures }) => pictures));
  const nominations = page.map(({ openid: _, pollId: __, pictures, ...nomination }) => ({
    ...nomination,
    pictures: pictures.map((file) => ({ file, state: media.get(file)?.state ?? ('pending' as const) })),
    alike: candidates
      .filter(({ name }) => areAlike(name, nomination.name))
      .map(({ id: candidateId, number, name }) => ({ candidateId, number, name })),
  }));
  return done({ nominations, waiting, next: found.length > pageSize ? String(page.at(-1)?.at) : undefined });
}

/**
 * Makes a candidate of a nomination. The candidate's id follows from the nomination's, so that of two who accept it at once both
 * make the same one.
 */
export async function acceptNomination(
  { pollId, nominationId, reason }: Input<'nomination.accept'>,
  member: Member,
  now: number,
): Answer<'nomination.accept'> {
  const waiting = await loadWaiting(pollId, nominationId, reason, member);
  if (!waiting.ok) return waiting;
  const { name, group, unit, sentence, criteria, pictures } = waiting.data;
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  if (loaded.poll.status !== 'draft') return frozen('candidates');
  const isKnown = group !== null && (loaded.poll.rules.groups ?? []).some(({ id }) => id === group);
  const candidate = { name, group: isKnown ? group : null, unit, sentence, criteria, pictures };
  const candidateId = derivedId(8, 'nomination', nominationId);
  // Known pictures belong to the nomination until now; their verdicts show them from now on.
  await assignMedia(pictures, { candidateId });
  const added = await makeCandidate(pollId, candidateId, candidate, member, now);
  if (!added.ok) return added;
  const decision = { state: 'accepted' as const, decided: signedBy(member, now), candidateId, ...why(reason) };
  if (!(await decideNomination(nominationId, decision))) return decided(pollId, nominationId);
  await tell(waiting.data, 'accept', member, now, reason);
  return done({ candidateId });
}

export async function returnNomination(
  { pollId, nominationId, reason }: Input<'nomination.return'>,
  member: Member,
  now: number,
): Answer<'nomination.return'> {
  const waiting = await loadWaiting(pollId, nominationId, reason, member);
  if (!waiting.ok) return waiting;
  const decision = { state: 'returned' as const, decided: signedBy(member, now), reason };
  if (!(await decideNomination(nominationId, decision))) return decided(pollId, nominationId);
  await tell(waiting.data, 'return', member, now, reason);
  return done({});
}

export async function mergeNomination(
  { pollId, nominationId, candidateId, reason }: Input<'nomination.merge'>,
  member: Member,
  now: number,
): Answer<'nomination.merge'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  if (!loaded.poll.order.some(({ id }) => id === candidateId)) {
    return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'candidateId' });
  }
  const waiting = await loadWaiting(pollId, nominationId, reason, member);
  if (!waiting.ok) return waiting;
  const decision = { state: 'merged' as const, decided: signedBy(member, now), candidateId, ...why(reason) };
  if (!(await decideNomination(nominationId, decision))) return decided(pollId, nominationId);
  await tell(waiting.data, 'merge', member, now, reason);
  return done({});
}

async function loadWaiting(
  pollId: string,
  id: string,
  reason: string | undefined,
  member: Member,
): Promise<Answered<Nomination, 'NOMINATION_NOT_FOUND' | 'NOMINATION_DECIDED' | ContentRefusal>> {
  const nomination = await findNomination(pollId, id);
  if (nomination === null) return refuse('NOMINATION_NOT_FOUND', 'no such nomination', { field: 'nominationId' });
  if (nomination.state !== 'waiting') return alreadyDecided(nomination);
  const refused = await checkTexts([{ field: 'reason', text: reason ?? '' }], member.openid);
  return refused ?? done(nomination);
}

async function decided(pollId: string, id: string): Promise<Refused<'NOMINATION_DECIDED'>> {
  const nomination = await findNomination(pollId, id);
  if (nomination === null) throw new Error(`the nomination ${id} was there a moment ago`);
  return alreadyDecided(nomination);
}

function alreadyDecided({ state }: Nomination): Refused<'NOMINATION_DECIDED'> {
  return refuse('NOMINATION_DECIDED', `it is ${state}`, { state });
}

function why(reason: string | undefined): { reason?: string } {
  return reason === undefined ? {} : { reason };
}

const verdicts = { accept: 'accepted', return: 'returned', merge: 'merged' } as const;

/** Tells the team's trail, and whoever proposed it if they asked for that. */
async function tell(
  { pollId, id, name, openid }: Nomination,
  act: 'accept' | 'return' | 'merge',
  member: Member,
  now: number,
  reason: string | undefined,
): Promise<void> {
  await tellVerdict(pollId, openid, { name, state: verdicts[act] }, now);
  const details = { nominationId: id };
  const what = `nomination.${act}` as const;
  await addToTrail(pollId, { at: now, who: personOf(member), what, subject: name, details, ...why(reason) });
}
