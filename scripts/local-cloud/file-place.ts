import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** How a file is called within the folder that has its own name; no path of the cloud has a control character in it. */
const itself = '\u0001itself';

/** Where a file of the cloud lies below `folder`. In object storage `a` and `a/b` are two files; on a disk `a` is a folder then. */
export function placeOf(folder: string, path: string): string {
  const place = join(folder, path);
  return isA('folder', place) ? join(place, itself) : place;
}

/** The path in the cloud of what lies at a place below `folder`. */
export function pathAt(folder: string, place: string): string {
  const path = relative(folder, place).split(sep).join('/');
  return path.endsWith(`/${itself}`) ? path.slice(0, -itself.length - 1) : path;
}

/** Makes the folders in which a file of that path lies, and takes in there the files that have their names. */
export function makeRoomFor(folder: string, path: string): void {
  const parts = path.split('/').slice(0, -1);
  for (const at of parts.keys()) {
    const place = join(folder, ...parts.slice(0, at + 1));
    if (!isA('file', place)) continue;
    const aside = `${place}${itself}`;
    renameSync(place, aside);
    mkdirSync(place);
    renameSync(aside, join(place, itself));
  }
  mkdirSync(dirname(join(folder, path)), { recursive: true });
}

function isA(kind: 'file' | 'folder', place: string): boolean {
  return existsSync(place) && statSync(place).isDirectory() === (kind === 'folder');
}
