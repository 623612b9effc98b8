import { uploadFile } from '../../../services/cloud';

/** Longer edge of a picture that goes up, px, and its quality of 100. */
const edge = 1600;
const quality = 80;

/** Lets somebody choose pictures, made smaller on the phone. @returns their paths here; none where they changed their mind */
export async function choosePictures(most: number): Promise<string[]> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] });
    return await Promise.all(tempFiles.map(({ tempFilePath }) => smaller(tempFilePath)));
  } catch {
    return [];
  }
}

/** Uploads one into the poll's folder for nominations. @returns its cloud file id, undefined where it did not get there */
export function uploadPicture(pollId: string, path: string, name: string): Promise<string | undefined> {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(path)?.[1]?.toLowerCase() ?? 'jpg';
  return uploadFile(`nominations/${pollId}/${name}.${extension}`, path);
}

async function smaller(path: string): Promise<string> {
  const { width, height } = await wx.getImageInfo({ src: path });
  const share = Math.min(1, edge / Math.max(width, height));
  try {
    const made = await wx.compressImage({ src: path, quality, compressedWidth: Math.round(width * share) });
    return made.tempFilePath;
  } catch {
    // An older phone sends the picture as it is.
    return path;
  }
}
