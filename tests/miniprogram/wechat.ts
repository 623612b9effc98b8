// WeChat's side, as far as stores and services need it: its own storage and a cloud that answers as told.

import { storageAddress } from '../../miniprogram/installation';

type Answer = (call: { name: string; data: unknown }) => unknown;

export interface FakeWechat {
  storage: Map<string, unknown>;
  /** What the cloud was asked, in order. */
  calls: { name: string; data: unknown }[];
  /** How the cloud answers from now on; what it throws, WeChat's call rejects with. */
  answer: (answer: Answer) => void;
  /** Files of cloud storage by id, which names the environment `env`; a string is how a download fails. */
  files: Map<string, Uint8Array | string>;
  /** How plain requests to the storage fail; empty while they get there. */
  storageFailure: string;
  /** A CDN before the storage: the copies it has by whole address, query and all, null for a file that was not there; null without a CDN. */
  copies: Map<string, Uint8Array | string | null> | null;
  /** What was copied; null when reading it is refused. */
  clipboard: string | null;
  /** The system's theme and text scale. */
  system: { theme: string; fontSizeScaleFactor?: number; fontSizeSetting?: number };
}

interface PlainRequest {
  url: string;
  responseType?: string;
  success: (got: { statusCode: number; data: ArrayBuffer | string; header: object }) => void;
  fail: (failure: { errMsg: string }) => void;
}

/** Puts a fake `wx` in place; each test starts with a new one. */
export function installWechat(): FakeWechat {
  let answering: Answer = () => {
    throw new Error('no answer was prepared');
  };
  const fake: FakeWechat = {
    storage: new Map(),
    calls: [],
    answer: (answer) => {
      answering = answer;
    },
    files: new Map(),
    storageFailure: '',
    copies: null,
    clipboard: '',
    system: { theme: 'light' },
  };
  /** What an address of a file answers, by way of the CDN if there is one. */
  const fetchFrom = (url: string, fileId: string): Uint8Array | string | null => {
    const copy = fake.copies?.get(url);
    if (copy !== undefined) return copy;
    const content = fake.files.get(fileId) ?? null;
    fake.copies?.set(url, content);
    return content;
  };
  /** What was downloaded, by the name that the phone gives it. */
  const downloaded = new Map<string, Uint8Array>();
  const wx = {
    getStorageSync: (key: string) => copy(fake.storage.get(key) ?? ''),
    setStorageSync: (key: string, value: unknown) => fake.storage.set(key, copy(value)),
    removeStorageSync: (key: string) => fake.storage.delete(key),
    getClipboardData: async () => {
      if (fake.clipboard === null) throw new Error('getClipboardData:fail');
      return Promise.resolve({ data: fake.clipboard });
    },
    getFileSystemManager: () => ({
      readFile: ({ filePath, success }: { filePath: string; success: (read: { data: ArrayBuffer }) => void }) => {
        const content = downloaded.get(filePath);
        if (content === undefined) throw new Error(`${filePath} was not downloaded`);
        success({ data: new Uint8Array(content).buffer });
      },
    }),
    request: ({ url, responseType, success, fail }: PlainRequest) => {
      const content = fake.storageFailure || fetchFrom(url, `cloud://env${new URL(url).pathname}`);
      if (typeof content === 'string') return fail({ errMsg: content });
      const bytes = content ?? new Uint8Array(Buffer.from('<Error/>'));
      const data = responseType === 'arraybuffer' ? new Uint8Array(bytes).buffer : Buffer.from(bytes).toString();
      success({ statusCode: content === null ? 404 : 200, data, header: {} });
    },
    getAppBaseInfo: () => fake.system,
    onThemeChange: () => undefined,
    offThemeChange: () => undefined,
    cloud: {
      init: () => undefined,
      callFunction: async (call: { name: string; data: unknown }) => {
        fake.calls.push(call);
        return { result: await answering(call) };
      },
      downloadFile: async ({ fileID }: { fileID: string }) => {
        const content = fetchFrom(fileID.replace('cloud://env', storageAddress), fileID);
        if (content === null) throw new Error('cloud.downloadFile:fail STORAGE_FILE_NONEXIST');
        if (typeof content === 'string') throw new Error(content);
        downloaded.set(fileID, content);
        return Promise.resolve({ tempFilePath: fileID, statusCode: 200 });
      },
    },
  };
  // Only what is used above exists; anything else fails the test by its name.
  Object.assign(globalThis, { wx });
  return fake;
}

/** As WeChat keeps it: nobody holds on to what is stored. jsdom's world has no structuredClone. */
function copy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
