import { done, refuse, type Answered } from '../../contract/answered';
import { lookOf } from '../../domain/editing/look-alikes';
import { mostCandidates } from '../../domain/editing/order';
import { pathOf } from '../../platform/file-links';
import { derivedId } from '../../platform/ids';
import type { TeamCandidate } from '../../store/editing/team-candidates';
import type { TeamPoll } from '../../store/editing/team-polls';
import { forgetPassingFiles } from '../../store/files/passing-files';
import { addToTrailOnce } from '../../store/team/trail';
import { copyFiles } from './copy-files';
import { authoriseMember } from '../team/authorise-member';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';
import { copiedId, filesOfCandidates, hasNotLeft, insertCopies, type Copied, type CopyRun } from './copied-candidates';
import { loadCandidates, type PlacedCandidate } from './describe-candidate';
import { frozen, loadTeamPoll } from './edit-conflict';
import { appendToOrder, tooMany } from './edit-order';

/**
 * Adds candidates of another poll of one's own to a draft, at the end. Their ids follow from the request, so that a repeat goes on where
 * the first was cut short; one update puts them all into the poll's order.
 */
export async function copyCandidates(
  input: Input<'candidate.copy'>,
  member: Member,
  now: number,
): Answer<'candidate.copy'> {
  const { pollId, fromPollId, requestId } = input;
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'draft') return frozen('candidates');
  const source = await wantedOf(input, member);
  if (!source.ok) return source;
  const run: CopyRun = { pollId, key: derivedId(16, pollId, fromPollId, member.openid, requestId) };
  const { fresh, taken } = withoutTaken(poll, await loadCandidates(poll), source.data.wanted, run);
  const inOrder = new Set(poll.order.map(({ id }) => id));
  const more = fresh.filter((candidate) => !inOrder.has(copiedId(run, candidate)));
  if (poll.order.length + more.length > mostCandidates) return tooMany();

  const files = await filesOfCandidates(more, run);
  const copied = await copyFiles(files, member.openid, now);
  if (!copied.ok) return copied;
  const { left, gone } = copied;
  if (left > 0) return done({ left, added: 0, taken, listVersion: poll.listVersion });
  const copies = new Map(files.filter(({ to }) => !gone.has(to)).map(({ from, to }) => [from, to]));
  const groupOf = groupsBetween(source.data.poll, poll);
  await insertCopies(more, copies, run, (each) => fitted(each, poll, groupOf, member, now));
  // Before they are candidates: better a file too many than one that a candidate misses.
  await forgetPassingFiles(files.map(({ to }) => pathOf(to)));
  const placed = fresh.map((candidate) => ({ id: copiedId(run, candidate) }));
  const appended = await appendToOrder(pollId, placed, member, now);
  if (!appended.ok) return appended;
  if (more.length > 0) {
    const details = { count: fresh.length, copied: source.data.poll.title };
    await addToTrailOnce(pollId, derivedId(10, run.key, 'copy'), {
      at: now,
      who: personOf(member),
      what: 'candidate.copy',
      details,
    });
  }
  return done({ left: 0, added: fresh.length, taken, listVersion: appended.poll.listVersion });
}

type SourceRefusal = 'INVALID_INPUT' | 'NOT_A_MEMBER' | 'MEMBER_REMOVED' | 'ROLE_NOT_ALLOWED' | 'CANDIDATE_NOT_FOUND';

/** The poll that they are of, where the caller may copy it, and those that are wanted, by number. */
async function wantedOf(
  { pollId, fromPollId, candidateIds }: Input<'candidate.copy'>,
  { openid }: Member,
): Promise<Answered<{ poll: TeamPoll; wanted: PlacedCandidate[] }, SourceRefusal>> {
  if (fromPollId === pollId) {
    const expected = 'another poll than `pollId`';
    return refuse('INVALID_INPUT', `fromPollId: ${expected}`, { field: 'fromPollId', expected });
  }
  const authorised = await authoriseMember(fromPollId, openid, 'poll.copy');
  const loaded = authorised.ok ? await loadTeamPoll(fromPollId) : authorised;
  if (!loaded.ok) {
    const isStranger = loaded.error.code === 'NOT_A_MEMBER';
    return isStranger ? refuse('NOT_A_MEMBER', 'not of that poll’s team', { field: 'fromPollId' }) : loaded;
  }
  const all = (await loadCandidates(loaded.poll)).filter(hasNotLeft);
  if (candidateIds === undefined) return done({ poll: loaded.poll, wanted: all });
  const stranger = candidateIds.findIndex((id) => !all.some((candidate) => candidate.id === id));
  if (stranger >= 0) {
    return refuse('CANDIDATE_NOT_FOUND', 'no such candidate, or one that left', { field: `candidateIds.${stranger}` });
  }
  return done({ poll: loaded.poll, wanted: all.filter(({ id }) => candidateIds.includes(id)) });
}

/** Whose name another candidate of the draft has already, to the eye, is left out and told. */
function withoutTaken(
  { order }: TeamPoll,
  present: readonly PlacedCandidate[],
  wanted: readonly PlacedCandidate[],
  run: CopyRun,
): { fresh: PlacedCandidate[]; taken: string[] } {
  const own = new Set(wanted.map((candidate) => copiedId(run, candidate)));
  const placed = new Set(order.map(({ id }) => id));
  const names = new Set(present.filter(({ id }) => !own.has(id)).map(({ name }) => lookOf(name)));
  // What an earlier call of this request added stays added, however others are called since.
  const isTaken = (candidate: PlacedCandidate): boolean =>
    !placed.has(copiedId(run, candidate)) && names.has(lookOf(candidate.name));
  return {
    fresh: wanted.filter((candidate) => !isTaken(candidate)),
    taken: wanted.filter(isTaken).map(({ name }) => name),
  };
}

/** Groups of one poll in another: those of the same name. */
function groupsBetween(from: TeamPoll, to: TeamPoll): (group: string | undefined) => string | undefined {
  const names = new Map((from.rules.groups ?? []).map(({ id, name }) => [id, name]));
  const ids = new Map((to.rules.groups ?? []).map(({ id, name }) => [name, id]));
  return (group) => ids.get(names.get(group ?? '') ?? '');
}

/** A candidate has a group and texts that its poll asks for, and no others. */
function fitted(
  { group, ...rest }: Copied,
  { criteria }: TeamPoll,
  groupOf: (group: string | undefined) => string | undefined,
  member: Member,
  now: number,
): TeamCandidate {
  const fitting = groupOf(group);
  return {
    ...rest,
    criteria: rest.criteria.filter(({ criterion }) => criteria.includes(criterion)),
    ...(fitting === undefined ? {} : { group: fitting }),
    edited: signedBy(member, now),
  };
}
