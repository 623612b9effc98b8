import { createHash } from 'node:crypto';
import { done, refuse, type Refused } from '../../contract/answered';
import type { ParticipantAnswer as Answer, ParticipantRequest as Input } from '../../contract/participant';
import { nominatingTimes } from '../../domain/editing/times';
import { derivedId } from '../../platform/ids';
import {
  findNomination,
  insertNomination,
  listOwnNominations,
  type Nomination,
} from '../../store/nominations/nominations';
import { findTeamCandidates } from '../../store/editing/team-candidates';
import { findTeamPoll, findTeamPolls, type TeamPoll } from '../../store/editing/team-polls';
import { checkMedia } from '../media/check-media';
import { checkTexts } from '../check-texts';

/** What the page needs before it shows the form. Nothing of a draft but what the form itself says. */
export async function describeForm(
  { pollId }: Input<'nomination.form'>,
  openid: string,
  now: number,
): Answer<'nomination.form'> {
  const poll = await findOpenedPoll(pollId);
  if (poll === null) return notFound();
  const own = await listOwnNominations(openid, pollId);
  const { title, organiser, nomination, criteria, rules, measure = '项' } = poll;
  return done({
    title,
    organiser,
    criteria,
    guide: nomination.guide,
    measure,
    isOpen: isOpenAt(poll, now),
    left: leftOf(poll, own),
    ...timesOf(poll),
    groups: (rules.groups ?? []).map(({ id, name }) => ({ id, name })),
  });
}

/**
 * Takes a nomination in. Its id follows from who sends it and the requestId, so a repeat finds it; the limit per person is a
 * unique key, as for ballots: of any number at once no more come in than there are places.
 */
export async function submitNomination(
  { pollId, requestId, nomination }: Input<'nomination.submit'>,
  openid: string,
  now: number,
): Answer<'nomination.submit'> {
  const poll = await findOpenedPoll(pollId);
  if (poll === null) return notFound();
  const id = derivedId(16, 'nomination', pollId, openid, requestId);
  const own = await listOwnNominations(openid, pollId);
  if (own.some((each) => each.id === id)) return done({ id, left: leftOf(poll, own) });
  const most = poll.nomination.perPerson;
  if (!isOpenAt(poll, now)) {
    return refuse('NOMINATION_NOT_OPEN', 'no nominations are taken now', timesOf(poll));
  }
  if (leftOf(poll, own) === 0) return limitReached(most);
  const refused = unfit(poll, nomination) ?? (await checkTexts(textsOf(nomination), openid));
  if (refused) return refused;
  const files = nomination.pictures.map((file, index) => ({
    field: `nomination.pictures.${index}`,
    file,
    kind: 'picture' as const,
  }));
  const checked = await checkMedia(files, [`nominations/${pollId}/`], { pollId, nominationId: id }, openid, now);
  if (!checked.ok) return checked;

  const made: Nomination = { ...nomination, id, pollId, openid, at: now, state: 'waiting' };
  for (let place = 1; place <= most; place++) {
    if (await insertNomination(made, placeOf(pollId, openid, place))) {
      return done({ id, left: leftOf(poll, [...own, made]) });
    }
    if ((await findNomination(pollId, id)) !== null) return done({ id, left: leftOf(poll, [...own, made]) });
  }
  return limitReached(most);
}

/** The caller's own nominations and what became of them. */
export async function listMine({ pollId }: Input<'nomination.mine'>, openid: string): Answer<'nomination.mine'> {
  const own = await listOwnNominations(openid, pollId);
  const polls = await findTeamPolls([...new Set([...own.map((each) => each.pollId), ...(pollId ? [pollId] : [])])]);
  const byId = new Map(polls.map((poll) => [poll.id, poll]));
  const names = await candidateNames(own);
  const nominations = own.map(({ id, pollId: of, name, at, state, reason, candidateId }) => {
    const candidateName = candidateId === undefined ? undefined : names.get(candidateId);
    const { title: pollTitle = '' } = byId.get(of) ?? {};
    return { id, pollId: of, pollTitle, name, at, state, reason, candidateId, candidateName };
  });
  if (pollId === undefined) return done({ nominations });
  const poll = byId.get(pollId);
  return poll === undefined ? notFound() : done({ nominations, left: leftOf(poll, own) });
}

