import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A file of the log, by its path below the log's address; a file that was never changed may come from a cache. */
export type ReadLogFile = (path: string) => Promise<Uint8Array | 'MISSING' | 'UNREACHABLE'>;

/** Why a file could not be read. */
export type FileProblem = { problem: 'UNREACHABLE' } | { problem: 'FILE_MISSING'; path: string };

/** The files of one log as one check reads them: each once, and all remembered as evidence. */
export class LogFolder {
  readonly #read: ReadLogFile;
  readonly #contents = new Map<string, Promise<Uint8Array | 'MISSING' | 'UNREACHABLE'>>();
  readonly #got = new Map<string, Uint8Array>();

  constructor(read: ReadLogFile) {
    this.#read = read;
  }

  /** How many files were asked for. */
  get count(): number {
    return this.#contents.size;
  }

  async file(path: string): Promise<Uint8Array | FileProblem> {
    const reading = this.#contents.get(path) ?? this.#read(path);
    this.#contents.set(path, reading);
    const content = await reading;
    if (content === 'UNREACHABLE') return { problem: 'UNREACHABLE' };
    if (content === 'MISSING') return { problem: 'FILE_MISSING', path };
    this.#got.set(path, content);
    return content;
  }

  evidence(): { path: string; sha256: string }[] {
    return [...this.#got].map(([path, content]) => ({ path, sha256: bytesToHex(sha256(content)) }));
  }
}
