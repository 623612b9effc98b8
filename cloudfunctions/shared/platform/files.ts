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
