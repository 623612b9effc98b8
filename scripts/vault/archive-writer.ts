import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** The same content is the same file: the time in it is no time of anything, and an ordinary file is its owner's alone. */
const always = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100600 };

/** Writes a ZIP archive a part at a time, of any length: no more than a part or two are held, and the list of all. */
export class ArchiveWriter {
  private readonly zip = new ZipFile();
  private readonly stopping = new AbortController();
  private readonly writing: Promise<void>;

  private constructor(file: FileHandle) {
    const { signal } = this.stopping;
    // The stream closes the file, whatever becomes of it, and sees first that all of it is on the disk.
    this.writing = pipeline(this.zip.outputStream, file.createWriteStream({ flush: true }), { signal });
    // Whoever adds or ends is told of it.
    this.writing.catch(() => undefined);
    this.zip.on('error', (error) => this.stopping.abort(error));
  }

  /** @param path of the file, which is readable by its owner alone; one that is there is replaced */
  static async create(path: string): Promise<ArchiveWriter> {
    const file = await open(path, 'w', 0o600);
    await file.chmod(0o600);
    return new ArchiveWriter(file);
  }

  /** @param isPacked whether packing it is not worth the while, as with pictures and films */
  async add(name: string, content: Uint8Array, isPacked = false): Promise<void> {
    // The library keeps to the end what it is given: of a buffer all of it, of a stream that was read to its end nothing of what was in it.
    const source = new Readable({ read: () => undefined });
    source.push(content);
    source.push(null);
    this.zip.addReadStream(source, name, { ...always, compress: !isPacked, size: content.length });
    await Promise.race([finished(source), this.writing]);
  }

  /** Writes the list of parts, and sees that all of it is on the disk. */
  async end(): Promise<void> {
    this.zip.end();
    await this.writing;
  }

  async abandon(): Promise<void> {
    this.stopping.abort();
    await this.writing.catch(() => undefined);
  }
}
