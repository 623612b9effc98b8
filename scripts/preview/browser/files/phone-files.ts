import { fileError } from './file-error';
import { mediaTypeOf } from './file-types';

/** Where page code may write: `wx.env.USER_DATA_PATH`. */
export const userFolder = 'wxfile://usr';

/** The most that user and saved files may take together, and a single file, in bytes; WeChat's own limits. */
const maxTotal = 200 * 1024 * 1024;
const maxSingle = 100 * 1024 * 1024;

interface Kept {
  bytes: Uint8Array<ArrayBuffer>;
  modifiedAt: number;
}

/** The phone's files, kept in the page's memory: temporary ones, saved ones, and those of the user's folder. */
export class PhoneFiles {
  private readonly files = new Map<string, Kept>();
  private readonly folders = new Set([userFolder]);
  private readonly urls = new Map<string, string>();

  /** Keeps content under a temporary path. @param extension without the point; may be empty */
  addTemporary(bytes: Uint8Array<ArrayBuffer>, extension: string): string {
    return this.add('tmp', bytes, extension);
  }

  /** Keeps content for good, outside the user's folder. */
  addSaved(bytes: Uint8Array<ArrayBuffer>, extension: string): string {
    this.makeRoom(bytes.length);
    return this.add('store', bytes, extension);
  }

  /** Content of a file: of the phone by its `wxfile://` path, else of the package. */
  read(path: string): Uint8Array<ArrayBuffer> {
    const kept = this.files.get(path);
    if (kept) return kept.bytes;
    if (this.folders.has(path)) throw fileError('folderOperation');
    const packaged = path.startsWith('wxfile://') ? null : readPackage(path);
    if (packaged) return packaged;
    throw fileError('missing', path);
  }

  /** Writes a file of the user's folder. */
  write(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.refuseOutside(path);
    if (this.folders.has(path)) throw fileError('folderOperation');
    if (!this.folders.has(parentOf(path))) throw fileError('missing', path);
    this.makeRoom(bytes.length - (this.files.get(path)?.bytes.length ?? 0), bytes.length);
    this.put(path, bytes);
  }

  remove(path: string): void {
    if (this.folders.has(path)) throw fileError('notPermitted');
    if (!this.files.delete(path)) throw fileError('missing', path);
    this.forgetUrl(path);
  }

  has(path: string): boolean {
    return this.files.has(path) || this.folders.has(path);
  }

  isFolder(path: string): boolean {
    return this.folders.has(path);
  }

  modifiedAt(path: string): number {
    return this.files.get(path)?.modifiedAt ?? 0;
  }

  makeFolder(path: string, withParents: boolean): void {
    this.refuseOutside(path);
    if (this.has(path)) throw fileError('exists', path);
    if (!this.folders.has(parentOf(path))) {
      if (!withParents) throw fileError('missing', path);
      this.makeFolder(parentOf(path), true);
    }
    this.folders.add(path);
  }

  removeFolder(path: string, withContent: boolean): void {
    this.refuseOutside(path);
    if (!this.folders.has(path)) throw fileError(this.files.has(path) ? 'notFolder' : 'missing', path);
    const below = this.below(path);
    if (below.length > 0 && !withContent) throw fileError('notEmpty');
    for (const each of below) {
      this.files.delete(each);
      this.folders.delete(each);
      this.forgetUrl(each);
    }
    this.folders.delete(path);
  }

  /** Names of what lies in a folder. */
  list(path: string): string[] {
    if (!this.folders.has(path)) throw fileError(this.files.has(path) ? 'notFolder' : 'missing', path);
    return this.below(path)
      .map((each) => each.slice(path.length + 1))
      .filter((name) => !name.includes('/'));
  }

  /** Paths of everything below a folder. */
  below(path: string): string[] {
    return [...this.folders, ...this.files.keys()].filter((each) => each.startsWith(`${path}/`)).sort();
  }

  /** Files kept for good outside the user's folder. */
  saved(): string[] {
    return [...this.files.keys()].filter((path) => path.startsWith('wxfile://store_'));
  }

  /** Where the browser finds a `wxfile://` file; undefined when there is none. */
  urlOf(path: string): string | undefined {
    const kept = this.files.get(path);
    if (!kept) return undefined;
    const known = this.urls.get(path);
    if (known) return known;
    const url = URL.createObjectURL(new Blob([kept.bytes], { type: mediaTypeOf(path) }));
    this.urls.set(path, url);
    return url;
  }

  private add(kind: 'tmp' | 'store', bytes: Uint8Array<ArrayBuffer>, extension: string): string {
    const path = `wxfile://${kind}_${crypto.randomUUID().replaceAll('-', '')}${extension ? `.${extension}` : ''}`;
    this.put(path, bytes);
    return path;
  }

  private put(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.files.set(path, { bytes, modifiedAt: Math.floor(Date.now() / 1000) });
    this.forgetUrl(path);
  }

  private refuseOutside(path: string): void {
    if (!path.startsWith(`${userFolder}/`)) throw fileError('noAccess', path);
  }

  private makeRoom(more: number, single = more): void {
    const used = [...this.files].filter(([path]) => !path.startsWith('wxfile://tmp_'));
    const total = used.reduce((sum, [, { bytes }]) => sum + bytes.length, 0);
    if (single > maxSingle || total + more > maxTotal) throw fileError('full');
  }

  private forgetUrl(path: string): void {
    const url = this.urls.get(path);
    if (url) URL.revokeObjectURL(url);
    this.urls.delete(path);
  }
}

/** The files of the one phone of this page. */
export const phoneFiles = new PhoneFiles();

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** A file of the package; read without waiting, because page code may ask for it so. */
function readPackage(path: string): Uint8Array<ArrayBuffer> | null {
  const request = new XMLHttpRequest();
  request.open('GET', `/files/${path.replace(/^\.?\//, '')}`, false);
  // The only way to bytes in a request that is waited for.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) return null;
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff);
}
