import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** Everything that any of the builds reads. The lock file stands for all packages. */
const sources = [
  'cloudfunctions',
  'miniprogram',
  'website',
  'scripts/build',
  'scripts/wechat-files',
  'package-lock.json',
];

/**
 * Runs a build unless its folder holds what it made of these very sources. Contents are compared, not times, which a checkout
 * makes lie; the result's as well, so that a folder that somebody touched is built anew.
 * @param folder where the build writes, such as "dist/website"
 */
export async function whenChanged(folder: string, build: () => Promise<unknown>): Promise<void> {
  const noteFile = path.join(root, '.cache', `${folder.replaceAll('/', '-')}.txt`);
  const noted = existsSync(noteFile) ? readFileSync(noteFile, 'utf8') : '';
  const made = hashOf(sources);
  if (noted === `${made} ${hashOf([folder])}`) return;
  await build();
  mkdirSync(path.dirname(noteFile), { recursive: true });
  writeFileSync(noteFile, `${made} ${hashOf([folder])}`);
}

/** One hash of all files at these places of the repository, by name and content. */
export function hashOf(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesAt)) {
    const content = createHash('sha256')
      .update(readFileSync(path.join(root, file)))
      .digest();
    hash.update(`${file}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesAt(place: string): string[] {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [place];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).sort();
}
