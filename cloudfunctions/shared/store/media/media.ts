import type { MediaState, MediaVerdict } from '../../domain/media/media-state';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';
import { mediumId } from './medium-id';

/** A picture, video or document that a poll shows or is to show, and what became of its check. One document a file. */
export interface Medium {
  file: string;
  kind: 'picture' | 'video' | 'document';
  pollId: string;
  state: MediaState;
  /** When it was handed in, epoch milliseconds. */
  at: number;
  /** Of the latest request to WeChat, by which the verdict names it; absent until the request was answered. */
  trace?: string;
  /** When the latest request was made. */
  askedAt?: number;
  candidateId?: string;
  nominationId?: string;
  /** Of an objection: it is shown to the team alone. */
  objectionId?: string;
}

const media = () => database.collection('media');
const verdicts = () => database.collection('verdicts');
const { command } = database;

function toMedium(document: unknown): Medium {
  // What is in the collection was written by this project.
  const { _id: _, ...rest } = document as Medium & { _id: string };
  return rest;
}

/** @returns false when the file is known */
export function insertMedium(medium: Medium): Promise<boolean> {
  return insertOnce(media(), { _id: mediumId(medium.file), ...medium });
}

/** Those of the files that are known, by file. */
export async function findMedia(files: readonly string[]): Promise<Map<string, Medium>> {
  if (files.length === 0) return new Map();
  const found = new Map<string, Medium>();
  const ids = files.map(mediumId);
  for (let from = 0; from < ids.length; from += 1000) {
    const page = ids.slice(from, from + 1000);
    const { data } = await attempt(() =>
      media()
        .where({ _id: command.in(page) })
        .limit(1000)
        .get(),
    );
    for (const medium of data.map(toMedium)) found.set(medium.file, medium);
  }
  return found;
}

export async function findMediumByTrace(trace: string): Promise<Medium | null> {
  const { data } = await attempt(() => media().where({ trace }).limit(1).get());
  return data.length === 0 ? null : toMedium(data[0]);
}

/** What a poll has that is not passed, oldest first. */
export async function listUnpassed(pollId: string): Promise<Medium[]> {
  const { data } = await attempt(() =>
    media()
      .where({ pollId, state: command.in(['pending', 'review', 'refused']) })
      .orderBy('at', 'asc')
      .limit(1000)
      .get(),
  );
  return data.map(toMedium);
}

/** Notes the trace id of a request that WeChat took. */
export async function noteTrace(file: string, trace: string, askedAt: number): Promise<void> {
  await attempt(() =>
    media()
      .where({ _id: mediumId(file) })
      .update({ data: { trace, askedAt } }),
  );
}

/** Every file of a poll's, whatever became of its check. */
export async function listMediaOf(pollId: string): Promise<string[]> {
  const files: string[] = [];
  for (let after = ''; ;) {
    const { data } = await attempt(() =>
      media()
        .where({ pollId, _id: command.gt(after) })
        .orderBy('_id', 'asc')
        .limit(1000)
        .get(),
    );
    files.push(...data.map((document) => toMedium(document).file));
    // As above.
    after = (data.at(-1) as { _id: string } | undefined)?._id ?? '';
    if (data.length < 1000) return files;
  }
}

export async function forgetMedia(files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  await attempt(() =>
    media()
      .where({ _id: command.in(files.map(mediumId)) })
      .remove(),
  );
}

/** Says whose file it is. */
export async function assignMedia(
  files: readonly string[],
  owner: Pick<Medium, 'candidateId' | 'nominationId'>,
): Promise<void> {
  if (files.length === 0) return;
  await attempt(() =>
    media()
      .where({ _id: command.in(files.map(mediumId)) })
      .update({ data: owner }),
  );
}

/** @returns false when its state is none of `from` any more */
export async function moveMedium(file: string, from: readonly MediaState[], state: MediaState): Promise<boolean> {
  const { stats } = await attempt(() =>
    media()
      .where({ _id: mediumId(file), state: command.in([...from]) })
      .update({ data: { state } }),
  );
  return stats.updated > 0;
}

/** Keeps a verdict under its trace id, whether or not we know yet what it is about. A repeat changes nothing. */
export async function keepVerdict(trace: string, verdict: MediaVerdict, at: number): Promise<void> {
  await insertOnce(verdicts(), { _id: trace, ...verdict, at });
}

export async function findVerdict(trace: string): Promise<MediaVerdict | null> {
  const { data } = await attempt(() => verdicts().where({ _id: trace }).limit(1).get());
  // As above.
  return (data[0] as MediaVerdict | undefined) ?? null;
}
