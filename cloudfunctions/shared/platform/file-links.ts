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

/** Addresses by which these files can be fetched for some hours; a file that is not there has none. */
export async function temporaryUrls(fileIds: readonly string[]): Promise<Map<string, string>> {
  const urls = new Map<string, string>();
  for (let from = 0; from < fileIds.length; from += pageSize) {
    const { fileList } = await files.getTempFileURL({ fileList: fileIds.slice(from, from + pageSize) });
    for (const { fileID, tempFileURL } of fileList) if (tempFileURL) urls.set(fileID, tempFileURL);
  }
  return urls;
}
