import { done, refuse } from '../../contract/answered';
import { copiedContent } from '../../domain/editing/copied-content';
import type { Place } from '../../domain/editing/order';
import { findTemplate } from '../../domain/editing/templates';
import { attachmentType, isPictureType } from '../../universal/attachments';
import { builtInCalendar } from '../../universal/calendar-years';
import { derivedId } from '../../platform/ids';
import { contentOfPoll } from '../../store/editing/poll-content';
import { findTeamCandidates, insertCandidate, type TeamCandidate } from '../../store/editing/team-candidates';
import { findTeamPoll, insertPoll, type TeamPoll } from '../../store/editing/team-polls';
import { keepPollFiles } from '../../store/files/passing-files';
import { findMedia } from '../../store/media/media';
import { findStaff, insertStaff, type Staff } from '../../store/team/staff';
import { addToTrailOnce } from '../../store/team/trail';
import type { MediaStates } from '../media/check-media';
import { copyFiles, copyOf, type FileCopy } from '../media/copy-files';
import { showCandidateMedia, showPollMedia } from '../media/show-passed-media';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/types';
import { creationRefusal, draftOf, newOwner } from './create-poll';
import { filesOf, loadCandidates, statesOf, type PlacedCandidate } from './describe-candidate';
import { loadTeamPoll } from './edit-conflict';

/** So many documents are written at once. */
const atOnce = 20;

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
    await insertCandidates(id, candidates, copies, owner, now);
    // Before there is a poll: better a file too many than one that a poll misses.
    await keepPollFiles(id);
    await insertPoll(draftLike(source, id, candidates, copies, owner, now));
    await showPollMedia(id);
  } else await keepPollFiles(id);
  if (staff === null) await insertStaff(owner);
  const details = { template: source.template, copied: source.title };
  await addToTrailOnce(id, derivedId(10, id, 'create'), {
    ...{ at: known?.createdAt ?? now, who: personOf(owner), what: 'poll.create', subject: source.title, details },
  });
  if ((known ?? (await findTeamPoll(id))) === null) {
    return refuse('NOT_A_MEMBER', 'the poll was thrown away', { field: 'requestId' });
  }
  return done({ pollId: id, left: 0 });
}

/** A candidate that an act took out of the one poll is not put into the next by a copy. */
function hasNotLeft({ standing, withdrawn }: TeamCandidate): boolean {
  return standing?.state !== 'withdrawn' && withdrawn !== true;
}

const candidateIdOf = (pollId: string, { id }: TeamCandidate): string => derivedId(8, 'copy', pollId, id);

/** Every file that the copy shows or is to show; what WeChat refused stays behind. */
async function filesToCopy(
  source: TeamPoll,
  candidates: readonly PlacedCandidate[],
  pollId: string,
): Promise<FileCopy[]> {
  const { coverFile, attachmentFiles = [] } = source;
  const ofPoll = [...(coverFile === undefined ? [] : [coverFile]), ...attachmentFiles.map(({ file }) => file)];
  const [states, pollMedia] = await Promise.all([statesOf(candidates), findMedia(ofPoll)]);
  const folder = `polls/${pollId}/`;
  const cover: FileCopy[] =
    coverFile === undefined ? [] : [{ from: coverFile, to: copyOf(coverFile, folder), kind: 'picture', pollId }];
  const attachments = attachmentFiles.map(({ file }): FileCopy => {
    const type = attachmentType(file);
    const kind = type !== undefined && isPictureType(type) ? 'picture' : 'document';
    return { from: file, to: copyOf(file, `${folder}attachments/`), kind, pollId };
  });
  const ofCandidates = candidates.flatMap((candidate) =>
    filesOf(candidate).map((file): FileCopy => {
      const kind = file === candidate.videoFile ? 'video' : 'picture';
      return { from: file, to: copyOf(file, folder), kind, pollId, candidateId: candidateIdOf(pollId, candidate) };
    }),
  );
  const isRefused = ({ from }: FileCopy): boolean =>
    states.get(from) === 'refused' || pollMedia.get(from)?.state === 'refused';
  return [...cover, ...attachments, ...ofCandidates].filter((file) => !isRefused(file));
}

async function insertCandidates(
  pollId: string,
  candidates: readonly PlacedCandidate[],
  copies: ReadonlyMap<string, string>,
  owner: Staff,
  now: number,
): Promise<void> {
  const ids = candidates.map((candidate) => candidateIdOf(pollId, candidate));
  const there = new Set((await findTeamCandidates(pollId, ids)).map(({ id }) => id));
  const before = await mediaStates(copies);
  const all = candidates.map((candidate) => candidateLike(candidate, pollId, copies, before, owner, now));
  const missing = all.filter(({ id }) => !there.has(id));
  for (let from = 0; from < missing.length; from += atOnce) {
    await Promise.all(missing.slice(from, from + atOnce).map((candidate) => insertCandidate(pollId, candidate)));
  }
  // A verdict that came before its candidate was there found none to show it at.
  const after = await mediaStates(copies);
  const changed = all.filter((candidate) =>
    filesOf(candidate).some((file) => there.has(candidate.id) || before.get(file) !== after.get(file)),
  );
  for (const { id } of changed) await showCandidateMedia(pollId, id);
}

async function mediaStates(copies: ReadonlyMap<string, string>): Promise<MediaStates> {
  const media = await findMedia([...copies.values()]);
  return new Map([...media.values()].map(({ file, state }) => [file, state]));
}

function candidateLike(
  candidate: PlacedCandidate,
  pollId: string,
  copies: ReadonlyMap<string, string>,
  states: MediaStates,
  owner: Staff,
  now: number,
): TeamCandidate {
  const { name, group, unit, sentence, detail, facts, criteria, videoFile } = candidate;
  const gallery = candidate.gallery.flatMap((file) => copies.get(file) ?? []);
  const film = videoFile === undefined ? undefined : copies.get(videoFile);
  return {
    ...{ id: candidateIdOf(pollId, candidate), version: 1, name, unit, sentence, facts, criteria, gallery },
    pictures: gallery.filter((file) => states.get(file) === 'passed'),
    ...(group === undefined ? {} : { group }),
    ...(detail === undefined ? {} : { detail }),
    ...(film === undefined ? {} : { videoFile: film }),
    edited: signedBy(owner, now),
  };
}

function draftLike(
  source: TeamPoll,
  id: string,
  candidates: readonly PlacedCandidate[],
  copies: ReadonlyMap<string, string>,
  owner: Staff,
  now: number,
): TeamPoll {
  const template = findTemplate(source.template);
  const { coverFile, attachmentFiles = [] } = source;
  const cover = coverFile === undefined ? null : (copies.get(coverFile) ?? null);
  const attachments = attachmentFiles.flatMap((attachment) => {
    const file = copies.get(attachment.file);
    return file === undefined ? [] : [{ ...attachment, file }];
  });
  const content = copiedContent(contentOfPoll(source), template.kind, builtInCalendar, now);
  const order = candidates.map((candidate): Place => {
    return { id: candidateIdOf(id, candidate), number: candidate.number };
  });
  const draft = draftOf(id, template, owner, now, { ...content, cover, attachments });
  return { ...draft, order, candidateCount: order.length };
}
