import type { Refused } from '../../contract/answered';
import { pathOf, temporaryUrls } from '../../platform/file-links';
import { downloadFile, uploadFile } from '../../platform/files';
import { derivedId } from '../../platform/ids';
import { notePassingFile } from '../../store/files/passing-files';
import { findMedia, forgetMedia, type Medium } from '../../store/media/media';
import { checkMedia, type MediaRefusal } from '../media/check-media';
import { dayLength } from '../../universal/day';

/** A file of another poll's, where its copy lies, and whose it is there. */
export interface FileCopy extends Pick<Medium, 'kind' | 'pollId' | 'candidateId'> {
  from: string;
  to: string;
}

/** One call moves so many pictures, or films and documents that weigh as many: a page waits half a minute at most. */
const mostWeight = 24;
const weights: Readonly<Record<Medium['kind'], number>> = { picture: 1, document: 3, video: 8 };

/** So many pictures are in memory at once. */
const atOnce = 4;

/** Copies of a poll that never comes to be are deleted by the scheduler after a day; milliseconds. */
const unclaimedLife = dayLength;

/** The copy's file id: the same in the same run, so that a repeat finds it. @param folder e.g. "polls/abc/" */
export function copyOf(file: string, folder: string, run: string): string {
  const path = pathOf(file);
  const store = file.slice(0, file.length - path.length);
  const ending = /\.\w+$/.exec(path)?.[0] ?? '';
  return `${store}${folder}${derivedId(20, 'copy', run, file)}${ending}`;
}

/**
 * Copies some of the files that are not copied yet, and has each looked at like any other that somebody uploads: whoever put up the
 * first one could have put another in its place after its check.
 * @returns how many are left, and the copies that cannot be made since what they are of is gone
 */
export async function copyFiles(
  files: readonly FileCopy[],
  openid: string,
  now: number,
): Promise<{ ok: true; left: number; gone: ReadonlySet<string> } | Refused<MediaRefusal>> {
  const targets = files.map(({ to }) => to);
  const [known, lying] = await Promise.all([findMedia(targets), temporaryUrls(targets)]);
  const missing = files.filter(({ to }) => !known.has(to) || !lying.has(to));
  const sources = await temporaryUrls(missing.map(({ from }) => from));
  const gone = new Set(missing.filter(({ from }) => !sources.has(from)).map(({ to }) => to));
  const waiting = missing.filter(({ to }) => !gone.has(to));
  const some = inOneCall(waiting);
  // What is known of a copy that the scheduler deleted is not true of the next one.
  await forgetMedia(some.flatMap(({ to }) => (known.has(to) ? [to] : [])));
  for (let from = 0; from < some.length; from += atOnce) {
    const results = await Promise.all(some.slice(from, from + atOnce).map((file) => copyFile(file, openid, now)));
    const refused = results.find((result) => result !== null);
    if (refused) return refused;
  }
  return { ok: true, left: waiting.length - some.length, gone };
}

function inOneCall(waiting: readonly FileCopy[]): FileCopy[] {
  let weight = 0;
  const end = waiting.findIndex((file) => (weight += weights[file.kind]) > mostWeight);
  return end < 0 ? [...waiting] : waiting.slice(0, end);
}

async function copyFile(
  { from, to, kind, pollId, candidateId }: FileCopy,
  openid: string,
  now: number,
): Promise<Refused<MediaRefusal> | null> {
  const path = pathOf(to);
  await notePassingFile({ path, pollId, dueAt: now + unclaimedLife });
  await uploadFile(path, await downloadFile(from));
  const owner = { pollId, ...(candidateId === undefined ? {} : { candidateId }) };
  const checked = await checkMedia([{ field: 'pollId', file: to, kind }], [`polls/${pollId}/`], owner, openid, now);
  return checked.ok ? null : checked;
}
