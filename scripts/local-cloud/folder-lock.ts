import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'owner.json';

interface Owner {
  pid: number;
  /** Tells two processes apart that had the same pid one after the other; empty where the system does not say. */
  startedAt: string;
}

export interface FolderLock {
  /** Whether the last owner never gave it back: it was killed, or the machine went down. */
  wasLeftBehind: boolean;
  /** Gives the folder back. */
  release: () => void;
}

/**
 * Claims a data folder for this process. Throws if a living process has it; a claim that a killed process left behind is
 * taken over.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, FILE);
  const claim = (): void => writeFileSync(path, JSON.stringify(ownerNow(process.pid)), { flag: 'wx' });
  let wasLeftBehind = false;
  try {
    claim();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const owner = readOwner(path);
    if (owner !== undefined && isAlive(owner)) {
      throw new Error(
        `the data folder ${folder} is in use by another local cloud (process ${owner.pid}); stop that one or choose another --data folder`,
        { cause: error },
      );
    }
    rmSync(path, { force: true });
    claim();
    wasLeftBehind = true;
  }
  return { wasLeftBehind, release: () => rmSync(path, { force: true }) };
}

/** The system's code of an error. Not asked by `instanceof`, which a test's realm and Node's own do not share. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function readOwner(path: string): Owner | undefined {
  try {
    // Only `lockFolder` writes this file; a torn one is caught below.
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (codeOf(error) !== 'EPERM') return false;
  }
  return ownerNow(owner.pid).startedAt === owner.startedAt;
}

function ownerNow(pid: number): Owner {
  try {
    // Field 22 of Linux's stat is the start time; the command before it may hold spaces and ends with a bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { pid, startedAt: fields[0] === 'Z' ? 'dead' : (fields[19] ?? '') };
  } catch {
    return { pid, startedAt: '' };
  }
}
