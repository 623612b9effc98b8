import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** What holds for the whole installation; `npm run admin -- settings` changes it. */
export interface Settings {
  /** Who may make polls. */
  creation: 'anyone' | 'approved';
  /** How many polls that are not over one person may own. */
  pollsPerPerson: number;
}

const usual: Settings = { creation: 'anyone', pollsPerPerson: 20 };

/** What somebody may do in this installation: list polls on the home page, or make polls where that needs an approval. */
export type Grant = 'administrator' | 'organiser';

const installation = () => database.collection('installation');
const administrators = () => database.collection('administrators');
const claims = () => database.collection('claims');
const { command } = database;

export async function findSettings(): Promise<Settings> {
  const { data } = await attempt(() => installation().where({ _id: 'settings' }).limit(1).get());
  // Written by `npm run admin`.
  return { ...usual, ...(data[0] as Partial<Settings> | undefined) };
}

export async function findGrant(openid: string): Promise<Grant | null> {
  const { data } = await attempt(() => administrators().where({ _id: openid }).limit(1).get());
  // As above.
  return (data[0] as { grant: Grant } | undefined)?.grant ?? null;
}

/** A code that stands for a person until it expires. @returns false when the code is in use */
export function insertClaim(code: string, openid: string, expiresAt: number): Promise<boolean> {
  return insertOnce(claims(), { _id: code, openid, expiresAt });
}

/** Forgets a person's earlier codes, and everybody's that have expired. */
export async function forgetClaims(openid: string, now: number): Promise<void> {
  await attempt(() =>
    claims()
      .where(command.or([{ openid }, { expiresAt: command.lt(now) }]))
      .remove(),
  );
}
