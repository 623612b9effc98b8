import cloud from 'wx-server-sdk';

/** The part of the SDK for links; its typings describe callback forms too, which nothing here uses. */
interface Files {
  getTempFileURL(options: {
    fileList: string[];
  }): Promise<{ fileList: { fileID: string; status: number; tempFileURL: string }[] }>;
}

// As above.
const files = cloud as unknown as Files;

/** The service takes fifty ids at a time. */
const pageSize = 50;

/** The path inside the storage that a file id names: `cloud://env.bucket/path`. */
export function pathOf(fileId: string): string {
  return /^cloud:\/\/[^/]+\/(.*)$/.exec(fileId)?.[1] ?? '';
}

/** How large a file is and how it begins; null where none lies there. Nothing but its first bytes is fetched, however large it is. */
export async function lookAtFile(url: string): Promise<{ size: number; start: Uint8Array } | null> {
  const response = await fetch(url, { headers: { range: 'bytes=0-15' } });
  // The typings leave open what a body's chunks are; they are bytes.
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  const start = (await reader?.read())?.value ?? new Uint8Array();
  await reader?.cancel();
  if (!response.ok) return null;
  // "bytes 0-15/12345"; a storage that knows no ranges tells the length of the whole.
  const size = response.headers.get('content-range')?.split('/')[1] ?? response.headers.get('content-length');
  return { size: Number(size), start };
}

/** Addresses by which these files can be fetched for some hours; a file that is not there has none. */
export async function temporaryUrls(fileIds: readonly string[]): Promise<Map<string, string>> {
  const urls = new Map<string, string>();
  for (let from = 0; from < fileIds.length; from += pageSize) {
    const { fileList } = await files.getTempFileURL({ fileList: fileIds.slice(from, from + pageSize) });
    for (const { fileID, tempFileURL } of fileList) if (tempFileURL) urls.set(fileID, tempFileURL);
  }
  return urls;
}
