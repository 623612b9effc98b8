import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOf } from '../../scripts/build/when-changed';

const root = path.resolve(__dirname, '../..');
const madeDir = path.join(root, '.cache/demo');
/** What decides the data: who writes them and who keeps them. */
const sources = [
  'dist/cloudfunctions',
  'scripts/seed',
  'scripts/local-cloud',
  'scripts/random',
  'scripts/keys',
  'cloudfunctions/database.json',
];
/** How old a lock may be before whoever made it is taken for dead, milliseconds. */
const lockLife = 10 * 60_000;

/**
 * A folder of data of one's own, as `make` leaves one; it is made once and copied from then on, for the built functions and the
 * seeding as they are. Whoever comes while another process makes it waits.
 * @param make fills the given folder and closes what it opened
 */
export async function copyOfDemoData(make: (dataDir: string) => Promise<void>): Promise<string> {
  const made = path.join(madeDir, hashOf(sources).slice(0, 16));
  while (!existsSync(made)) {
    if (takeLock(made)) await makeOnce(made, make);
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const copy = mkdtempSync(path.join(tmpdir(), 'gongping-'));
  cpSync(made, copy, { recursive: true });
  return copy;
}

async function makeOnce(made: string, make: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(path.join(madeDir, 'making-'));
  try {
    await make(dataDir);
    renameSync(dataDir, made);
  } finally {
    rmSync(`${made}.lock`, { recursive: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Whether it is ours to make. */
function takeLock(made: string): boolean {
  const lock = `${made}.lock`;
  mkdirSync(madeDir, { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const madeAt = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - madeAt > lockLife) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
