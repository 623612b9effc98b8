import { stateAfter, type MediaVerdict } from '../../domain/media/media-state';
import {
  findMedia,
  findMediumByTrace,
  findVerdict,
  keepVerdict,
  moveMedium,
  type Medium,
} from '../../store/media/media';
import { findTeamCandidate, showPassed } from '../../store/editing/team-candidates';
import { changePoll, findTeamPoll } from '../../store/editing/team-polls';
import { DatabaseFault } from '../../store/fault';

/** Somebody edits the same thing at the same time at most this often in a row. */
const attempts = 5;

/**
 * Takes in a verdict of WeChat's. It may come before the request that it answers has been noted: it is kept first, and whoever
 * notes a request looks for it afterwards. A repeat changes nothing.
 */
export async function receiveVerdict(trace: string, verdict: MediaVerdict, now: number): Promise<void> {
  await keepVerdict(trace, verdict, now);
  const medium = await findMediumByTrace(trace);
  if (medium !== null) await applyVerdict(medium, trace);
}

/** Applies the verdict that is kept for a request, if it has come. */
export async function applyVerdict(medium: Medium, trace: string): Promise<void> {
  const verdict = await findVerdict(trace);
  if (verdict === null) return;
  if (await moveMedium(medium.file, ['pending'], stateAfter(verdict))) await showMedium(medium);
}

/** Brings what the public sees in line with what is passed, wherever this file belongs. */
export async function showMedium({ pollId, candidateId, nominationId, objectionId }: Medium): Promise<void> {
  if (objectionId !== undefined) return;
  if (candidateId !== undefined) await showCandidateMedia(pollId, candidateId);
  else if (nominationId === undefined) await showPollMedia(pollId);
}

/** Shows those of a candidate's pictures that are passed, in its order, and its video if it is. */
export async function showCandidateMedia(pollId: string, candidateId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const candidate = await findTeamCandidate(pollId, candidateId);
    if (candidate === null) return;
    const { gallery, videoFile } = candidate;
    const media = await findMedia(videoFile === undefined ? gallery : [...gallery, videoFile]);
    const isPassed = (file: string): boolean => media.get(file)?.state === 'passed';
    const video = videoFile !== undefined && isPassed(videoFile) ? videoFile : null;
    const pictures = gallery.filter(isPassed);
    // An update that changes nothing counts as none, so it is left out.
    if (isSame(candidate.pictures, pictures) && candidate.video === (video ?? undefined)) return;
    if (await showPassed(pollId, candidate, { pictures, video })) return;
  }
  throw new DatabaseFault(`candidate ${candidateId} changes faster than it can be shown`);
}

/** Shows a poll's cover once it is passed, and those of its attachments that are. */
export async function showPollMedia(pollId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const poll = await findTeamPoll(pollId);
    if (poll === null) return;
    const { coverFile, attachmentFiles = [], version } = poll;
    const media = await findMedia([...(coverFile === undefined ? [] : [coverFile]), ...attachmentFiles.map(fileOf)]);
    const isPassed = (file: string): boolean => media.get(file)?.state === 'passed';
    const cover = coverFile !== undefined && isPassed(coverFile) ? coverFile : undefined;
    const attachments = attachmentFiles.filter(({ file }) => isPassed(file));
    const isShown = isSame((poll.attachments ?? []).map(fileOf), attachments.map(fileOf));
    if (poll.cover === cover && isShown) return;
    const change = { cover: cover ?? null, attachments: attachments.length === 0 ? null : attachments };
    if (await changePoll(pollId, { version }, change, [])) return;
  }
  throw new DatabaseFault(`the files of ${pollId} change faster than they can be shown`);
}

const fileOf = ({ file }: { file: string }): string => file;

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