/** What the candidates are called by now that nominations became or were merged into, by candidate. */
async function candidateNames(own: readonly Nomination[]): Promise<ReadonlyMap<string, string>> {
  const settled = own.filter(({ candidateId }) => candidateId !== undefined);
  const polls = [...new Set(settled.map(({ pollId }) => pollId))];
  const found = await Promise.all(
    polls.map((pollId) => {
      const ids = settled.flatMap((each) => (each.pollId === pollId ? (each.candidateId ?? []) : []));
      return findTeamCandidates(pollId, [...new Set(ids)]);
    }),
  );
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

/** A poll that takes or took nominations: before, a draft is nobody's business but its team's. */
async function findOpenedPoll(pollId: string): Promise<TeamPoll | null> {
  const poll = /^[A-Za-z0-9_-]{1,12}$/.test(pollId) ? await findTeamPoll(pollId) : null;
  if (poll?.nomination === undefined) return null;
  return poll.nomination.isOpen || poll.status === 'published' ? poll : null;
}

/** What opens with its publication has no day on which nominating ends before. */
function timesOf({ stages, opensAtOnce }: TeamPoll): ReturnType<typeof nominatingTimes> {
  return opensAtOnce ? {} : nominatingTimes(stages);
}

function isOpenAt(poll: TeamPoll, now: number): boolean {
  const { startAt = -Infinity, endAt = Infinity } = timesOf(poll);
  return poll.status === 'draft' && poll.nomination.isOpen && startAt <= now && now < endAt;
}

/** What was returned does not count: it may be sent again, better. */
function leftOf({ nomination }: TeamPoll, own: readonly Nomination[]): number {
  return Math.max(0, nomination.perPerson - own.filter(({ state }) => state !== 'returned').length);
}

/** Which of a person's nominations it is; the identity in it cannot be read back. */
function placeOf(pollId: string, openid: string, place: number): string {
  return `${pollId}:${createHash('sha256').update(openid).digest('hex').slice(0, 32)}:${place}`;
}

function unfit(
  { rules }: TeamPoll,
  nomination: Input<'nomination.submit'>['nomination'],
): Refused<'INVALID_INPUT'> | null {
  const { group, proposer } = nomination;
  if (group !== null && !rules.groups?.some(({ id }) => id === group)) {
    const expected = 'a group of the poll’s rules, or null';
    return refuse('INVALID_INPUT', `nomination.group: ${expected}`, { field: 'nomination.group', expected });
  }
  if (proposer.kind === 'organisation' && proposer.name === '') {
    const expected = 'the organisation’s name';
    return refuse('INVALID_INPUT', `nomination.proposer.name: ${expected}`, {
      field: 'nomination.proposer.name',
      expected,
    });
  }
  return null;
}

function textsOf(nomination: Input<'nomination.submit'>['nomination']): { field: string; text: string }[] {
  const { name, unit, sentence, criteria, proposer } = nomination;
  return [
    ...Object.entries({ name, unit, sentence }).map(([field, text]) => ({ field: `nomination.${field}`, text })),
    { field: 'nomination.proposer.name', text: proposer.name },
    ...criteria.map(({ text }, index) => ({ field: `nomination.criteria.${index}.text`, text })),
  ];
}

function notFound(): Refused<'POLL_NOT_FOUND'> {
  return refuse('POLL_NOT_FOUND', 'no poll that takes nominations', { field: 'pollId' });
}

function limitReached(most: number): Refused<'LIMIT_REACHED'> {
  return refuse('LIMIT_REACHED', 'as many as one person may propose', { what: 'nominations', most });
}
