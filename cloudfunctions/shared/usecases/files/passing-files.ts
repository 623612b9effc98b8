import { deleteFile, downloadFile, uploadFile } from '../../platform/files';
import { pathOf, temporaryUrls } from '../../platform/file-links';
import { newRequestId, randomId } from '../../platform/ids';
import { logFault } from '../../platform/log';
import { findPassingFile, forgetPassingFile, notePassingFile } from '../../store/files/passing-files';
import { dayLength } from '../../universal/day';

const hour = 60 * 60 * 1000;

/** How long a list may lie that was put up and never read: the page reads it at once. Milliseconds. */
const listLife = hour;

/** How long a sheet that was made can be fetched, milliseconds. The page fetches it at once. */
const sheetLife = dayLength;

/** Makes a place for a list that the page is about to put up. Clients may write there and nobody but a function may read. */
export async function placeForList(pollId: string, now: number): Promise<string> {
  const path = `imports/${pollId}/${randomId(24)}`;
  await notePassingFile({ path, pollId, dueAt: now + listLife });
  return path;
}

/**
 * Takes a list out of the storage: whatever becomes of it, it is not there any more.
 * @returns undefined when there is none, or it is none of this poll's
 */
export async function takeList(pollId: string, file: string): Promise<Uint8Array | undefined> {
  const path = pathOf(file);
  const noted = path.startsWith(`imports/${pollId}/`) ? await findPassingFile(path) : null;
  if (noted?.pollId !== pollId) return undefined;
  // It may still be on its way: the note stays, so that it is swept.
  if (!(await temporaryUrls([file])).has(file)) return undefined;
  try {
    return await downloadFile(file);
  } finally {
    await remove(path, file);
  }
}

/** What cannot be deleted now is deleted by the scheduler, and is no reason not to go on. */
async function remove(path: string, file: string): Promise<void> {
  try {
    await deleteFile(file);
    await forgetPassingFile(path);
  } catch (fault) {
    logFault(newRequestId(), 'a list that was read is still there', fault);
  }
}

/** Puts up a sheet for whoever asked for it, under a name that nobody can guess, for a day. @returns its file id */
export async function putSheet(
  pollId: string,
  extension: 'xlsx' | 'pdf',
  content: Uint8Array,
  now: number,
): Promise<string> {
  const path = `exports/${pollId}/${randomId(24)}.${extension}`;
  await notePassingFile({ path, pollId, dueAt: now + sheetLife });
  return uploadFile(path, content);
}
