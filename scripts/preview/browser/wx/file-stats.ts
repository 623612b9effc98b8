import { phoneFiles } from '../files/phone-files';

/** Modes of POSIX for a folder and for a plain file that everybody reads. */
const folderMode = 0o40755;
const fileMode = 0o100644;

/** What `stat` tells of a file or folder of the phone. */
export class FileStats {
  readonly mode: number;
  readonly size: number;
  /** Epoch seconds. */
  readonly lastAccessedTime: number;
  readonly lastModifiedTime: number;

  constructor(path: string) {
    const isFolder = phoneFiles.isFolder(path);
    this.mode = isFolder ? folderMode : fileMode;
    this.size = isFolder ? 0 : phoneFiles.read(path).length;
    this.lastModifiedTime = phoneFiles.modifiedAt(path);
    this.lastAccessedTime = this.lastModifiedTime;
  }

  isDirectory(): boolean {
    return this.mode === folderMode;
  }

  isFile(): boolean {
    return this.mode === fileMode;
  }
}
