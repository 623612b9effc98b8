import { derivedId } from '../../platform/ids';
import { findTeamCandidates, insertCandidate, type TeamCandidate } from '../../store/editing/team-candidates';
import { findMedia } from '../../store/media/media';
import type { MediaStates } from '../media/check-media';
import { copyOf, type FileCopy } from './copy-files';
import { showCandidateMedia } from '../media/show-passed-media';
import { filesOf, statesOf } from './describe-candidate';

/** One wish to copy: which poll the copies are put into, and what their ids follow from. */
export interface CopyRun {
  pollId: string;
  key: string;
}

/** So many documents are written at once. */
const atOnce = 20;

/** A candidate that an act took out of the one poll is not put into the next by a copy. */
export function hasNotLeft({ standing, withdrawn }: TeamCandidate): boolean {
  return standing?.state !== 'withdrawn' && withdrawn !== true;
}

/** The copy's id: the same in the same run, so that a repeat finds it. */
export function copiedId({ key }: CopyRun, { id }: Pick<TeamCandidate, 'id'>): string {
  return derivedId(8, 'copy', key, id);
}

/** Their pictures and films; what WeChat refused stays behind. */
export async function filesOfCandidates(candidates: readonly TeamCandidate[], run: CopyRun): Promise<FileCopy[]> {
  const states = await statesOf(candidates);
  const { pollId, key } = run;
  return candidates.flatMap((candidate) =>
    filesOf(candidate)
      .filter((file) => states.get(file) !== 'refused')
      .map((file): FileCopy => {
        const kind = file === candidate.videoFile ? 'video' : 'picture';
        const to = copyOf(file, `polls/${pollId}/`, key);
        return { from: file, to, kind, pollId, candidateId: copiedId(run, candidate) };
      }),
  );
}

/** What of a candidate is copied: what was written of it, and nothing that happened to it. */
export type Copied = Omit<TeamCandidate, 'edited' | 'standing' | 'withdrawn'>;

/**
 * Inserts the copies that are not there yet; they are nobody's until they stand in their poll's order.
 * @param copies the files of a candidate by those they are of; one that is not in it stays behind
 * @param finish makes it a candidate of its poll
 */
export async function insertCopies(
  candidates: readonly TeamCandidate[],
  copies: ReadonlyMap<string, string>,
  run: CopyRun,
  finish: (copied: Copied) => TeamCandidate,
): Promise<void> {
  const { pollId } = run;
  const before = await mediaStates(copies);
  const all = candidates.map((candidate) => finish(copied(candidate, copies, run, before)));
  const found = await findTeamCandidates(
    pollId,
    all.map(({ id }) => id),
  );
  const there = new Set(found.map(({ id }) => id));
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

function copied(
  candidate: TeamCandidate,
  copies: ReadonlyMap<string, string>,
  run: CopyRun,
  states: MediaStates,
): Copied {
  const { name, group, unit, sentence, detail, facts, criteria, videoFile } = candidate;
  const gallery = candidate.gallery.flatMap((file) => copies.get(file) ?? []);
  const film = videoFile === undefined ? undefined : copies.get(videoFile);
  return {
    id: copiedId(run, candidate),
    version: 1,
    name,
    unit,
    sentence,
    facts,
    criteria,
    gallery,
    pictures: gallery.filter((file) => states.get(file) === 'passed'),
    ...(group === undefined ? {} : { group }),
    ...(detail === undefined ? {} : { detail }),
    ...(film === undefined ? {} : { videoFile: film }),
  };
}
