import { open, type FileHandle } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';

/** What 32 bits cannot say is said in 64, in a field of its own (APPNOTE 4.5.3). */
const most32 = 0xffffffff;
const most16 = 0xffff;
/** 1 January 1980: the same content is the same file. */
const date = 0x0021;
/** Names are UTF-8. */
const utf8 = 0x0800;
const deflated = 8;
const stored = 0;

interface Member {
  name: Buffer;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/**
 * Writes a ZIP archive a part at a time, of any length: nothing but the list of its parts is held. The archive libraries here hold it all,
 * or end at four gigabytes, which an installation with films passes.
 */
export class ArchiveWriter {
  private readonly members: Member[] = [];
  private offset = 0;

  private constructor(private readonly file: FileHandle) {}

  /** @param path of the file, which is readable by its owner alone; one that is there is replaced */
  static async create(path: string): Promise<ArchiveWriter> {
    const file = await open(path, 'w', 0o600);
    await file.chmod(0o600);
    return new ArchiveWriter(file);
  }

  /** @param isPacked whether packing it is not worth the while, as with pictures and films */
  async add(name: string, content: Uint8Array, isPacked = false): Promise<void> {
    const data = isPacked ? content : deflateRawSync(content, { level: 6 });
    const member: Member = {
      name: Buffer.from(name),
      method: isPacked ? stored : deflated,
      crc: crc32(content),
      packed: data.length,
      size: content.length,
      offset: this.offset,
    };
    if (member.size > most32) throw new Error(`${name} is larger than four gigabytes`);
    this.members.push(member);
    await this.write(localHeader(member));
    await this.write(data);
  }

  /** Writes the list of parts, and sees that all of it is on the disk. */
  async end(): Promise<void> {
    const start = this.offset;
    for (const member of this.members) await this.write(listed(member));
    await this.write(ending(this.members.length, start, this.offset));
    await this.file.sync();
    await this.file.close();
  }

  async abandon(): Promise<void> {
    await this.file.close();
  }

  private async write(data: Uint8Array): Promise<void> {
    for (let from = 0; from < data.length;) {
      const { bytesWritten } = await this.file.write(data, from);
      from += bytesWritten;
    }
    this.offset += data.length;
  }
}

function localHeader({ name, method, crc, packed, size }: Member): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(utf8, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt16LE(date, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function listed({ name, method, crc, packed, size, offset }: Member): Buffer {
  const isFar = offset >= most32;
  const far = Buffer.alloc(isFar ? 12 : 0);
  if (isFar) {
    far.writeUInt16LE(1, 0);
    far.writeUInt16LE(8, 2);
    far.writeBigUInt64LE(BigInt(offset), 4);
  }
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE((3 << 8) | 45, 4);
  head.writeUInt16LE(isFar ? 45 : 20, 6);
  head.writeUInt16LE(utf8, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt16LE(date, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(far.length, 30);
  head.writeUInt32LE(0o100600 * 0x10000, 38);
  head.writeUInt32LE(isFar ? most32 : offset, 42);
  return Buffer.concat([head, name, far]);
}

/** @param start where the list begins @param end where it ends */
function ending(count: number, start: number, end: number): Buffer {
  const is64 = count >= most16 || end >= most32;
  const far = Buffer.alloc(is64 ? 76 : 0);
  if (is64) {
    far.writeUInt32LE(0x06064b50, 0);
    far.writeBigUInt64LE(44n, 4);
    far.writeUInt16LE((3 << 8) | 45, 12);
    far.writeUInt16LE(45, 14);
    far.writeBigUInt64LE(BigInt(count), 24);
    far.writeBigUInt64LE(BigInt(count), 32);
    far.writeBigUInt64LE(BigInt(end - start), 40);
    far.writeBigUInt64LE(BigInt(start), 48);
    far.writeUInt32LE(0x07064b50, 56);
    far.writeBigUInt64LE(BigInt(end), 64);
    far.writeUInt32LE(1, 72);
  }
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(Math.min(count, most16), 8);
  last.writeUInt16LE(Math.min(count, most16), 10);
  last.writeUInt32LE(Math.min(end - start, most32), 12);
  last.writeUInt32LE(Math.min(start, most32), 16);
  return Buffer.concat([far, last]);
}
