import { decodePicture, encodePicture } from '../files/bitmap';
import { extensionOf, kindOf, mediaTypeOf } from '../files/file-types';
import { phoneFiles } from '../files/phone-files';
import { videoFacts } from '../files/video-facts';
import { chooseFiles } from '../phone/file-dialog';
import { asynchronous, Failure } from './answer';
import { need } from './parameters';

interface MessageFileOptions {
  count: number;
  type?: 'all' | 'video' | 'image' | 'file';
  extension?: string[];
}

interface MediaOptions {
  count?: number;
  mediaType?: string[];
  sizeType?: string[];
  sourceType?: string[];
}

/** WeChat's own limits: files of a chat, and pictures or videos, that one call gives. */
const maxMessageFiles = 100;
const maxMedia = 20;

/** About what WeChat makes of a photo that is not taken as it is. */
const compressedEdge = 1440;
const compressedQuality = 0.75;

/** What lets the person choose files. */
export function choosing(): Record<string, unknown> {
  return {
    chooseMessageFile: asynchronous('chooseMessageFile', chooseMessageFile),
    chooseMedia: asynchronous('chooseMedia', chooseMedia),
  };
}

async function chooseMessageFile(options: MessageFileOptions): Promise<object> {
  need(options, { count: 'Number' });
  const { count, type = 'all' } = options;
  if (!(count >= 0 && count <= maxMessageFiles)) throw new Failure('parameter error: count should be 0 to 100');
  const extensions = (type === 'file' ? (options.extension ?? []) : []).map((each) => each.replace(/^\./, ''));
  if (extensions.includes('')) throw new Failure('parameter error: extension should not be empty');
  const fits = ({ name }: File): boolean =>
    (type === 'all' || kindOf(name) === type) &&
    (extensions.length === 0 || extensions.some((each) => each.toLowerCase() === extensionOf(name)));
  const wanted = extensions.length > 0 ? extensions.join('、') : type === 'file' ? '文件' : kindNames[type];
  const chosen = await chooseFiles({
    title: '从聊天中选择文件',
    hint: '预览里用这台电脑上的文件代替',
    accept: extensions.length > 0 ? extensions.map((each) => `.${each}`).join(',') : accepts[type],
    count,
    refuse: (files) => (files.every(fits) ? undefined : `这里只能选${wanted}`),
  });
  if (!chosen) throw new Failure('cancel');
  const tempFiles = chosen.files.map(async (file) => ({
    name: file.name,
    path: phoneFiles.addTemporary(await bytesOf(file), extensionOf(file.name)),
    size: file.size,
    time: Math.floor(file.lastModified / 1000),
    type: kindOf(file.name),
  }));
  return { tempFiles: await Promise.all(tempFiles) };
}

const kindNames = { all: '文件', image: '图片', video: '视频' } as const;
const accepts = { all: '', file: '', image: 'image/*', video: 'video/*' } as const;

async function chooseMedia(options: MediaOptions): Promise<object> {
  const { count = 9, mediaType = ['image', 'video'], sizeType = ['original', 'compressed'] } = options;
  if (!(count >= 1 && count <= maxMedia)) throw new Failure('parameter error: count should be 1 to 20');
  const kinds = mediaType.includes('mix') ? ['image', 'video'] : mediaType;
  const chosen = await chooseFiles({
    title: options.sourceType?.includes('album') === false ? '拍摄' : '拍摄或从相册选择',
    hint: '预览里用这台电脑上的文件代替',
    accept: kinds.map((kind) => `${kind}/*`).join(','),
    count,
    refuse: (files) =>
      files.every(({ name }) => kinds.includes(kindOf(name))) ? undefined : `这里只能选${kinds.map(nameOf).join('或')}`,
    offersOriginal: kinds.includes('image') && sizeType.includes('original') && sizeType.includes('compressed'),
  });
  if (!chosen) throw new Failure('cancel');
  const isOriginal = chosen.wantsOriginal || !sizeType.includes('compressed');
  const tempFiles = await Promise.all(
    chosen.files.map((file) => (kindOf(file.name) === 'video' ? takeVideo(file) : takePicture(file, isOriginal))),
  );
  const [first, ...others] = new Set(tempFiles.map(({ fileType }) => fileType));
  return { tempFiles, type: others.length > 0 ? 'mix' : (first ?? 'image') };
}

function nameOf(kind: string): string {
  return kind === 'video' ? '视频' : '图片';
}

/** A chosen picture or video; measures are told of videos only, as WeChat does. */
interface Media {
  tempFilePath: string;
  size: number;
  fileType: 'image' | 'video';
  thumbTempFilePath?: string;
  duration?: number;
  width?: number;
  height?: number;
}

async function takePicture(file: File, isOriginal: boolean): Promise<Media> {
  const bytes = await bytesOf(file);
  const taken = isOriginal ? { bytes, extension: extensionOf(file.name) } : await smaller(bytes, file.name);
  return {
    tempFilePath: phoneFiles.addTemporary(taken.bytes, taken.extension),
    size: taken.bytes.length,
    fileType: 'image',
  };
}

type Picture = { bytes: Uint8Array<ArrayBuffer>; extension: string };

/** Only photos get smaller: what JPEG makes larger, or cannot hold, stays. */
async function smaller(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Picture> {
  const given = { bytes, extension: extensionOf(name) };
  if (mediaTypeOf(name) !== 'image/jpeg') return given;
  const picture = await decodePicture(bytes, name);
  const { width, height } = picture;
  const share = Math.min(1, compressedEdge / Math.max(width, height));
  const made = await encodePicture(
    picture,
    { width: width * share, height: height * share },
    'image/jpeg',
    compressedQuality,
  );
  return made.length < bytes.length ? { bytes: made, extension: 'jpg' } : given;
}

async function takeVideo(file: File): Promise<Media> {
  const { thumbnail, ...facts } = await videoFacts(file);
  return {
    tempFilePath: phoneFiles.addTemporary(await bytesOf(file), extensionOf(file.name)),
    thumbTempFilePath: phoneFiles.addTemporary(thumbnail, 'jpg'),
    size: file.size,
    fileType: 'video',
    ...facts,
  };
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}
