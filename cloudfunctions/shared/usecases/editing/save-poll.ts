import { done, refuse, type Refused } from '../../contract/answered';
import { withoutUndefined } from '../../domain/editing/without-undefined';
import { changedPollFields, differingFields } from '../../domain/editing/changed-fields';
import { changeableFields, pollTextNames, type PollContent } from '../../universal/poll-fields';
import { derivedId, randomId } from '../../platform/ids';
import { insertChange, removeChange } from '../../store/poll/changes';
import { contentOfPoll, documentFields } from '../../store/editing/poll-content';
import { changePoll, findTeamPoll, type PollChange, type TeamPoll } from '../../store/editing/team-polls';
import { addToTrail, addToTrailOnce } from '../../store/team/trail';
import { checkMedia, type MediaRefusal } from '../media/check-media';
import { checkTexts, type WrittenText } from '../check-texts';
import { changeRefusal, conflict, loadTeamPoll, pollConflict } from './edit-conflict';
import { showPollMedia } from '../media/show-passed-media';
import { checkAttachments, sweepRemoved } from './attachments';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';

/** So many of the latest changes are remembered, to tell who was overtaken what has changed. */
const mostRecent = 20;

/** Saves some fields of a poll, if it still has the version that the caller read. */
export async function savePoll(input: Input<'poll.save'>, member: Member, now: number): Answer<'poll.save'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.version !== input.version) return pollConflict(poll, input.version);

  const content = contentOfPoll(poll);
  const change = differingFields(content, withoutUndefined(input.change));
  const fields = Object.keys(change);
  if (fields.length === 0) return done({ version: poll.version, edited: { at: poll.edited.at } });
  const refused =
    changeRefusal(poll, fields, input.reason, changeableFields) ??
    (await checkTexts(textsOf(change, input.reason), member.openid));
  if (refused) return refused;
  const shown = await checkFiles(poll, change, member.openid, now);
  if (!shown.ok) return shown;

  const edited = signedBy(member, now);
  const recent = [...poll.recent, { version: poll.version + 1, fields }].slice(-mostRecent);
  const data = { ...documentFields(change), ...shown.change, edited, recent };
  const { version, status } = poll;
  const reason = input.reason ?? '';
  const record = status === 'draft' ? undefined : { id: randomId(12), at: now, what: fields.join(','), reason };
  if (record) await insertChange(poll.id, record.id, changedPollFields(content, change));
  if (!(await changePoll(poll.id, { version, status }, data, ['version', 'touched'], record))) {
    if (record) await removeChange(poll.id, record.id);
    return overtaken(poll.id, version);
  }
  // A verdict that came while this was saved has found the old files: look again.
  if (change.cover || change.attachments) await showPollMedia(poll.id);
  if (change.attachments) await sweepRemoved(poll.id, content.attachments, change.attachments, now);
  const entry = { at: now, who: personOf(member), what: 'poll.save' as const, details: { fields } };
  if (status === 'draft') await addToTrailOnce(poll.id, derivedId(10, member.memberId, ...fields), entry);
  else await addToTrail(poll.id, { ...entry, reason });
  return done({ version: version + 1, edited: { at: now } });
}

/** Every text of a change that others will see. */
export function textsOf(change: Partial<PollContent>, reason?: string): WrittenText[] {
  const plain = pollTextNames.map((field) => ({ field: `change.${field}`, text: change[field] ?? '' }));
  const groups = (change.rules?.groups ?? []).map(({ name }, index) => ({
    field: `change.rules.groups.${index}.name`,
    text: name,
  }));
  const voids = (change.voidReasons ?? []).map((text, index) => ({ field: `change.voidReasons.${index}`, text }));
  const draws = (change.result?.ties ?? []).map((tie, index) => ({
    field: `change.result.ties.${index}.draw`,
    text: tie.by === 'lot' ? tie.draw : '',
  }));
  const judged = (change.result?.jury?.criteria ?? []).map(({ name }, index) => ({
    field: `change.result.jury.criteria.${index}.name`,
    text: name,
  }));
  const guide = { field: 'change.nomination.guide', text: change.nomination?.guide ?? '' };
  const names = (change.attachments ?? []).map(({ name }, index) => ({
    field: `change.attachments.${index}.name`,
    text: name,
  }));
  return [...plain, ...names, ...groups, ...voids, ...draws, ...judged, guide, { field: 'reason', text: reason ?? '' }];
}

/** New files are shown once they are passed, and the old ones from now on no more. */
async function checkFiles(
  { id, attachmentFiles = [] }: TeamPoll,
  { cover, attachments }: Partial<PollContent>,
  openid: string,
  now: number,
): Promise<{ ok: true; change: PollChange } | Refused<MediaRefusal | 'INVALID_INPUT'>> {
  const change: PollChange = {};
  if (cover === null) change.cover = null;
  else if (cover !== undefined) {
    const file = { field: 'change.cover', file: cover, kind: 'picture' as const };
    const checked = await checkMedia([file], [`polls/${id}/`], { pollId: id }, openid, now);
    if (!checked.ok) return checked;
    change.cover = checked.states.get(cover) === 'passed' ? cover : null;
  }
  if (attachments !== undefined) {
    const checked = await checkAttachments(id, attachmentFiles, attachments, openid, now);
    if (!checked.ok) return checked;
    const passed = attachments.filter(({ file }) => checked.states.get(file) === 'passed');
    change.attachments = passed.length === 0 ? null : passed;
  }
  return { ok: true, change };
}

async function overtaken(pollId: string, known: number): Promise<Refused<'NOT_A_MEMBER' | 'EDIT_CONFLICT'>> {
  const poll = await findTeamPoll(pollId);
  if (poll === null) return refuse('NOT_A_MEMBER', 'the poll is gone', { field: 'pollId' });
  return poll.version === known ? conflict(poll.version, poll.edited) : pollConflict(poll, known);
}
