import { done, refuse } from '../../contract/answered';
import type { ParticipantAnswer as Answer, ParticipantRequest as Input } from '../../contract/participant';
import { appealUntil, dueAfter, type Objection } from '../../domain/outcome/objection';
import { findObjection, findObjections, listOwnObjections, moveObjection } from '../../store/outcome/objections';
import { listCandidates } from '../../store/poll/candidates';
import { checkTexts } from '../check-texts';
import { workCalendar } from '../poll/work-calendar';
import { callForPoll } from '../scheduling/call-scheduler';
import { decided, describeProgress } from './describe-objection';
import { closed, findPublicPoll, leftOf, notFound, personOf } from './own-objections';
import { endingOf, readPublicCount } from './public-count';
import { ballotObjectionId, isGenuine, noBallot } from './shown-receipt';

/** The caller's own, and those of the ballots whose receipts are shown. */
export async function listMyObjections(
  { pollId, receipts = [] }: Input<'objection.mine'>,
  openid: string,
): Answer<'objection.mine'> {
  const poll = await findPublicPoll(pollId);
  if (poll === null) return notFound();
  const count = receipts.length === 0 ? null : await readPublicCount(pollId);
  const forged = receipts.findIndex((receipt) => count === null || !isGenuine(receipt, count));
  if (forged >= 0) return noBallot(`receipts.${forged}`);
  const [own, ofBallots, candidates, calendar] = await Promise.all([
    listOwnObjections(personOf(pollId, openid)),
    findObjections(pollId, [...new Set(receipts.map((receipt) => ballotObjectionId(pollId, receipt)))]),
    listCandidates(pollId),
    workCalendar(),
  ]);
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  const objections = [...own, ...ofBallots]
    .sort((a, b) => b.at - a.at)
    .map((each) => ({
      ...describeProgress(each),
      // The minutes are the team's.
      hearing: each.hearing && { at: each.hearing.at, place: each.hearing.place },
      candidateName: names.get(each.candidateId ?? ''),
      appealUntil: appealUntil(each, calendar),
    }));
  return done({ objections, left: leftOf(own) });
}

/** Takes an answer to the supervising office, once. */
export async function appealObjection(
  { pollId, id, text, receipt }: Input<'objection.appeal'>,
  openid: string,
  now: number,
): Answer<'objection.appeal'> {
  const poll = await findPublicPoll(pollId);
  if (poll === null) return notFound();
  if (receipt !== undefined && !isGenuine(receipt, await readPublicCount(pollId))) return noBallot('receipt');
  const objection = await findObjection(pollId, `${pollId}:${id}`);
  if (objection === null || !isTheirs(objection, openid, receipt)) {
    return refuse('OBJECTION_NOT_FOUND', 'the caller has no such objection', { field: 'id' });
  }
  const ending = endingOf(poll);
  const calendar = await workCalendar();
  const dueAt = dueAfter('appealed', objection.isNumbered, now, calendar) ?? now;
  // The answer to the first one was lost.
  if (objection.appeal?.text === text) return done({ dueAt: objection.dueAt ?? dueAt });
  // Nobody decides anything of it any more.
  if (ending !== undefined) return closed({ until: ending.at });
  const until = appealUntil(objection, calendar);
  if (until === undefined) return decided(objection);
  if (now >= until) return closed({ until });
  const refused = await checkTexts([{ field: 'text', text }], openid);
  if (refused) return refused;
  if (await moveObjection(objection, { state: 'appealed', dueAt, appeal: { at: now, text } }, now)) {
    await callForPoll(pollId, now);
    return done({ dueAt });
  }
  const latest = (await findObjection(pollId, objection.id)) ?? objection;
  return latest.appeal?.text === text ? done({ dueAt: latest.dueAt ?? dueAt }) : decided(latest);
}

function isTheirs(
  { id, pollId, kind, person }: Objection,
  openid: string,
  receipt: Input<'objection.appeal'>['receipt'],
): boolean {
  if (kind === 'ballot') return receipt !== undefined && ballotObjectionId(pollId, receipt) === id;
  return person === personOf(pollId, openid);
}
