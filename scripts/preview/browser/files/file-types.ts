/** What the browser has to be told of a file's content, by the end of its name. */
const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  pdf: 'application/pdf',
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The end of a file's name in small letters, without the point; empty where it has none. */
export function extensionOf(name: string): string {
  return /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function mediaTypeOf(name: string): string {
  return types[extensionOf(name)] ?? '';
}

/** The end of a name for content of a media type, such as "png"; empty where none is known. */
export function extensionFor(mediaType: string): string {
  const wanted = mediaType.split(';')[0];
  return Object.entries(types).find(([, type]) => type === wanted)?.[0] ?? '';
}

/** How WeChat sorts files: pictures, videos, and the rest. */
export function kindOf(name: string): 'image' | 'video' | 'file' {
  const [kind] = mediaTypeOf(name).split('/');
  return kind === 'image' || kind === 'video' ? kind : 'file';
}
