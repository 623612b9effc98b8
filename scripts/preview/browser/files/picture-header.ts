type Bytes = Uint8Array<ArrayBuffer>;

/** What WeChat calls the EXIF orientations 1 to 8. */
const orientations = [
  ...['up', 'up-mirrored', 'down', 'down-mirrored'],
  ...['left-mirrored', 'right', 'right-mirrored', 'left'],
] as const;

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['gif', [0x47, 0x49, 0x46]],
  ['tiff', [0x49, 0x49, 0x2a]],
];

/** A picture's format by its first bytes; "unknown" for those that WeChat does not name. */
export function formatOf(bytes: Bytes): string {
  return signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? 'unknown';
}

/** How a camera was held, by a JPEG's EXIF data; upright where they say nothing. */
export function orientationOf(bytes: Bytes): { name: string; isSideways: boolean } {
  const number = formatOf(bytes) === 'jpeg' ? exifOrientation(bytes) : 1;
  return { name: orientations[number - 1] ?? 'up', isSideways: number > 4 };
}

const exifMarker = 0xffe1;
const scanMarker = 0xffda;
const orientationTag = 0x0112;

function exifOrientation(bytes: Bytes): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker === scanMarker || marker < 0xff00) return 1;
    if (marker === exifMarker && view.getUint32(at + 4) === 0x45786966) return readTag(view, at + 10);
  }
  return 1;
}

/** @param start where the TIFF header lies that all offsets count from */
function readTag(view: DataView, start: number): number {
  const little = view.getUint16(start) === 0x4949;
  const table = start + view.getUint32(start + 4, little);
  const count = view.getUint16(table, little);
  for (let entry = 0; entry < count; entry += 1) {
    const at = table + 2 + entry * 12;
    if (at + 10 <= view.byteLength && view.getUint16(at, little) === orientationTag)
      return view.getUint16(at + 8, little);
  }
  return 1;
}
