import { openPromise, type Entry, type ZipFile } from 'yauzl';

/** Reads an archive's parts in any order, each as often as it is asked for. */
export class ArchiveReader {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws a sentence when the file is no archive, or its end is missing */
  static async open(path: string): Promise<ArchiveReader> {
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(path, { lazyEntries: true, autoClose: false });
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new ArchiveReader(zip, entries);
    } catch (error) {
      zip?.close();
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${path} is no backup, or its end is missing (${why})`, { cause: error });
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws a sentence when there is no such part, or it cannot be unpacked */
  async read(name: string): Promise<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error(`the backup lacks its part ${name}`);
    try {
      const chunks: Buffer[] = [];
      // A stream without an encoding gives buffers.
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    } catch (error) {
      throw new Error(`the backup's part ${name} is damaged: it cannot be unpacked`, { cause: error });
    }
  }

  close(): void {
    this.zip.close();
  }
}
