import { Failure } from '../wx/answer';
import { mediaTypeOf } from './file-types';

type Bytes = Uint8Array<ArrayBuffer>;

/** Reads a picture, turned as its EXIF data say. @throws when it is none */
export async function decodePicture(bytes: Bytes, name: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes], { type: mediaTypeOf(name) }));
  } catch {
    throw new Failure('decode image fail');
  }
}

/**
 * Draws a picture in another size and writes it as a file.
 * @param type "image/jpeg" or "image/png"
 * @param quality 0 to 1, for JPEG
 */
export async function encodePicture(
  picture: ImageBitmap,
  size: { width: number; height: number },
  type: string,
  quality: number,
): Promise<Bytes> {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(size.width)), Math.max(1, Math.round(size.height)));
  const context = canvas.getContext('2d');
  if (!context) throw new Failure('the browser has no canvas');
  if (type === 'image/jpeg') {
    // JPEG has no transparency; WeChat puts white behind it.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type, quality });
  return new Uint8Array(await blob.arrayBuffer());
}
