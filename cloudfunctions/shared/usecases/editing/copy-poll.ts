import { done, refuse } from '../../contract/answered';
import { copiedContent } from '../../domain/editing/copied-content';
import type { Place } from '../../domain/editing/order';
import { findTemplate } from '../../domain/editing/templates';
import { attachmentType, isPictureType } from '../../universal/attachments';
import { derivedId } from '../../platform/ids';
import { contentOfPoll } from '../../store/editing/poll-content';
import { findTeamPoll, insertPoll, type TeamPoll } from '../../store/editing/team-polls';
import { keepPollFiles } from '../../store/files/passing-files';
import { findMedia } from '../../store/media/media';
import { findStaff, insertStaff, type Staff } from '../../store/team/staff';
import { addToTrailOnce } from '../../store/team/trail';
import { copyFiles, copyOf, type FileCopy } from './copy-files';
import { showPollMedia } from '../media/show-passed-media';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';
import { creationRefusal, draftOf, newOwner } from './create-poll';
import { copiedId, filesOfCandidates, hasNotLeft, insertCopies, type CopyRun } from './copied-candidates';
import { loadCandidates, type PlacedCandidate } from './describe-candidate';
import { workCalendar } from '../poll/work-calendar';
import { loadTeamPoll } from './edit-conflict';

/**
 * Makes a draft of a poll. All ids follow from who asks, the poll and the requestId, so that a repeat goes on where the first was cut
 * short; the poll itself is written last, and until then nothing of it is anybody's.
 */
export async function copyPoll(
  { pollId, requestId }: Input<'poll.copy'>,
  member: Member,
  now: number,
): Answer<'poll.copy'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const source = loaded.poll;
  const id = derivedId(10, 'copy', member.openid, pollId, requestId);
  const [known, staff] = await Promise.all([findTeamPoll(id), findStaff(id, member.openid)]);
  const owner = staff ?? newOwner(id, member.openid, member.name, now);
  if (known === null) {
    const forbidden = await creationRefusal(member.openid, now);
    if (forbidden) return forbidden;
    const candidates = (await loadCandidates(source)).filter(hasNotLeft);
    const files = await filesToCopy(source, candidates, id);
    const copied = await copyFiles(files, member.openid, now);
    if (!copied.ok) return copied;
    if (copied.left > 0) return done({ pollId: id, left: copied.left });
    const copies = new Map(files.filter(({ to }) => !copied.gone.has(to)).map(({ from, to }) => [from, to]));
    await insertCopies(candidates, copies, runOf(id), (copied) => ({ ...copied, edited: signedBy(owner, now) }));
    // Before there is a poll: better a file too many than one that a poll misses.
    await keepPollFiles(id);
    await insertPoll(await draftLike(source, id, candidates, copies, owner, now));
    await showPollMedia(id);
  } else await keepPollFiles(id);
  if (staff === null) await insertStaff(owner);
  const details = { template: source.template, copied: source.title };
  await addToTrailOnce(id, derivedId(10, id, 'create'), {
    at: known?.createdAt ?? now,
    who: personOf(owner),
    what: 'poll.create',
    subject: source.title,
    details,
  });
  if ((known ?? (await findTeamPoll(id))) === null) {
    return refuse('NOT_A_MEMBER', 'the poll was thrown away', { field: 'requestId' });
  }
  return done({ pollId: id, left: 0 });
}

/** A poll's copy is one run: all that is in it is of the same request. */
const runOf = (pollId: string): CopyRun => ({ pollId, key: pollId });

/** Every file that the copy shows or is to show; what WeChat refused stays behind. */
async function filesToCopy(
  source: TeamPoll,
  candidates: readonly PlacedCandidate[],
  pollId: string,
): Promise<FileCopy[]> {
  const { coverFile, attachmentFiles = [] } = source;
  const ofPoll = [...(coverFile === undefined ? [] : [coverFile]), ...attachmentFiles.map(({ file }) => file)];
  const [ofCandidates, media] = await Promise.all([filesOfCandidates(candidates, runOf(pollId)), findMedia(ofPoll)]);
  const folder = `polls/${pollId}/`;
  const cover: FileCopy[] =
    coverFile === undefined
      ? []
      : [{ from: coverFile, to: copyOf(coverFile, folder, pollId), kind: 'picture', pollId }];
  const attachments = attachmentFiles.map(({ file }): FileCopy => {
    const type = attachmentType(file);
    const kind = type !== undefined && isPictureType(type) ? 'picture' : 'document';
    return { from: file, to: copyOf(file, `${folder}attachments/`, pollId), kind, pollId };
  });
  const isRefused = ({ from }: FileCopy): boolean => media.get(from)?.state === 'refused';
  return [...[...cover, ...attachments].filter((file) => !isRefused(file)), ...ofCandidates];
}

async function draftLike(
  source: TeamPoll,
  id: string,
  candidates: readonly PlacedCandidate[],
  copies: ReadonlyMap<string, string>,
  owner: Staff,
  now: number,
): Promise<TeamPoll> {
  const template = findTemplate(source.template);
  const { coverFile, attachmentFiles = [] } = source;
  const cover = coverFile === undefined ? null : (copies.get(coverFile) ?? null);
  const attachments = attachmentFiles.flatMap((attachment) => {
    const file = copies.get(attachment.file);
    return file === undefined ? [] : [{ ...attachment, file }];
  });
  const content = copiedContent(contentOfPoll(source), template.kind, await workCalendar(), now);
  const order = candidates.map((candidate): Place => {
    return { id: copiedId(runOf(id), candidate), number: candidate.number };
  });
  const draft = draftOf(id, template, owner, now, { ...content, cover, attachments });
  return { ...draft, order, candidateCount: order.length };
}
