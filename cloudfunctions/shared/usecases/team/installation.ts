import { done, refuse, type Refused } from '../../contract/answered';
import { stageAt } from '../../universal/stage';
import { DatabaseFault } from '../../store/fault';
import { randomId } from '../../platform/ids';
import { findGrant, forgetClaims, insertClaim } from '../../store/team/installation';
import { changePoll, findTeamPoll, listListingRequests, type Listing } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { creationRights } from '../editing/create-poll';
import { loadTeamPoll } from '../editing/edit-conflict';
import { personOf, type Answer, type Input, type Member } from './member';

const minute = 60 * 1000;
/** Long enough to read a code out on the telephone, short enough that one left on a desk is worth nothing. */
const claimLife = 15 * minute;

export async function describeMe(openid: string, now: number): Answer<'me.get'> {
  const { settings, mayCreate, pollsLeft, isAdministrator } = await creationRights(openid, now);
  return done({ mayCreate, creation: settings.creation, pollsLeft, isAdministrator });
}

/** A code of eight letters and digits, "7K4M-Q2XD": forty bits, one person's, and the latest only. */
export async function claimIdentity(openid: string, now: number): Answer<'me.claim'> {
  await forgetClaims(openid, now);
  const id = randomId(8).toUpperCase();
  const code = `${id.slice(0, 4)}-${id.slice(4)}`;
  const expiresAt = now + claimLife;
  if (!(await insertClaim(code, openid, expiresAt))) throw new DatabaseFault('a code drawn twice');
  return done({ code, expiresAt });
}

/** Asks for a published poll to be shown on the home page. */
export async function requestListing(
  { pollId }: Input<'listing.request'>,
  member: Member,
  now: number,
): Answer<'listing.request'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { status, listing } = loaded.poll;
  if (status !== 'published') return notPublished();
  if (listing.state === 'requested' || listing.state === 'listed') return done({ listing });
  const requested: Listing = { state: 'requested', requestedAt: now };
  await changePoll(pollId, { status: 'published' }, { listing: requested }, []);
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'listing.request' });
  return done({ listing: { state: 'requested' } });
}

export async function listListingQueue(openid: string, now: number): Answer<'listing.queue'> {
  if ((await findGrant(openid)) !== 'administrator') return notAdministrator();
  const polls = await listListingRequests();
  return done({
    polls: polls.map((poll) => {
      const { id: pollId, title, organiser, summary, approval = '', listing, candidateCount, measure = '项' } = poll;
      const requestedAt = listing.requestedAt ?? 0;
      const asked = { pollId, title, organiser, summary, approval, requestedAt };
      return { ...asked, stage: stageAt(poll, now), candidateCount, measure };
    }),
  });
}

/** An administrator's decision. The team finds it in the poll and on its trail. */
export async function decideListing(
  { pollId, decision, reason }: Input<'listing.decide'>,
  openid: string,
  now: number,
): Answer<'listing.decide'> {
  if ((await findGrant(openid)) !== 'administrator') return notAdministrator();
  const poll = await findTeamPoll(pollId);
  if (poll === null) return refuse('POLL_NOT_FOUND', 'no such poll', { field: 'pollId' });
  if (poll.status !== 'published') return notPublished();
  if (reason === undefined && decision !== 'list') {
    const expected = 'a reason: the team reads it';
    return refuse('INVALID_INPUT', `reason: ${expected}`, { field: 'reason', expected });
  }
  const refused = await checkTexts([{ field: 'reason', text: reason ?? '' }], openid);
  if (refused) return refused;
  const state = decision === 'list' ? 'listed' : decision === 'refuse' ? 'refused' : 'unlisted';
  const listing: Listing = { state, ...(reason === undefined ? {} : { reason }) };
  const change = { listing, listed: state === 'listed' };
  // The same decision again is one too: without a counter it would change nothing, and count as not made.
  const isDecided = await changePoll(pollId, { status: 'published' }, change, ['touched']);
  if (!isDecided) return notPublished();
  const who = { memberId: 'installation', name: '平台管理员', role: 'observer' as const };
  await addToTrail(pollId, {
    at: now,
    who,
    what: `listing.${decision}`,
    ...(reason === undefined ? {} : { reason }),
  });
  return done({ listing });
}

function notAdministrator(): Refused<'NOT_AN_ADMINISTRATOR'> {
  return refuse('NOT_AN_ADMINISTRATOR', 'only administrators of the installation list polls');
}

function notPublished(): Refused<'NOT_PUBLISHED'> {
  return refuse('NOT_PUBLISHED', 'only a published poll is listed');
}
