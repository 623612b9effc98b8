import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue, opacity: 0–255. */
export type Colour = readonly [number, number, number, number];

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * Writes a square picture of two colours as PNG with a palette. Quick, since a general encoder looks at each pixel's four channels.
 * @param isDark whether the square at this column and row of `squares` by `squares` has the first colour
 */
export function twoColourPng(
  width: number,
  squares: number,
  isDark: (column: number, row: number) => boolean,
  [dark, light]: [Colour, Colour],
): Buffer {
  const squareAt = Array.from({ length: width }, (_, at) => Math.floor((at * squares) / width));
  // Each line begins with its filter: none.
  const lines = Array.from({ length: squares }, (_, row) =>
    Buffer.from([0, ...squareAt.map((column) => (isDark(column, row) ? 0 : 1))]),
  );
  const pixels = Buffer.concat(squareAt.map((row) => lines[row] ?? Buffer.alloc(width + 1)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  // Eight bits, palette; deflate, no filters, not interlaced are zero.
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...dark.slice(0, 3), ...light.slice(0, 3)])),
    ...(dark[3] === 255 && light[3] === 255 ? [] : [chunk('tRNS', Buffer.from([dark[3], light[3]]))]),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
