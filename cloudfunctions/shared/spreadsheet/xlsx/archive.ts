import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { limits } from '../limits';
import { Refused } from '../refusal';

/** Deflate cannot shrink anything further; an entry that claims it lies. */
const mostRatio = 1032;

/** The parts of an .xlsx file. All that is unpacked through one archive counts against one budget. */
export class Archive {
  private unpackedBytes = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads the central directory and refuses what it declares too large; nothing is unpacked yet. */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await orDamaged(() => fromBufferPromise(buffer, { lazyEntries: true }));
    if (zip.entryCount > limits.entries) throw new Refused({ code: 'CONTENT_TOO_LARGE' });
    const entries = new Map<string, Entry>();
    let declaredBytes = 0;
    await orDamaged(async () => {
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw new Refused({ code: 'FILE_ENCRYPTED' });
        declaredBytes += entry.uncompressedSize;
        if (declaredBytes > limits.declaredBytes) throw new Refused({ code: 'CONTENT_TOO_LARGE' });
        if (entry.uncompressedSize > (entry.compressedSize + 64) * mostRatio) {
          throw new Refused({ code: 'CONTENT_TOO_LARGE' });
        }
        // Two parts of one name: programs would disagree on which is meant.
        if (entries.has(key(entry.fileName))) throw new Refused({ code: 'FILE_DAMAGED' });
        entries.set(key(entry.fileName), entry);
      }
    });
    return new Archive(zip, entries);
  }

  has(path: string): boolean {
    return this.entries.has(key(path));
  }

  /**
   * A part's text in pieces, unpacked as they are taken. The bytes that come are counted, whatever was declared.
   * A part that is missing is damage.
   */
  async *text(path: string): AsyncGenerator<string, void, undefined> {
    const entry = this.entries.get(key(path));
    if (!entry) throw new Refused({ code: 'FILE_DAMAGED' });
    if (entry.uncompressedSize > limits.unpackedBytes - this.unpackedBytes) {
      throw new Refused({ code: 'CONTENT_TOO_LARGE' });
    }
    // Stored sizes are held to by yauzl, too: more or fewer bytes than declared are an error.
    const stream = await orDamaged(() => this.zip.openReadStreamPromise(entry));
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of stream) {
        // A stream without an encoding gives buffers.
        const bytes = chunk as Buffer;
        this.unpackedBytes += bytes.length;
        if (this.unpackedBytes > limits.unpackedBytes) throw new Refused({ code: 'CONTENT_TOO_LARGE' });
        yield decoder.decode(bytes, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      throw asDamage(error);
    }
  }
}

/** Names of parts differ by more than case. */
const key = (path: string): string => path.toLowerCase();

async function orDamaged<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw asDamage(error);
  }
}

/** Whatever an archive's reader throws at these bytes says that they are no sound archive. */
function asDamage(error: unknown): Refused {
  return error instanceof Refused ? error : new Refused({ code: 'FILE_DAMAGED' });
}
