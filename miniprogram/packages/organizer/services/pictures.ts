// Pictures and videos from the phone into cloud storage.
import { uploadFile } from '../../../services/cloud';
import { newRequestId } from './request-id';

/** Longer edge of a picture that goes up, px, and its quality of 100. */
const edge = 1600;
const quality = 80;
/** The most that a video may have, bytes; a longer one takes minutes on a village's network. */
const mostVideo = 50 * 1024 * 1024;

/** A file of the phone, ready to go up. */
export interface PhoneFile {
  path: string;
  extension: string;
}

/** Lets the person choose pictures, and makes them smaller. @returns none where they changed their mind */
export async function choosePictures(most: number): Promise<PhoneFile[]> {
  const chosen = await wx
    .chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] })
    .catch(() => undefined);
  return Promise.all((chosen?.tempFiles ?? []).map(({ tempFilePath }) => smaller(tempFilePath)));
}

/** @returns undefined where they changed their mind; `tooLarge` for one that nobody could upload */
export async function chooseVideo(): Promise<PhoneFile | 'tooLarge' | undefined> {
  const chosen = await wx.chooseMedia({ count: 1, mediaType: ['video'], maxDuration: 60 }).catch(() => undefined);
  const file = chosen?.tempFiles[0];
  if (!file) return undefined;
  return file.size > mostVideo ? 'tooLarge' : { path: file.tempFilePath, extension: extensionOf(file.tempFilePath) };
}

/** What lists come in; those of them that cannot be read are refused by name, which is better than not to be found. */
const sheetExtensions = ['xlsx', 'xlsm', 'csv', 'txt', 'tsv', 'xls', 'et', 'ett', 'xlsb', 'ods'];

/** A list from a chat. @returns undefined where they changed their mind */
export async function chooseSheet(): Promise<(PhoneFile & { name: string }) | undefined> {
  const chosen = await wx
    .chooseMessageFile({ count: 1, type: 'file', extension: sheetExtensions })
    .catch(() => undefined);
  const file = chosen?.tempFiles[0];
  return file && { path: file.path, name: file.name, extension: extensionOf(file.name) };
}

/**
 * Uploads a file into the poll's folder.
 * @param progress told the percentage, 0 to 100
 * @returns its cloud file id, undefined where it did not get there
 */
export function upload(
  pollId: string,
  { path: filePath, extension }: PhoneFile,
  progress: (percent: number) => void,
): Promise<string | undefined> {
  return uploadFile(`polls/${pollId}/${newRequestId()}.${extension}`, filePath, progress);
}

async function smaller(path: string): Promise<PhoneFile> {
  const { width, height } = await wx.getImageInfo({ src: path });
  const share = Math.min(1, edge / Math.max(width, height));
  const made = await wx
    .compressImage({ src: path, quality, compressedWidth: Math.round(width * share) })
    .catch(() => undefined);
  const taken = made?.tempFilePath ?? path;
  return { path: taken, extension: extensionOf(taken) };
}

/** Letters and digits alone: WeChat's temporary names may carry a query behind the dot. */
function extensionOf(path: string): string {
  return /\.([A-Za-z0-9]{1,5})$/.exec(path)?.[1]?.toLowerCase() ?? 'jpg';
}
