import { encodingOf } from '../files/encodings';
import { fileError } from '../files/file-error';
import { extensionOf } from '../files/file-types';
import { phoneFiles, userFolder } from '../files/phone-files';
import { asynchronous, Failure, synchronous } from './answer';
import { FileStats } from './file-stats';
import { need } from './parameters';

type Options = Record<string, unknown>;

/** One ability of the file system in both of its forms. */
interface Operation {
  /** The options that have to be texts. */
  texts: readonly string[];
  /** Returns what is added to the result, if anything. */
  act(options: Options): unknown;
  /** How the form that waits takes its options, one after the other; missing where there is no such form. */
  order?: readonly string[];
  /** The part of the result that the form that waits returns. */
  result?: string;
}

const text = (options: Options, name: string): string => String(options[name]);

function bytesFrom({ data, encoding }: Options): Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return encodingOf(typeof encoding === 'string' ? encoding : 'utf8').encode(data);
  need({ data }, { data: ['String', 'ArrayBuffer'] });
  return new Uint8Array((data as ArrayBuffer).slice(0));
}

function readPart({ filePath, encoding, position = 0, length }: Options): object {
  const bytes = phoneFiles.read(String(filePath));
  const from = Number(position);
  if (!(from >= 0) || (from > 0 && from >= bytes.length)) throw fileError('badPosition');
  const count = length === undefined ? bytes.length - from : Number(length);
  if (count < 0 || (length !== undefined && count < 1) || from + count > bytes.length) throw fileError('badLength');
  const part = bytes.slice(from, from + count);
  return { data: typeof encoding === 'string' ? encodingOf(encoding).decode(part) : part.buffer };
}

function append(options: Options): void {
  const before = phoneFiles.read(text(options, 'filePath'));
  const more = bytesFrom(options);
  const whole = new Uint8Array(before.length + more.length);
  whole.set(before);
  whole.set(more, before.length);
  phoneFiles.write(text(options, 'filePath'), whole);
}

function save({ tempFilePath, filePath }: Options): object {
  const source = String(tempFilePath);
  if (!source.startsWith('wxfile://tmp_') || !phoneFiles.has(source)) throw fileError('temporaryMissing');
  const bytes = phoneFiles.read(source);
  if (filePath === undefined) return { savedFilePath: phoneFiles.addSaved(bytes, extensionOf(source)) };
  phoneFiles.write(String(filePath), bytes);
  // A saved file has moved: the temporary one is gone.
  phoneFiles.remove(source);
  return { savedFilePath: filePath };
}

function stat({ path, recursive }: Options): object {
  const asked = String(path);
  if (!phoneFiles.has(asked)) throw fileError('missing', asked);
  if (recursive !== true || !phoneFiles.isFolder(asked)) return { stats: new FileStats(asked) };
  const all = [asked, ...phoneFiles.below(asked)];
  return { stats: all.map((each) => ({ path: each.slice(asked.length) || '/', stats: new FileStats(each) })) };
}

function move({ oldPath, newPath }: Options): void {
  phoneFiles.write(String(newPath), phoneFiles.read(String(oldPath)));
  phoneFiles.remove(String(oldPath));
}

const operations: Readonly<Record<string, Operation>> = {
  access: {
    texts: ['path'],
    order: ['path'],
    act({ path }) {
      if (!phoneFiles.has(String(path))) throw fileError('missing', String(path));
    },
  },
  readFile: {
    texts: ['filePath'],
    order: ['filePath', 'encoding', 'position', 'length'],
    result: 'data',
    act: readPart,
  },
  writeFile: {
    texts: ['filePath'],
    order: ['filePath', 'data', 'encoding'],
    act: (options) => phoneFiles.write(text(options, 'filePath'), bytesFrom(options)),
  },
  appendFile: { texts: ['filePath'], order: ['filePath', 'data', 'encoding'], act: append },
  copyFile: {
    texts: ['srcPath', 'destPath'],
    order: ['srcPath', 'destPath'],
    act: ({ srcPath, destPath }) => phoneFiles.write(String(destPath), phoneFiles.read(String(srcPath)).slice()),
  },
  rename: { texts: ['oldPath', 'newPath'], order: ['oldPath', 'newPath'], act: move },
  unlink: {
    texts: ['filePath'],
    order: ['filePath'],
    act: (options) => phoneFiles.remove(text(options, 'filePath')),
  },
  saveFile: { texts: ['tempFilePath'], order: ['tempFilePath', 'filePath'], result: 'savedFilePath', act: save },
  stat: { texts: ['path'], order: ['path', 'recursive'], result: 'stats', act: stat },
  mkdir: {
    texts: ['dirPath'],
    order: ['dirPath', 'recursive'],
    act: ({ dirPath, recursive }) => phoneFiles.makeFolder(String(dirPath), recursive === true),
  },
  rmdir: {
    texts: ['dirPath'],
    order: ['dirPath', 'recursive'],
    act: ({ dirPath, recursive }) => phoneFiles.removeFolder(String(dirPath), recursive === true),
  },
  readdir: {
    texts: ['dirPath'],
    order: ['dirPath'],
    result: 'files',
    act: ({ dirPath }) => ({ files: phoneFiles.list(String(dirPath)) }),
  },
  getFileInfo: { texts: ['filePath'], act: ({ filePath }) => ({ size: phoneFiles.read(String(filePath)).length }) },
  removeSavedFile: { texts: ['filePath'], act: (options) => phoneFiles.remove(text(options, 'filePath')) },
  getSavedFileList: {
    texts: [],
    act: () => ({
      fileList: phoneFiles.saved().map((filePath) => ({
        filePath,
        size: phoneFiles.read(filePath).length,
        createTime: phoneFiles.modifiedAt(filePath),
      })),
    }),
  },
};

/** Abilities of WeChat's file system that nothing here needs; they are refused by name. */
const notOffered = 'open close read write fstat ftruncate truncate unzip readZipEntry readCompressedFile'.split(' ');

/** `wx.getFileSystemManager()`, and those of its abilities that `wx` has itself. */
export function fileSystem(): Record<string, unknown> {
  const manager: Record<string, unknown> = {};
  for (const [name, { texts, act, order, result }] of Object.entries(operations)) {
    const checked = (options: Options): unknown => {
      need(options, Object.fromEntries(texts.map((each) => [each, 'String'])));
      return act(options);
    };
    manager[name] = asynchronous(name, checked);
    if (!order) continue;
    manager[`${name}Sync`] = synchronous(`${name}Sync`, (...values: unknown[]) => {
      const done = checked(Object.fromEntries(order.map((each, index) => [each, values[index]])));
      return result === undefined ? undefined : (done as Options | undefined)?.[result];
    });
  }
  for (const name of notOffered) {
    const refuse = (): never => {
      throw new Failure('is not offered by the preview');
    };
    manager[name] = asynchronous(name, refuse);
    manager[`${name}Sync`] = synchronous(`${name}Sync`, refuse);
  }
  const { saveFile, getFileInfo, removeSavedFile, getSavedFileList } = manager;
  return {
    getFileSystemManager: () => manager,
    saveFile,
    getFileInfo,
    removeSavedFile,
    getSavedFileList,
    env: { USER_DATA_PATH: userFolder },
  };
}
