import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

export type RecusalGround = 'kinship' | 'sameUnit' | 'teacher' | 'interest' | 'other';

/** A candidate whom a juror may not judge. */
export interface Recusal {
  candidateId: string;
  ground: RecusalGround;
  at: number;
}

/** What a juror gave a candidate; the comment is the juror's own. */
export interface Scored {
  /** By the criteria in their order; null where one has no points yet. */
  points: (number | null)[];
  comment: string;
}

/** A version of a sheet that was handed in. */
export interface Submission {
  n: number;
  /** Leaf hash of the entry that the log is to reveal, 64 hex digits. */
  hash: string;
  at: number;
  /** The version of the document that it was made of: a repeat is known by it. */
  of: number;
  /** Why it was opened again, and when. */
  reopened?: { reason: string; at: number };
}

/** What is kept of a juror in a poll. Who has a seat, and under which name, the poll says. */
export interface Sheet {
  memberId: string;
  /** Grows with every change of what is handed in: what is changed is what was read. */
  version: number;
  /** When the juror said whom they may not judge; absent before. */
  declaredAt?: number;
  own: Recusal[];
  byTeam: Recusal[];
  /** By the candidate's id, which the cloud made. */
  scores?: Record<string, Scored>;
  state: 'draft' | 'submitted';
  /** The entry that the last submission binds, salt and all; gone once the sheet is opened again: it cannot be revealed then. */
  sealed?: string;
  submissions?: Submission[];
  /** The act that locks it. */
  lockedBy?: string;
}

type Document = Sheet & { _id: string; pollId: string };

const sheets = () => database.collection('sheets');
const { command } = database;

const sheetId = (pollId: string, memberId: string): string => `${pollId}:${memberId}`;

/** One that nothing is written in. */
const fresh = { version: 1, own: [], byTeam: [], state: 'draft' as const };

function toSheet(document: unknown): Sheet {
  // What is in the collection was written by this project.
  const { _id: _, pollId: __, ...rest } = document as Document;
  return rest;
}

export async function findSheet(pollId: string, memberId: string): Promise<Sheet | null> {
  const { data } = await attempt(() =>
    sheets()
      .where({ _id: sheetId(pollId, memberId) })
      .limit(1)
      .get(),
  );
  return data.length === 0 ? null : toSheet(data[0]);
}

/** In no particular order; no poll has more than a jury has ever had seats. */
export async function listSheets(pollId: string): Promise<Sheet[]> {
  const { data } = await attempt(() => sheets().where({ pollId }).limit(1000).get());
  return data.map(toSheet);
}

/** What a juror declares takes the place of what they declared before, in one step. */
export async function declareRecusals(pollId: string, memberId: string, own: Recusal[], at: number): Promise<void> {
  const _id = sheetId(pollId, memberId);
  if (await insertOnce(sheets(), { ...fresh, _id, pollId, memberId, declaredAt: at, own })) return;
  await attempt(() =>
    sheets()
      .where({ _id, state: 'draft' })
      .update({ data: { declaredAt: at, own: command.set(own), version: command.inc(1) } }),
  );
}

/** @returns false when the team has recused the juror from this candidate already, or the sheet is handed in */
export async function addRecusal(pollId: string, memberId: string, recusal: Recusal): Promise<boolean> {
  const _id = sheetId(pollId, memberId);
  if (await insertOnce(sheets(), { ...fresh, _id, pollId, memberId, byTeam: [recusal] })) return true;
  const { stats } = await attempt(() =>
    sheets()
      .where({ _id, state: 'draft', 'byTeam.candidateId': command.neq(recusal.candidateId) })
      .update({ data: { byTeam: command.push([recusal]), version: command.inc(1) } }),
  );
  return stats.updated > 0;
}

/** @returns false when the team has not, or the sheet is handed in */
export async function removeRecusal(pollId: string, memberId: string, candidateId: string): Promise<boolean> {
  const { stats } = await attempt(() =>
    sheets()
      .where({ _id: sheetId(pollId, memberId), state: 'draft', 'byTeam.candidateId': candidateId })
      .update({ data: { byTeam: command.pull({ candidateId }), version: command.inc(1) } }),
  );
  return stats.updated > 0;
}

/** Keeps what a juror gave a candidate. @returns false when the sheet has another version, or is handed in */
export async function saveScore(
  pollId: string,
  { memberId, version }: Pick<Sheet, 'memberId' | 'version'>,
  candidateId: string,
  scored: Scored,
): Promise<boolean> {
  const { stats } = await attempt(() =>
    sheets()
      .where({ _id: sheetId(pollId, memberId), version, state: 'draft' })
      .update({ data: { [`scores.${candidateId}`]: command.set(scored), version: command.inc(1) } }),
  );
  return stats.updated > 0;
}

/** @param sealed the entry that the submission binds @returns false when the sheet has another version, or is handed in */
export async function submitSheet(
  pollId: string,
  { memberId, version }: Pick<Sheet, 'memberId' | 'version'>,
  submission: Submission,
  sealed: string,
): Promise<boolean> {
  const { stats } = await attempt(() =>
    sheets()
      .where({ _id: sheetId(pollId, memberId), version, state: 'draft' })
      .update({
        data: { state: 'submitted', sealed, submissions: command.push([submission]), version: command.inc(1) },
      }),
  );
  return stats.updated > 0;
}

/** @returns false when it has another version, or is locked */
export async function reopenSheet(
  pollId: string,
  { memberId, version, submissions = [] }: Pick<Sheet, 'memberId' | 'version' | 'submissions'>,
  reopened: NonNullable<Submission['reopened']>,
): Promise<boolean> {
  const last = submissions.length - 1;
  const noted = submissions.map((each, at) => (at === last ? { ...each, reopened } : each));
  const { stats } = await attempt(() =>
    sheets()
      .where({ _id: sheetId(pollId, memberId), version, state: 'submitted', lockedBy: command.exists(false) })
      .update({
        data: {
          state: 'draft',
          sealed: command.remove(),
          submissions: command.set(noted),
          version: command.inc(1),
        },
      }),
  );
  return stats.updated > 0;
}

/** Nothing of a sheet that is handed in changes any more. @param by the act @returns false when it is not handed in */
export async function lockSheet(pollId: string, memberId: string, by: string): Promise<boolean> {
  const _id = sheetId(pollId, memberId);
  const { stats } = await attempt(() =>
    sheets()
      .where({ _id, state: 'submitted', lockedBy: command.exists(false) })
      .update({ data: { lockedBy: by } }),
  );
  // An act that was cut short has locked some already.
  return stats.updated > 0 || (await findSheet(pollId, memberId))?.lockedBy === by;
}

/** Takes back what an act has locked that came to nothing. */
export async function unlockSheets(pollId: string, by: string): Promise<void> {
  await attempt(() =>
    sheets()
      .where({ pollId, lockedBy: by })
      .update({ data: { lockedBy: command.remove() } }),
  );
}

/** Forgets a jury, as when a draft is thrown away. */
export async function removeSheets(pollId: string): Promise<void> {
  await attempt(() => sheets().where({ pollId }).remove());
}
