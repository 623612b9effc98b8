import { refuse, type Refused } from '../../contract/answered';
import type { MediaState } from '../../domain/media/media-state';
import { ContentCheckFault, startPictureCheck } from '../../platform/content-check';
import { pathOf, temporaryUrls } from '../../platform/file-links';
import { findMedia, insertMedium, noteTrace, type Medium } from '../../store/media/media';
import { applyVerdict } from './show-passed-media';

/** A file that somebody uploaded, and the path of the input's field that names it. */
export interface UploadedFile {
  field: string;
  file: string;
  kind: Medium['kind'];
}

/** WeChat promises a verdict within half an hour; a request that was never answered is made again sooner. */
const verdictPatience = 35 * 60 * 1000;
const requestPatience = 60 * 1000;

/** Why files are not taken. */
export type MediaRefusal = 'FILE_NOT_FOUND' | 'CONTENT_CHECK_UNAVAILABLE';

export type MediaStates = ReadonlyMap<string, MediaState>;

/**
 * Has WeChat look at files that are new, and finds out where all of them stand. Pictures wait for WeChat's verdict; videos and
 * documents, which WeChat does not look at, for a reviewer of the team.
 * @param folders where they may lie, e.g. "polls/abc/"; a file elsewhere may be another poll's
 * @param owner whose they become; a poll's cover belongs to none
 */
export async function checkMedia(
  files: readonly UploadedFile[],
  folders: readonly string[],
  owner: Pick<Medium, 'pollId' | 'candidateId' | 'nominationId' | 'objectionId'>,
  openid: string,
  now: number,
): Promise<{ ok: true; states: MediaStates } | Refused<MediaRefusal>> {
  const stranger = files.find(({ file }) => !liesIn(file, folders));
  if (stranger) return notFound(stranger);
  const known = await findMedia(files.map(({ file }) => file));
  const foreign = files.find(({ file }) => (known.get(file)?.pollId ?? owner.pollId) !== owner.pollId);
  if (foreign) return notFound(foreign);

  const fresh = files.filter(({ file }) => !known.has(file));
  const urls = await temporaryUrls(fresh.map(({ file }) => file));
  const missing = fresh.find(({ file }) => !urls.has(file));
  if (missing) return notFound(missing);

  for (const { file, kind } of fresh) {
    const medium: Medium = { ...owner, file, kind, state: kind === 'picture' ? 'pending' : 'review', at: now };
    await insertMedium(medium);
    known.set(file, medium);
  }
  const refused = await requestVerdicts([...known.values()], openid, now);
  if (refused) return refused;
  const latest = await findMedia(files.map(({ file }) => file));
  return { ok: true, states: new Map([...latest.values()].map(({ file, state }) => [file, state])) };
}

/** Asks WeChat about pictures that nobody has asked about, or whose verdict is overdue. */
export async function requestVerdicts(
  media: readonly Medium[],
  openid: string,
  now: number,
): Promise<Refused<'CONTENT_CHECK_UNAVAILABLE'> | null> {
  const waiting = media.filter((medium) => isToBeAsked(medium, now));
  const urls = await temporaryUrls(waiting.map(({ file }) => file));
  try {
    await Promise.all(
      waiting.map(async (medium) => {
        const url = urls.get(medium.file);
        if (url === undefined) return;
        const trace = await startPictureCheck(url, openid);
        await noteTrace(medium.file, trace, now);
        await applyVerdict(medium, trace);
      }),
    );
    return null;
  } catch (fault) {
    if (!(fault instanceof ContentCheckFault)) throw fault;
    return refuse('CONTENT_CHECK_UNAVAILABLE', 'WeChat’s picture check did not answer: nothing was saved');
  }
}

function isToBeAsked({ kind, state, at, trace, askedAt }: Medium, now: number): boolean {
  if (kind !== 'picture' || state !== 'pending') return false;
  if (trace === undefined) return at === now || now - at > requestPatience;
  return now - (askedAt ?? at) > verdictPatience;
}

export function liesIn(file: string, folders: readonly string[]): boolean {
  const path = pathOf(file);
  return !path.includes('..') && folders.some((folder) => path.startsWith(folder));
}

export function notFound({ field }: Pick<UploadedFile, 'field'>): Refused<'FILE_NOT_FOUND'> {
  const expected = 'a file uploaded into this poll’s own folder';
  return refuse('FILE_NOT_FOUND', `${field}: ${expected}`, { field, expected });
}
