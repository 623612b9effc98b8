import { zipSync, type Zippable } from 'fflate';

/** Of this machine's own clock, as archives write it: what is packed twice, and elsewhere, is the same, byte for byte. */
const date = new Date(1980, 0, 1);
/** An ordinary file that everybody may read: the cloud runs it as somebody else. */
const mode = 0o100644 * 0x10000;
const unix = 3;

/** An archive of a function's files, as the cloud takes them. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const inOrder = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable = Object.fromEntries(
    inOrder.map(([name, content]): [string, Zippable[string]] => [
      name,
      [content, { level: 9, mtime: date, os: unix, attrs: mode }],
    ]),
  );
  return Buffer.from(zipSync(zippable));
}
