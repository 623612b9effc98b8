import { fileOnPhone } from '../services/cloud';
import type { Pen, Picture } from '../drawing/pen';

/** A canvas that nobody sees. @param size in px */
export function newCanvas(size: { width?: number; height?: number } = {}): WechatMiniprogram.OffscreenCanvas {
  return wx.createOffscreenCanvas({ type: '2d', ...size });
}

/** One of them to draw on. */
export interface Sheet {
  pen: Pen;
  /** Loads what the phone has as a file; null where it cannot be read. */
  load(file: string): Promise<Picture | null>;
  /** The drawing as a temporary file of this phone, PNG or JPEG. */
  toFile(type: 'png' | 'jpg'): Promise<string>;
}

/** @param size of the picture in px; drawings are in the same units */
export function openSheet(size: { width: number; height: number }): Sheet {
  const canvas = newCanvas(size);
  // The typings give the context no type; it is a browser's, of which `Pen` is a part.
  const pen = canvas.getContext('2d') as Pen;
  return {
    pen,
    load: (file) =>
      new Promise((resolve) => {
        // The typings give the image no type either.
        const image = canvas.createImage() as Picture & { onload: () => void; onerror: () => void; src: string };
        image.onload = () => resolve(image);
        image.onerror = () => resolve(null);
        image.src = file;
      }),
    toFile: async (fileType) => {
      const { tempFilePath } = await wx.canvasToTempFilePath({
        canvas,
        fileType,
        quality: 0.9,
        ...size,
        destWidth: size.width,
        destHeight: size.height,
      });
      return tempFilePath;
    },
  };
}

/** A picture of cloud storage for a drawing; null where there is none, or it does not come. @param fileId '' for none */
export async function cloudPicture(sheet: Sheet, fileId: string): Promise<Picture | null> {
  if (fileId === '') return null;
  const file = await fileOnPhone(fileId);
  return typeof file === 'string' ? null : sheet.load(file.temporary);
}
