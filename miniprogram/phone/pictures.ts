// Pictures and videos that the phone's owner chooses.
import { extensionOf, type PhoneFile } from './files';

/** Longer edge of a picture that goes up, px, and its quality of 100. */
const edge = 1600;
const quality = 80;
/** The most that a video may have, bytes; a longer one takes minutes on a village's network. */
const mostVideo = 50 * 1024 * 1024;

/** Lets the person choose pictures, and makes them smaller. @returns none where they changed their mind */
export async function choosePictures(most: number): Promise<PhoneFile[]> {
  const chosen = await wx
    .chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] })
    .catch(() => undefined);
  return Promise.all((chosen?.tempFiles ?? []).map(({ tempFilePath }) => shrink(tempFilePath)));
}

/** @returns undefined where they changed their mind; `tooLarge` for one that nobody could upload */
export async function chooseVideo(): Promise<PhoneFile | 'tooLarge' | undefined> {
  const chosen = await wx.chooseMedia({ count: 1, mediaType: ['video'], maxDuration: 60 }).catch(() => undefined);
  const file = chosen?.tempFiles[0];
  if (!file) return undefined;
  return file.size > mostVideo ? 'tooLarge' : { path: file.tempFilePath, extension: extensionOf(file.tempFilePath) };
}

/** A phone that cannot make it smaller sends the picture as it is. */
async function shrink(path: string): Promise<PhoneFile> {
  let taken = path;
  try {
    const { width, height } = await wx.getImageInfo({ src: path });
    const share = Math.min(1, edge / Math.max(width, height));
    taken = (await wx.compressImage({ src: path, quality, compressedWidth: Math.round(width * share) })).tempFilePath;
  } catch {
    // Kept as it is.
  }
  return { path: taken, extension: extensionOf(taken) };
}
