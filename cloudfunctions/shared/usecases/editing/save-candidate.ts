import type { CandidateFields } from '../../contract/editing/candidates';
import { done, refuse, type Answered, type Refused } from '../../contract/answered';
import type { OrganiserOutput } from '../../contract/organiser';
import { changedCandidateFields, type CandidateContent, type ChangedField } from '../../domain/editing/changed-fields';
import { withoutUndefined, type WithoutUndefined } from '../../domain/editing/without-undefined';
import { changeableCandidateFields } from '../../domain/editing/poll-content';
import { derivedId, randomId } from '../../platform/ids';
import { insertChange, removeChange } from '../../store/poll/changes';
import {
  changeCandidate,
  findTeamCandidate,
  insertCandidate,
  type CandidateChange,
  type TeamCandidate,
} from '../../store/editing/team-candidates';
import { changePoll, withdrawRecord, type TeamPoll } from '../../store/editing/team-polls';
import { addToTrail, addToTrailOnce } from '../../store/team/trail';
import { checkMedia, type MediaStates, type UploadedFile } from '../media/check-media';
import { checkTexts, type WrittenText } from '../check-texts';
import { describeCandidate, statesOf } from './describe-candidate';
import { changeRefusal, conflict, frozen, loadTeamPoll } from './edit-conflict';
import { appendToOrder, tooMany, touchDraft } from './edit-order';
import { showCandidateMedia } from '../media/show-passed-media';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';
import { mostCandidates } from '../../domain/editing/order';

type Fields = WithoutUndefined<Partial<CandidateFields>>;

/** Adds a candidate at the end of a draft. Its id follows from who asks and the requestId, so a repeat finds it. */
export function addCandidate(input: Input<'candidate.add'>, member: Member, now: number): Answer<'candidate.add'> {
  const id = derivedId(8, 'candidate', member.openid, input.requestId);
  return makeCandidate(input.pollId, id, withoutUndefined(input.candidate), member, now);
}

/** The same under an id of the caller's choice. @param fields with a name */
export async function makeCandidate(
  pollId: string,
  id: string,
  fields: Fields & { name: string },
  member: Member,
  now: number,
): Answer<'candidate.add'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (!poll.order.some((place) => place.id === id)) {
    if (poll.status !== 'draft') return frozen('candidates');
    if (poll.order.length >= mostCandidates) return tooMany();
    const unknown = unknownGroup(poll, fields, 'candidate');
    const refused = unknown ?? (await checkTexts(textsOf(fields, 'candidate'), member.openid));
    if (refused) return refused;
    const checked = await checkFiles(poll.id, id, fields, 'candidate', member.openid, now);
    if (!checked.ok) return checked;
    const change = documentFields(fields, checked.states);
    const made = { ...emptyCandidate(id, fields.name), ...change, edited: signedBy(member, now) };
    await insertCandidate(poll.id, withoutNull(made));
  }
  const appended = await appendToOrder(poll.id, [{ id }], member, now);
  if (!appended.ok) return appended;
  await showCandidateMedia(poll.id, id);
  await addToTrailOnce(poll.id, derivedId(10, id, 'add'), {
    at: now,
    who: personOf(member),
    what: 'candidate.add',
    subject: fields.name,
  });
  const described = await describe(appended.poll, id);
  return described.ok ? done({ ...described.data, listVersion: appended.poll.listVersion }) : described;
}

/** Saves some fields of a candidate, if it still has the version that the caller read. */
export async function saveCandidate(
  input: Input<'candidate.save'>,
  member: Member,
  now: number,
): Answer<'candidate.save'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const isCandidate = poll.order.some(({ id }) => id === input.candidateId);
  const candidate = isCandidate ? await findTeamCandidate(poll.id, input.candidateId) : null;
  if (candidate === null) return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'candidateId' });
  if (candidate.version !== input.version) return conflict(candidate.version, candidate.edited);

  const fields: Fields = withoutUndefined(input.change);
  const names = Object.keys(fields);
  if (names.length === 0) return describe(poll, candidate.id);
  const texts = [...textsOf(fields, 'change'), { field: 'reason', text: input.reason ?? '' }];
  const refused =
    changeRefusal(poll, names, input.reason, changeableCandidateFields) ??
    unknownGroup(poll, fields, 'change') ??
    (await checkTexts(texts, member.openid));
  if (refused) return refused;
  const checked = await checkFiles(poll.id, candidate.id, fields, 'change', member.openid, now);
  if (!checked.ok) return checked;

  if (poll.status === 'draft' && !(await touchDraft(poll.id))) return frozen(`change.${names[0] ?? ''}`);
  const changed = poll.status === 'draft' ? [] : changedCandidateFields(contentOf(candidate), fields);
  if (poll.status !== 'draft' && changed.length === 0) return describe(poll, candidate.id);
  const recorded = poll.status === 'draft' ? undefined : await recordChange(poll.id, candidate.id, changed, input, now);
  const change = { ...documentFields(fields, checked.states), edited: signedBy(member, now) };
  if (!(await changeCandidate(poll.id, candidate.id, candidate.version, change))) {
    if (recorded !== undefined) await takeBack(poll.id, recorded);
    const latest = await findTeamCandidate(poll.id, candidate.id);
    if (latest === null) return refuse('CANDIDATE_NOT_FOUND', 'it was removed', { field: 'candidateId' });
    return conflict(latest.version, latest.edited);
  }
  await tellTrail(poll, candidate, names, input.reason, member, now);
  if (fields.pictures || fields.video) await showCandidateMedia(poll.id, candidate.id);
  return describe(poll, candidate.id);
}

