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

/** The part of the SDK that deletes; its typings describe callback forms too, which nothing here uses. */
interface Deleting {
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: { status: number; errMsg: string }[] }>;
}

/** Deletes a file; one that is gone already is nothing to complain of. @throws when it may still be there */
export async function deleteFile(fileId: string): Promise<void> {
  // As above.
  const { fileList } = await (cloud as unknown as Deleting).deleteFile({ fileList: [fileId] });
  const [file] = fileList;
  if (file?.status !== 0 && !/NONEXIST/i.test(file?.errMsg ?? ''))
    throw new Error(`not deleted: ${file?.errMsg ?? ''}`);
}

/**
 * Deletes whatever lies at a path, if anything does. Only a file's id can be deleted, and a path does not tell it; putting an empty
 * file there does, and what was there is gone with that already.
 */
export async function removePath(path: string): Promise<void> {
  await deleteFile(await uploadFile(path, new Uint8Array([0])));
}

/** @throws when there is no such file */
export async function downloadFile(fileId: string): Promise<Uint8Array> {
  const { fileContent } = await cloud.downloadFile({ fileID: fileId });
  return new Uint8Array(fileContent);
}
