import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

export type RecusalGround = 'kinship' | 'sameUnit' | 'teacher' | 'interest' | 'other';

/** A candidate whom a juror may not judge. */
export interface Recusal {
  candidateId: string;
  ground: RecusalGround;
  at: number;
}

/** What is kept of a juror in a poll. Who has a seat, and under which name, the poll says. */
export interface Sheet {
  memberId: string;
  /** When the juror said whom they may not judge; absent before. */
  declaredAt?: number;
  own: Recusal[];
  byTeam: Recusal[];
}

type Document = Sheet & { _id: string; pollId: string };

const sheets = () => database.collection('sheets');
const { command } = database;

const sheetId = (pollId: string, memberId: string): string => `${pollId}:${memberId}`;

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
  if (await insertOnce(sheets(), { _id, pollId, memberId, declaredAt: at, own, byTeam: [] })) return;
  await attempt(() =>
    sheets()
      .where({ _id })
      .update({ data: { declaredAt: at, own: command.set(own) } }),
  );
}

/** @returns false when the team has recused the juror from this candidate already */
export async function addRecusal(pollId: string, memberId: string, recusal: Recusal): Promise<boolean> {
  const _id = sheetId(pollId, memberId);
  if (await insertOnce(sheets(), { _id, pollId, memberId, own: [], byTeam: [recusal] })) return true;
  const { stats } = await attempt(() =>
    sheets()
      .where({ _id, 'byTeam.candidateId': command.neq(recusal.candidateId) })
      .update({ data: { byTeam: command.push([recusal]) } }),
  );
  return stats.updated > 0;
}

/** @returns false when the team has not */
export async function removeRecusal(pollId: string, memberId: string, candidateId: string): Promise<boolean> {
  const { stats } = await attempt(() =>
    sheets()
      .where({ _id: sheetId(pollId, memberId), 'byTeam.candidateId': candidateId })
      .update({ data: { byTeam: command.pull({ candidateId }) } }),
  );
  return stats.updated > 0;
}

/** Forgets a jury, as when a draft is thrown away. */
export async function removeSheets(pollId: string): Promise<void> {
  await attempt(() => sheets().where({ pollId }).remove());
}