/**
 * Enters a change into the public record before it is made: if the rest is cut short the public reads of a change that was not
 * made, and its author, who was told so, makes it again. The other way round it would never learn of one that was.
 * @returns the entry's id
 */
async function recordChange(
  pollId: string,
  candidateId: string,
  changed: readonly ChangedField[],
  { reason = '' }: Input<'candidate.save'>,
  now: number,
): Promise<string> {
  const id = randomId(12);
  await insertChange(pollId, id, changed);
  // Each criterion has a line of its own; the entry names the field.
  const names = changed.map(({ field }) => field.split('.').slice(0, 2).join('.'));
  const record = { id, at: now, what: [...new Set(names)].join(','), candidateId, reason };
  await changePoll(pollId, {}, {}, ['touched'], record);
  return id;
}

async function takeBack(pollId: string, id: string): Promise<void> {
  await withdrawRecord(pollId, id);
  await removeChange(pollId, id);
}

/** What of a candidate is told before and after a change. */
function contentOf({
  unit,
  sentence,
  detail = '',
  facts,
  criteria,
  gallery,
  videoFile,
}: TeamCandidate): CandidateContent {
  return { unit, sentence, detail, facts, criteria, pictures: gallery, video: videoFile ?? null };
}

async function tellTrail(
  poll: TeamPoll,
  { id, name }: TeamCandidate,
  fields: string[],
  reason: string | undefined,
  member: Member,
  now: number,
): Promise<void> {
  const details = { candidateId: id, fields };
  const entry = { at: now, who: personOf(member), what: 'candidate.save' as const, subject: name, details };
  if (poll.status === 'draft') {
    await addToTrailOnce(poll.id, derivedId(10, member.memberId, id, ...fields), entry);
    return;
  }
  await addToTrail(poll.id, { ...entry, reason: reason ?? '' });
}

function unknownGroup({ rules }: TeamPoll, { group }: Fields, prefix: string): Refused<'INVALID_INPUT'> | null {
  if (group === undefined || group === null || rules.groups?.some(({ id }) => id === group)) return null;
  const expected = 'a group of the poll’s rules, or null';
  return refuse('INVALID_INPUT', `${prefix}.group: ${expected}`, { field: `${prefix}.group`, expected });
}

/** Every text of a candidate that others will see. @param prefix the input's field it came in */
export function textsOf(fields: Fields, prefix: string): WrittenText[] {
  const { name = '', unit = '', sentence = '', detail = '', facts = [], criteria = [] } = fields;
  const plain = Object.entries({ name, unit, sentence, detail }).map(([field, text]) => ({
    field: `${prefix}.${field}`,
    text,
  }));
  const figures = facts.map(({ figure, unit: of, label }, index) => ({
    field: `${prefix}.facts.${index}`,
    text: `${figure}${of} ${label}`,
  }));
  const texts = criteria.map(({ text }, index) => ({ field: `${prefix}.criteria.${index}.text`, text }));
  return [...plain, ...figures, ...texts];
}

function checkFiles(
  pollId: string,
  candidateId: string,
  { pictures = [], video }: Fields,
  prefix: string,
  openid: string,
  now: number,
): ReturnType<typeof checkMedia> {
  const files: UploadedFile[] = [
    ...pictures.map((file, index) => ({ field: `${prefix}.pictures.${index}`, file, kind: 'picture' as const })),
    ...(video ? [{ field: `${prefix}.video`, file: video, kind: 'video' as const }] : []),
  ];
  // What was nominated with pictures keeps them.
  return checkMedia(files, [`polls/${pollId}/`, `nominations/${pollId}/`], { pollId, candidateId }, openid, now);
}

/** What was written, as the document keeps it: what is not passed is chosen, and not shown. */
function documentFields({ pictures, video, ...plain }: Fields, states: MediaStates): CandidateChange {
  const isPassed = (file: string): boolean => states.get(file) === 'passed';
  return {
    ...plain,
    ...(pictures === undefined ? {} : { gallery: pictures, pictures: pictures.filter(isPassed) }),
    ...(video === undefined ? {} : { videoFile: video, video: video !== null && isPassed(video) ? video : null }),
  };
}

function emptyCandidate(id: string, name: string): Omit<TeamCandidate, 'edited'> {
  return { id, version: 1, name, unit: '', sentence: '', facts: [], criteria: [], gallery: [], pictures: [] };
}

/** A new document leaves out what an old one would have taken away. */
function withoutNull(candidate: object): TeamCandidate {
  // Only optional fields can be null.
  return Object.fromEntries(
    Object.entries(candidate).filter(([, value]) => value !== null),
  ) as unknown as TeamCandidate;
}

async function describe(
  poll: TeamPoll,
  id: string,
): Promise<Answered<OrganiserOutput<'candidate.save'>, 'CANDIDATE_NOT_FOUND'>> {
  const place = poll.order.find((each) => each.id === id);
  const candidate = await findTeamCandidate(poll.id, id);
  if (candidate === null || place === undefined) {
    return refuse('CANDIDATE_NOT_FOUND', 'it was removed', { field: 'candidateId' });
  }
  return done({ candidate: describeCandidate({ ...candidate, number: place.number }, await statesOf([candidate])) });
}
