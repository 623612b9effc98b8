import { done, refuse, type Answered, type Refused } from '../../contract/answered';
import type { ParticipantAnswer as Answer, ParticipantRequest as Input } from '../../contract/participant';
import {
  dueAfter,
  keyOf,
  mostPerPerson,
  mostPerPoll,
  numberOf,
  takesAt,
  windowOf,
  type Objection,
} from '../../domain/outcome/objection';
import { dayLength } from '../../universal/day';
import {
  findObjection,
  highestNumber,
  insertObjection,
  isPlaceTaken,
  listOwnObjections,
} from '../../store/outcome/objections';
import { listCandidates } from '../../store/poll/candidates';
import { checkTexts } from '../check-texts';
import { checkMedia } from '../media/check-media';
import { workCalendar } from '../poll/work-calendar';
import { callForPoll } from '../scheduling/call-scheduler';
import { closed, findPublicPoll, leftOf, macOf, notFound, personOf } from './own-objections';
import { outcomeSoFar, readPublicCount } from './public-count';
import { ballotObjectionId, isGenuine, noBallot, refuseReceipt } from './shown-receipt';

type Submitted = Input<'objection.submit'>;

/** How soon it is looked at whether an author is to be forgotten, milliseconds. */
export const forgettingPause = dayLength;

/** What the page needs before it shows the form. */
export async function describeObjectionForm(
  { pollId }: Input<'objection.form'>,
  openid: string,
  now: number,
): Answer<'objection.form'> {
  const poll = await findPublicPoll(pollId);
  if (poll === null) return notFound();
  const [count, candidates, own] = await Promise.all([
    readPublicCount(pollId),
    listCandidates(pollId),
    listOwnObjections(personOf(pollId, openid)),
  ]);
  const soFar = outcomeSoFar(poll, count);
  const window = windowOf('result', soFar);
  return done({
    title: poll.title,
    organiser: poll.organiser,
    objectionChannel: poll.objectionChannel ?? '',
    isOpen: takesAt(window, now),
    isBallotOpen: takesAt(windowOf('ballot', soFar), now),
    startAt: window.startAt,
    until: window.until,
    left: leftOf(own),
    candidates: candidates.map(({ id, number, name }) => ({ id, number, name })),
  });
}

/**
 * Takes an objection in. The limit per person and the one per poll are unique keys, as for ballots: of any number at once no more
 * come in than there are places, and no number is given twice or left out.
 */
export async function submitObjection(input: Submitted, openid: string, now: number): Answer<'objection.submit'> {
  const { pollId, requestId, kind, receipt, pictures } = input;
  const poll = await findPublicPoll(pollId);
  if (poll === null) return notFound();
  const misfit = unfit(input);
  if (misfit) return misfit;
  const mac = macOf(pollId);
  const isOfBallot = kind === 'ballot' && receipt !== undefined;
  const id = isOfBallot
    ? ballotObjectionId(pollId, receipt)
    : `${pollId}:${mac(JSON.stringify(['id', openid, requestId]))}`;
  const count = await readPublicCount(pollId);
  // Whoever shows a leaf alone, which is public, learns nothing of what became of it.
  if (isOfBallot && !isGenuine(receipt, count)) return noBallot('receipt');
  const made = await findObjection(pollId, id);
  if (made !== null) return known(made, requestId);

  const window = windowOf(kind, outcomeSoFar(poll, count));
  if (!takesAt(window, now)) return closed(window);
  const refused = isOfBallot
    ? await refuseReceipt(receipt, count)
    : ((await strangeCandidate(input)) ?? (await overLimit(personOf(pollId, openid))));
  if (refused) return refused;
  const unpassed = await checkTexts(textsOf(input), openid);
  if (unpassed) return unpassed;
  const files = pictures.map((file, index) => ({ field: `pictures.${index}`, file, kind: 'picture' as const }));
  const checked = await checkMedia(files, [`objections/${pollId}/`], { pollId, objectionId: id }, openid, now);
  if (!checked.ok) return checked;

  const isNumbered = isOfBallot || input.signed !== undefined;
  const dueAt = dueAfter('received', isNumbered, now, await workCalendar());
  const objection: Omit<Objection, 'n'> = {
    id,
    pollId,
    requestId,
    kind,
    ...(input.candidateId === undefined ? {} : { candidateId: input.candidateId }),
    ...(isOfBallot ? { index: receipt.index } : { person: personOf(pollId, openid) }),
    isNumbered,
    text: input.text,
    pictures,
    ...(input.signed === undefined ? {} : { signed: signatory(input.signed) }),
    at: now,
    state: 'received',
    ...(dueAt === undefined ? {} : { dueAt }),
  };
  const places = isOfBallot
    ? [id]
    : Array.from({ length: mostPerPerson }, (_, k) => `${pollId}:${mac(JSON.stringify(['place', openid, k + 1]))}`);
  return enter(objection, places, isOfBallot ? undefined : now + forgettingPause);
}

