import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
    if (!existsSync(made)) renameSync(dataDir, made);
  } finally {
    rmSync(`${made}.lock`, { force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Whether it is ours to make. A lock names the process that holds it; one whose process has ended was left behind, and goes. */
export function takeLock(made: string, pid = process.pid): boolean {
  const lock = `${made}.lock`;
  const named = `${lock}.${pid}`;
  mkdirSync(path.dirname(made), { recursive: true });
  writeFileSync(named, String(pid));
  try {
    linkSync(named, lock);
    return true;
  } catch {
    if (!lives(holderOf(lock))) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(named);
  }
}

/** @returns this process where the lock has just gone, so that nothing is done but to look again */
function holderOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return process.pid;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
