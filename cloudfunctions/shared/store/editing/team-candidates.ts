import type { Signed } from '../../domain/team/person';
import { database } from '../../platform/database';
import { candidateDocumentId, type CandidateDocument } from '../poll/candidates';
import { attempt, insertOnce } from '../fault';
import type { Change } from './change';

/** A candidate as its team works on it. */
export interface TeamCandidate extends Omit<CandidateDocument, '_id' | 'pollId' | 'number'> {
  id: string;
  version: number;
  /** Pictures as chosen; `pictures` are those of them that were passed. */
  gallery: string[];
  /** The video as chosen; `video` is it once a reviewer passed it. */
  videoFile?: string;
  edited: Signed;
}

/**
 * Until publishing a candidate's document carries a poll id that no poll has, so that nothing half made can ever be read as
 * a candidate: publishing gives it its poll's id and its number.
 */
function draftOf(pollId: string): string {
  return `~${pollId}`;
}

const candidates = () => database.collection('candidates');
const { command } = database;

function toCandidate(pollId: string, document: unknown): TeamCandidate {
  // What is in the collection was written by this project; a poll that has a team has such candidates.
  const { _id, pollId: _, number: __, ...rest } = document as TeamCandidate & CandidateDocument;
  return { ...rest, id: _id.slice(pollId.length + 1) };
}

/** @returns false when there is one of that id already */
export function insertCandidate(pollId: string, { id, ...rest }: TeamCandidate): Promise<boolean> {
  const data = { _id: candidateDocumentId(pollId, id), pollId: draftOf(pollId), number: 0, ...rest };
  return insertOnce(candidates(), data);
}

/** How many documents one insert carries. */
const pageSize = 100;

/** Inserts many, a page at a time; until they stand in the poll's order they are nobody's. */
export async function insertCandidates(pollId: string, all: readonly TeamCandidate[]): Promise<void> {
  for (let from = 0; from < all.length; from += pageSize) {
    const data = all.slice(from, from + pageSize).map(({ id, ...rest }) => {
      return { _id: candidateDocumentId(pollId, id), pollId: draftOf(pollId), number: 0, ...rest };
    });
    await attempt(() => candidates().add({ data }));
  }
}

/** Those of these candidates that are there, in no particular order, with all their texts. */
export async function findTeamCandidates(pollId: string, ids: readonly string[]): Promise<TeamCandidate[]> {
  if (ids.length === 0) return [];
  const wanted = ids.map((id) => candidateDocumentId(pollId, id));
  const { data } = await attempt(() =>
    candidates()
      .where({ _id: command.in(wanted) })
      .limit(1000)
      .get(),
  );
  return data.map((document) => toCandidate(pollId, document));
}

export async function findTeamCandidate(pollId: string, id: string): Promise<TeamCandidate | null> {
  const [candidate] = await findTeamCandidates(pollId, [id]);
  return candidate ?? null;
}

export type CandidateChange = Change<Omit<TeamCandidate, 'id' | 'version'>>;

/**
 * Changes a candidate, if it still has this version. null takes a field away.
 * @returns false when it has not
 */
export async function changeCandidate(
  pollId: string,
  id: string,
  version: number,
  change: CandidateChange,
): Promise<boolean> {
  const fields = Object.entries(change).map(([field, value]) => [
    field,
    value === null ? command.remove() : command.set(value),
  ]);
  const data = { ...(Object.fromEntries(fields) as object), version: command.inc(1) };
  const { stats } = await attempt(() =>
    candidates()
      .where({ _id: candidateDocumentId(pollId, id), version })
      .update({ data }),
  );
  return stats.updated > 0;
}

/**
 * Shows the public what was passed of a candidate's pictures and video, if it still has this version. What one works on does not
 * change by it, so neither does the version.
 */
export async function showPassed(
  pollId: string,
  { id, version }: Pick<TeamCandidate, 'id' | 'version'>,
  passed: { pictures: string[]; video: string | null },
): Promise<boolean> {
  const video = passed.video === null ? command.remove() : passed.video;
  const { stats } = await attempt(() =>
    candidates()
      .where({ _id: candidateDocumentId(pollId, id), version })
      .update({ data: { pictures: command.set(passed.pictures), video } }),
  );
  return stats.updated > 0;
}

/**
 * Makes a draft's candidate public under its number. It gets a new version, so that no edit that was under way can still land;
 * and a later sealing stands against one that is late.
 * @param seal the poll's `touched` that is being published
 */
export async function sealCandidate(pollId: string, id: string, number: number, seal: number): Promise<void> {
  await attempt(() =>
    candidates()
      .where({ _id: candidateDocumentId(pollId, id), seal: command.not(command.gt(seal)) })
      .update({ data: { pollId, number, seal, version: command.inc(1) } }),
  );
}

/** Deletes what is no candidate of the poll: what was removed, and what a broken import left. */
export async function removeOtherCandidates(pollId: string, ids: readonly string[]): Promise<void> {
  const kept = ids.map((id) => candidateDocumentId(pollId, id));
  await attempt(() =>
    candidates()
      .where({ pollId: command.in([pollId, draftOf(pollId)]), _id: command.nin(kept) })
      .remove(),
  );
}

export async function removeCandidate(pollId: string, id: string): Promise<void> {
  await attempt(() =>
    candidates()
      .where({ _id: candidateDocumentId(pollId, id) })
      .remove(),
  );
}