/** Puts it into the first free of these places, under the next free number. */
async function enter(
  objection: Omit<Objection, 'n'>,
  places: readonly string[],
  forgetAt: number | undefined,
): Promise<Answered<{ id: string; number: string | undefined }, 'LIMIT_REACHED'>> {
  const { id, pollId, requestId, isNumbered } = objection;
  let n = (await highestNumber(pollId, isNumbered)) + 1;
  for (const place of places) {
    for (; n <= mostPerPoll;) {
      const made = { ...objection, n };
      if (await insertObjection(made, place, forgetAt)) {
        if (isNumbered) await callForPoll(pollId, made.at);
        return done({ id: keyOf(made), number: numberOf(made) });
      }
      const other = await findObjection(pollId, id);
      if (other !== null) return known(other, requestId);
      if (await isPlaceTaken(place)) break;
      // Somebody else was given the number.
      n = Math.max(n, await highestNumber(pollId, isNumbered)) + 1;
    }
    if (n > mostPerPoll) return limitReached('poll', mostPerPoll);
  }
  return limitReached('person', mostPerPerson);
}

/** What is there already: the very one, whose answer was lost, or another of the same ballot. */
function known(
  made: Objection,
  requestId: string,
): Answered<{ id: string; number: string | undefined }, 'LIMIT_REACHED'> {
  return made.requestId === requestId ? done({ id: keyOf(made), number: numberOf(made) }) : limitReached('ballot', 1);
}

async function overLimit(person: string): Promise<Refused<'LIMIT_REACHED'> | null> {
  return leftOf(await listOwnObjections(person)) > 0 ? null : limitReached('person', mostPerPerson);
}

async function strangeCandidate({ pollId, candidateId }: Submitted): Promise<Refused<'CANDIDATE_NOT_FOUND'> | null> {
  if (candidateId === undefined) return null;
  const isOne = (await listCandidates(pollId)).some(({ id }) => id === candidateId);
  return isOne ? null : refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'candidateId', candidateId });
}

/** What does not go with what it is about. */
function unfit({ kind, candidateId, receipt, pictures, signed }: Submitted): Refused<'INVALID_INPUT'> | null {
  const wrong = (field: string, expected: string): Refused<'INVALID_INPUT'> =>
    refuse('INVALID_INPUT', `${field}: ${expected}`, { field, expected });
  if (kind === 'candidate' && candidateId === undefined) return wrong('candidateId', 'which candidate it is about');
  if (kind !== 'candidate' && candidateId !== undefined) return wrong('candidateId', 'none: it is about no candidate');
  if (kind === 'ballot' && receipt === undefined) return wrong('receipt', 'the receipt of the voided ballot');
  if (kind !== 'ballot' && receipt !== undefined) return wrong('receipt', 'none: it is about no ballot');
  // A ballot and a name, or a file that storage knows who put up, in one document would undo its secrecy.
  if (kind === 'ballot' && signed !== undefined) return wrong('signed', 'none: a ballot is secret');
  if (kind === 'ballot' && pictures.length > 0) return wrong('pictures.0', 'none: a ballot is secret');
  return null;
}

function textsOf({ text, signed }: Submitted): { field: string; text: string }[] {
  return [
    { field: 'text', text },
    { field: 'signed.name', text: signed?.name ?? '' },
    { field: 'signed.contact', text: signed?.contact ?? '' },
    { field: 'signed.unit', text: signed?.unit ?? '' },
  ];
}

function signatory({ name, contact, unit }: NonNullable<Submitted['signed']>): NonNullable<Objection['signed']> {
  return { name, contact, ...(unit === undefined ? {} : { unit }) };
}

function limitReached(of: 'person' | 'poll' | 'ballot', most: number): Refused<'LIMIT_REACHED'> {
  const what = { person: 'objections', poll: 'objectionsOfPoll', ballot: 'objectionsOfBallot' }[of];
  return refuse('LIMIT_REACHED', `as many as one ${of} may have`, { what, most });
}
