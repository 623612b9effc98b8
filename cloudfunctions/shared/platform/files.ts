import cloud from 'wx-server-sdk';
import type { ReadStream } from 'node:fs';

/**
 * Puts a file into cloud storage, in place of one that is there.
 * @returns its file id: `cloud://…/` and the path
 */
export async function uploadFile(path: string, content: Uint8Array | ReadStream): Promise<string> {
  const body = content instanceof Uint8Array ? Buffer.from(content) : content;
  // The SDK sends buffers and streams; its typings name the latter only.
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: body as unknown as ReadStream });
  return fileID;
}

/** @throws when there is no such file */
export async function downloadFile(fileId: string): Promise<Uint8Array> {
  const { fileContent } = await cloud.downloadFile({ fileID: fileId });
  return new Uint8Array(fileContent);
}

/** How many files one call asks for. */
const addressesAtOnce = 50;

/** The https addresses of files, by file id; those that are not there are left out. */
export async function addressesOf(fileIds: readonly string[]): Promise<Map<string, string>> {
  const addresses = new Map<string, string>();
  for (let from = 0; from < fileIds.length; from += addressesAtOnce) {
    const asked = { fileList: fileIds.slice(from, from + addressesAtOnce) };
    // The typings' void is for the callback form.
    const { fileList } = (await cloud.getTempFileURL(asked)) as { fileList: { fileID: string; tempFileURL: string }[] };
    for (const { fileID, tempFileURL } of fileList) if (tempFileURL) addresses.set(fileID, tempFileURL);
  }
  return addresses;
}
