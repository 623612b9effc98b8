// WeChat's side, as far as stores and services need it: its own storage and a cloud that answers as told.

type Answer = (call: { name: string; data: unknown }) => unknown;

export interface FakeWechat {
  storage: Map<string, unknown>;
  /** What the cloud was asked, in order. */
  calls: { name: string; data: unknown }[];
  /** How the cloud answers from now on; what it throws, WeChat's call rejects with. */
  answer: (answer: Answer) => void;
  /** Files of cloud storage by id; a string is how a download fails. */
  files: Map<string, Uint8Array | string>;
  /** What was copied; null when reading it is refused. */
  clipboard: string | null;
  /** The system's theme and text scale. */
  system: { theme: string; fontSizeScaleFactor?: number; fontSizeSetting?: number };
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
    clipboard: '',
    system: { theme: 'light' },
  };
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
        const content = fake.files.get(filePath);
        if (!(content instanceof Uint8Array)) throw new Error(`${filePath} was not downloaded`);
        success({ data: new Uint8Array(content).buffer });
      },
    }),
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
        const content = fake.files.get(fileID) ?? 'cloud.downloadFile:fail STORAGE_FILE_NONEXIST';
        if (typeof content === 'string') throw new Error(content);
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
