import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** A file of the storage that is there for a while only. Noted before it is there, so that none is forgotten. */
export interface PassingFile {
  path: string;
  /** The poll whose team it is for. */
  pollId: string;
  /** When whatever is left of it is deleted, epoch milliseconds. */
  dueAt: number;
}

const files = () => database.collection('passingFiles');
const { command } = database;

/** One that is noted stays as it is. @throws DatabaseFault when it is not certain that it is noted; the file is not to be made then */
export async function notePassingFile({ path, ...rest }: PassingFile): Promise<void> {
  await insertOnce(files(), { _id: path, ...rest });
}

export async function findPassingFile(path: string): Promise<PassingFile | null> {
  const { data } = await attempt(() => files().where({ _id: path }).limit(1).get());
  return data.length === 0 ? null : toPassingFile(data[0]);
}

/** Forgets a file that is gone. */
export async function forgetPassingFile(path: string): Promise<void> {
  await attempt(() => files().where({ _id: path }).remove());
}

/** Forgets files that stay. */
export async function forgetPassingFiles(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await attempt(() =>
    files()
      .where({ _id: command.in([...paths]) })
      .remove(),
  );
}

/** Forgets what is noted of a poll's own folder: it stays. */
export async function keepPollFiles(pollId: string): Promise<void> {
  const folder = `polls/${pollId}/`;
  // No path of the folder is behind this: "~" is the last of the printable characters.
  const isInside = command.gt(folder).and(command.lt(`${folder}~`));
  await attempt(() => files().where({ _id: isInside }).remove());
}

/** When the first is to be deleted, epoch milliseconds; null when there is none. */
export async function nextPassingFileAt(): Promise<number | null> {
  const [first] = await listPassingFiles(Number.MAX_SAFE_INTEGER, 1);
  return first?.dueAt ?? null;
}

/** Those that are to be deleted by `until`, the longest due first. */
export async function listPassingFiles(until: number, limit: number): Promise<PassingFile[]> {
  const { data } = await attempt(() =>
    files()
      .where({ dueAt: command.lte(until) })
      .orderBy('dueAt', 'asc')
      .limit(limit)
      .get(),
  );
  return data.map(toPassingFile);
}

function toPassingFile(document: unknown): PassingFile {
  // What is in the collection was written by this project.
  const { _id, ...rest } = document as Omit<PassingFile, 'path'> & { _id: string };
  return { path: _id, ...rest };
}
