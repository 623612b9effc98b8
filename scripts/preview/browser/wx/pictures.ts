import { decodePicture, encodePicture } from '../files/bitmap';
import { extensionFor, extensionOf, mediaTypeOf } from '../files/file-types';
import { urlOfFile } from '../files/file-url';
import { phoneFiles } from '../files/phone-files';
import { formatOf, orientationOf } from '../files/picture-header';
import { offerDownload } from '../phone/downloads';
import type { Permissions } from '../phone/permissions';
import { showPictures } from '../phone/picture-viewer';
import { asynchronous, Failure } from './answer';
import { need } from './parameters';

interface CompressOptions {
  src: string;
  quality?: number;
  compressedWidth?: number;
  compressedHeight?: number;
}

export function pictures(permissions: Permissions): Record<string, unknown> {
  return {
    compressImage: asynchronous('compressImage', compress),
    getImageInfo: asynchronous('getImageInfo', describe),
    previewImage: asynchronous('previewImage', ({ urls, current }: { urls: string[]; current?: string }) => {
      need({ urls }, { urls: 'Array' });
      if (urls.length === 0) throw new Failure('parameter error: urls should not be empty');
      showPictures(
        urls.map((url) => urlOfFile(url)),
        Math.max(0, current === undefined ? 0 : urls.indexOf(current)),
      );
    }),
    saveImageToPhotosAlbum: asynchronous('saveImageToPhotosAlbum', async ({ filePath }: { filePath: string }) => {
      need({ filePath }, { filePath: 'String' });
      if (/^https?:/.test(filePath)) throw new Failure('invalid file type');
      const bytes = phoneFiles.read(filePath);
      await permissions.ask('scope.writePhotosAlbum');
      const extension = { jpeg: 'jpg', png: 'png', gif: 'gif' }[formatOf(bytes)];
      if (extension === undefined) throw new Failure('invalid file type');
      offerDownload(bytes, `图片.${extension}`);
    }),
  };
}

async function compress(options: CompressOptions): Promise<object> {
  need(options, { src: 'String' });
  const { src, quality = 80, compressedWidth, compressedHeight } = options;
  if (!(quality >= 0 && quality <= 100)) throw new Failure('parameter error: quality should be 0 to 100');
  const picture = await decodePicture(phoneFiles.read(src), src);
  const { width, height } = picture;
  const wanted = {
    width: compressedWidth ?? (compressedHeight === undefined ? width : (width * compressedHeight) / height),
    height: compressedHeight ?? (compressedWidth === undefined ? height : (height * compressedWidth) / width),
  };
  const type = mediaTypeOf(src) === 'image/png' ? 'image/png' : 'image/jpeg';
  const made = await encodePicture(picture, wanted, type, quality / 100);
  return { tempFilePath: phoneFiles.addTemporary(made, type === 'image/png' ? 'png' : 'jpg') };
}

async function describe({ src }: { src: string }): Promise<object> {
  need({ src }, { src: 'String' });
  const { path, bytes } = await find(src);
  // The browser shows it upright; WeChat tells the measures as the camera wrote them.
  const { width, height } = await decodePicture(bytes, path);
  const { name, isSideways } = orientationOf(bytes);
  const measures = isSideways ? { width: height, height: width } : { width, height };
  return { ...measures, path, orientation: name, type: formatOf(bytes) };
}

/** WeChat takes paths of the phone and the package here and links, but no ids of cloud storage. */
async function find(src: string): Promise<{ path: string; bytes: Uint8Array<ArrayBuffer> }> {
  if (!/^https?:/.test(src)) {
    try {
      return { path: src, bytes: phoneFiles.read(src) };
    } catch {
      throw new Failure('file not found');
    }
  }
  const reply = await fetch(src).catch((): never => {
    throw new Failure('download image fail');
  });
  if (!reply.ok) throw new Failure('download image fail');
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const extension = extensionFor(reply.headers.get('content-type') ?? '') || extensionOf(new URL(src).pathname);
  return { path: phoneFiles.addTemporary(bytes, extension), bytes };
}
