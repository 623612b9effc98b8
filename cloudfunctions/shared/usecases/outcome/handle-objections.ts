import { done, refuse, type Answered, type Refused } from '../../contract/answered';
import { dueAfter, keyOf, numberOf, type Objection } from '../../domain/outcome/objection';
import { mayCall, type Role } from '../../domain/team/access';
import { temporaryUrls } from '../../platform/file-links';
import { findMedia } from '../../store/media/media';
import {
  countOpenObjections,
  findObjection,
  listObjections,
  moveObjection,
  type ObjectionCursor,
} from '../../store/outcome/objections';
import { listCandidates } from '../../store/poll/candidates';
import { addToTrail } from '../../store/team/trail';
import { checkTexts, type ContentRefusal } from '../check-texts';
import { workCalendar } from '../poll/work-calendar';
import { callForPoll } from '../scheduling/call-scheduler';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';
import { decided, describeProgress } from './describe-objection';

const pageSize = 20;

/** The team's list, newest first. Who signed, and the pictures, are for those who may take it up. */
export async function listTeamObjections(input: Input<'objection.list'>, member: Member): Answer<'objection.list'> {
  const { pollId, isOpen } = input;
  const after = input.cursor === undefined ? undefined : readCursor(pollId, input.cursor);
  if (after === null) {
    const expected = '`next` of the page before';
    return refuse('INVALID_INPUT', `cursor: ${expected}`, { field: 'cursor', expected });
  }
  const [found, open, candidates] = await Promise.all([
    listObjections(pollId, pageSize + 1, { isOpen, after }),
    countOpenObjections(pollId),
    listCandidates(pollId),
  ]);
  const page = found.slice(0, pageSize);
  const isHandling = handles(member.role);
  const pictures = await picturesOf(isHandling ? page.flatMap((each) => each.pictures) : []);
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  const objections = page.map((each) => ({
    ...describeProgress(each),
    hearing: each.hearing && (isHandling ? each.hearing : { at: each.hearing.at, place: each.hearing.place }),
    candidateName: names.get(each.candidateId ?? ''),
    index: each.index,
    isSigned: each.signed !== undefined,
    signed: isHandling ? each.signed : undefined,
    pictureCount: each.pictures.length,
    pictures: isHandling ? each.pictures.map(pictures) : [],
    decided: decidedBy(each),
  }));
  const last = page.at(-1);
  const next = found.length > pageSize && last ? `${last.at}:${keyOf(last)}` : undefined;
  return done({ objections, open, next });
}

/** Takes one up or does not, with a reason that everybody reads. */
export async function acceptObjection(
  { pollId, objectionId, isAccepted, reason }: Input<'objection.accept'>,
  member: Member,
  now: number,
): Answer<'objection.accept'> {
  const loaded = await load(pollId, objectionId, [{ field: 'reason', text: reason }], member);
  if (!loaded.ok) return loaded;
  const objection = loaded.data;
  if (objection.state !== 'received') return decided(objection);
  const state = isAccepted ? ('accepted' as const) : ('declined' as const);
  const dueAt = dueAfter(state, objection.isNumbered, now, await workCalendar());
  const accepted = { ...signedBy(member, now), reason };
  if (!(await moveObjection(objection, { state, dueAt, accepted }, now))) return decidedByNow(objection);
  await tell(objection, isAccepted ? 'objection.accept' : 'objection.decline', member, now, reason);
  return done({ state, dueAt });
}

/** Notes a hearing, ahead of it or behind it. What was said before stands until it is said anew. */
export async function hearObjection(
  { pollId, objectionId, at, place, minutes }: Input<'objection.hear'>,
  member: Member,
  now: number,
): Answer<'objection.hear'> {
  const texts = [
    { field: 'place', text: place },
    { field: 'minutes', text: minutes ?? '' },
  ];
  const loaded = await load(pollId, objectionId, texts, member);
  if (!loaded.ok) return loaded;
  const objection = loaded.data;
  if (objection.state !== 'accepted' && objection.state !== 'heard') return decided(objection);
  const hearing = { at, place, ...(minutes === undefined ? {} : { minutes }) };
  const step = { state: 'heard' as const, dueAt: objection.dueAt, hearing };
  if (!(await moveObjection(objection, step, now))) return decidedByNow(objection);
  await tell(objection, 'objection.hear', member, now);
  return done({});
}

/** Those who may take one up may know who wrote it. */
function handles(role: Role): boolean {
  return mayCall(role, 'objection.accept');
}

/** `at:key` of the last one of the page before; null for anything else. */
function readCursor(pollId: string, cursor: string): ObjectionCursor | null {
  const [, at, key] = /^(\d{13}):(.+)$/.exec(cursor) ?? [];
  return at === undefined || key === undefined ? null : { at: Number(at), id: `${pollId}:${key}` };
}

/** What WeChat has not passed is shown to nobody; what it leaves to people, to those who handle it. */
async function picturesOf(
  files: readonly string[],
): Promise<(file: string) => { url?: string; state: 'pending' | 'review' | 'passed' | 'refused' }> {
  const media = await findMedia(files);
  const shown = files.filter((file) => ['passed', 'review'].includes(media.get(file)?.state ?? ''));
  const urls = await temporaryUrls(shown);
  return (file) => {
    const url = urls.get(file);
    return { state: media.get(file)?.state ?? 'pending', ...(url === undefined ? {} : { url }) };
  };
}

function decidedBy({ accepted }: Objection): Omit<NonNullable<Objection['accepted']>, 'reason'> | undefined {
  if (accepted === undefined) return undefined;
  const { memberId, name, role, at } = accepted;
  return { memberId, name, role, at };
}

async function load(
  pollId: string,
  key: string,
  texts: { field: string; text: string }[],
  { openid }: Member,
): Promise<Answered<Objection, 'OBJECTION_NOT_FOUND' | ContentRefusal>> {
  const objection = await findObjection(pollId, `${pollId}:${key}`);
  if (objection === null) return refuse('OBJECTION_NOT_FOUND', 'no such objection', { field: 'objectionId' });
  const refused = await checkTexts(texts, openid);
  return refused ?? done(objection);
}

async function decidedByNow({ pollId, id }: Objection): Promise<Refused<'OBJECTION_DECIDED'>> {
  const latest = await findObjection(pollId, id);
  if (latest === null) throw new Error(`the objection ${id} was there a moment ago`);
  return decided(latest);
}

async function tell(
  objection: Objection,
  what: 'objection.accept' | 'objection.decline' | 'objection.hear',
  member: Member,
  now: number,
  reason?: string,
): Promise<void> {
  const { pollId } = objection;
  const subject = numberOf(objection);
  if (subject !== undefined) await callForPoll(pollId, now);
  await addToTrail(pollId, {
    at: now,
    who: personOf(member),
    what,
    details: { objectionId: keyOf(objection) },
    ...(subject === undefined ? {} : { subject }),
    ...(reason === undefined ? {} : { reason }),
  });
}
