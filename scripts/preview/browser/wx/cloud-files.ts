import { extensionOf, mediaTypeOf } from '../files/file-types';
import { urlOfFile } from '../files/file-url';
import { phoneFiles } from '../files/phone-files';
import { asynchronous, Failure, type Callbacks } from './answer';
import { need } from './parameters';
import { transfer, type Progress } from './transfer-task';

/** wx.cloud's codes. */
const wrongType = -401003;
const wrongValue = -401002;
const tooLarge = -403001;
const denied = -503002;
const missing = -503003;

/** The most that a client uploads, in bytes, and the most files that one call names; CloudBase's own limits. */
const maxUpload = 50 * 1024 * 1024;
const maxFiles = 50;
const linkLifeS = 86_400;

interface Upload extends Callbacks {
  cloudPath: string;
  filePath: string;
}

interface Download extends Callbacks {
  fileID: string;
}

/**
 * Cloud storage as wx.cloud offers it.
 * @param caller name of the person whose phone this is
 * @param ready throws when wx.cloud was not initialised
 */
export function cloudFiles(caller: () => string, ready: () => void): Record<string, unknown> {
  const door = (path: string): string =>
    `/client-files?as=${encodeURIComponent(caller())}&path=${encodeURIComponent(path)}`;
  return {
    uploadFile: (given: Upload) =>
      transfer('cloud.uploadFile', given, ['totalBytesSent', 'totalBytesExpectedToSend'], async (progress) => {
        ready();
        need(given, { cloudPath: 'String', filePath: 'String' }, wrongType);
        const bytes = phoneFiles.read(given.filePath);
        if (bytes.length > maxUpload) throw new Failure('file size exceeds the limit of 50 MB', tooLarge);
        return await send(door(given.cloudPath), new Blob([bytes], { type: mediaTypeOf(given.filePath) }), progress);
      }),
    downloadFile: (given: Download) =>
      transfer('cloud.downloadFile', given, ['totalBytesWritten', 'totalBytesExpectedToWrite'], async (progress) => {
        ready();
        need(given, { fileID: 'String' }, wrongType);
        return await receive(given.fileID, progress);
      }),
    getTempFileURL: asynchronous('cloud.getTempFileURL', async ({ fileList }: { fileList: FileName[] }) => {
      ready();
      return { fileList: await Promise.all(idsOf(fileList).map(link)) };
    }),
    deleteFile: asynchronous('cloud.deleteFile', async ({ fileList }: { fileList: string[] }) => {
      ready();
      return { fileList: await Promise.all(idsOf(fileList).map((fileID) => remove(fileID, door(pathOf(fileID))))) };
    }),
  };
}

type FileName = string | { fileID: string };

function idsOf(fileList: FileName[]): string[] {
  need({ fileList }, { fileList: 'Array' }, wrongType);
  if (fileList.length === 0 || fileList.length > maxFiles)
    throw new Failure(`parameter error: fileList should hold 1 to ${maxFiles} files`, wrongValue);
  return fileList.map((file) => (typeof file === 'string' ? file : file.fileID));
}

/** Sends with a request of the old kind, because the new kind tells no progress. */
function send(url: string, body: Blob, progress: Progress): Promise<object> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => progress.tell(loaded, total));
    request.addEventListener('load', () => {
      // The local cloud's answer; anything else is null.
      const reply = (request.response ?? {}) as { fileID?: string; errCode?: number; errMsg?: string };
      if (request.status === 200) resolve({ fileID: reply.fileID, statusCode: 200 });
      else reject(new Failure(reply.errMsg ?? 'request:fail', reply.errCode ?? -1));
    });
    request.addEventListener('error', () => reject(new Failure('request:fail', -1)));
    request.addEventListener('abort', () => reject(new Failure('abort', -1)));
    progress.onAbort(() => request.abort());
    request.send(body);
  });
}

async function receive(fileID: string, progress: Progress): Promise<object> {
  const control = new AbortController();
  progress.onAbort(() => control.abort(new Failure('abort', -1)));
  // A file that was overwritten has the same id, so the browser must not answer by itself.
  const reply = await fetch(urlOfFile(fileID), { signal: control.signal, cache: 'no-store' }).catch(
    (error: unknown) => {
      throw error instanceof Failure ? error : new Failure('request:fail', -1);
    },
  );
  if (reply.status === 403) throw new Failure('STORAGE_EXCEED_AUTHORITY', denied);
  if (reply.status === 404) throw new Failure('STORAGE_FILE_NONEXIST', missing);
  if (!reply.ok || !reply.body) throw new Failure('request:fail', -1);
  progress.headers(Object.fromEntries(reply.headers));
  const total = Number(reply.headers.get('content-length') ?? 0);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = reply.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.length;
    progress.tell(length, total);
  }
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  return { tempFilePath: phoneFiles.addTemporary(bytes, extensionOf(fileID)), statusCode: 200 };
}

async function link(fileID: string): Promise<object> {
  const url = urlOfFile(fileID);
  const reply = fileID.startsWith('cloud://') ? await fetch(url, { method: 'HEAD', cache: 'no-store' }) : undefined;
  if (reply?.ok)
    return { fileID, tempFileURL: new URL(url, location.href).href, maxAge: linkLifeS, status: 0, errMsg: 'ok' };
  return { fileID, tempFileURL: '', maxAge: 0, status: missing, errMsg: 'STORAGE_FILE_NONEXIST' };
}

async function remove(fileID: string, url: string): Promise<object> {
  const reply = await fetch(url, { method: 'DELETE' });
  if (reply.ok) return { fileID, status: 0, errMsg: 'ok' };
  // The local cloud's refusal.
  const { errCode, errMsg } = (await reply.json()) as { errCode: number; errMsg: string };
  return { fileID, status: errCode, errMsg };
}

function pathOf(fileID: string): string {
  return /^cloud:\/\/[^/]+\/(.+)$/.exec(fileID)?.[1] ?? '';
}
