import type { PhoneFile } from '../../../phone/files';
import { newRandomId } from '../../../phone/random-id';
import { uploadFile } from '../../../services/cloud';

/**
 * Uploads a file into the poll's folder.
 * @param progress told the percentage, 0 to 100
 * @returns its cloud file id, undefined where it did not get there
 */
export function upload(
  pollId: string,
  { path, extension }: PhoneFile,
  progress: (percent: number) => void,
): Promise<string | undefined> {
  return uploadFile(`polls/${pollId}/${newRandomId()}.${extension}`, path, progress);
}

/** The same for a document, which has a folder of its own: what lies there is deleted once it is taken out. */
export function uploadAttachment(
  pollId: string,
  { path, extension }: PhoneFile,
  progress: (percent: number) => void,
): Promise<string | undefined> {
  return uploadFile(`polls/${pollId}/attachments/${newRandomId()}.${extension}`, path, progress);
}
