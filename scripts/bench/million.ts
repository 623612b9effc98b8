import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, expectDone, insertAll } from '../connect';
import { startServerProcess, type ServerProcess } from './server-process';

export interface MillionFigures {
  ballots: number;
  insertedPerSecond: number;
  /** Resident bytes of the cloud's process once all are in; `own` without the database file that the system maps in. */
  memory: { all: number; own: number };
  /** Seconds from the start of a process to its being ready, with all of them in its folder. */
  startUp: number;
}

const pageSize = 10_000;

/** Fills a cloud with ballots (each with its keys in three indexes), weighs it, and starts it anew on the same folder. */
export async function measureMillion(functionsDir: string, ballots: number): Promise<MillionFigures> {
  const dir = await mkdtemp(path.join(tmpdir(), 'gongping-million-'));
  const start = (): Promise<ServerProcess> => startServerProcess('cloud-process.ts', [dir, functionsDir]);
  try {
    const first = await start();
    const startedAt = performance.now();
    for (let from = 0; from < ballots; from += pageSize) {
      const page = Array.from({ length: Math.min(pageSize, ballots - from) }, (_, index) => ballot(from + index));
      await insertAll(connect(first.url), 'ballots', page);
    }
    const insertedPerSecond = ballots / ((performance.now() - startedAt) / 1000);
    const memory = await memoryOf(first.pid);
    await first.close();

    const restartedAt = performance.now();
    const second = await start();
    const startUp = (performance.now() - restartedAt) / 1000;
    const { total } = expectDone(await connect(second.url).database().collection('ballots').count()) as {
      total?: number;
    };
    await second.close();
    if (total !== ballots) throw new Error(`of ${ballots} ballots, ${total} are there after the restart`);
    return { ballots, insertedPerSecond, memory, startUp };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function ballot(number: number): object {
  const tag = createHash('sha256').update(String(number)).digest('hex').slice(0, 32);
  const id = `million:${tag}`;
  const rest = { choices: [`c${(number % 5) + 1}`], castId: `cast-${number}`, mark: id, hour: 0, batch: number % 500 };
  return { _id: id, period: 'once', ...rest };
}

/** By Linux's account; NaN on other systems. */
async function memoryOf(pid: number): Promise<{ all: number; own: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const bytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
  return { all: bytes('VmRSS'), own: bytes('RssAnon') };
}
