import { database } from '../../platform/database';
import { attempt } from '../fault';

/** What stays of a poll that was erased; its public log stays in the storage. */
export interface Erased {
  /** Epoch milliseconds. */
  at: number;
  /** For everybody to read. */
  reason: string;
  /** Whether it had a log, which is still public. */
  hasLog: boolean;
}

/** @returns null where no poll of this id was erased */
export async function findErased(pollId: string): Promise<Erased | null> {
  const { data } = await attempt(() => database.collection('erased').where({ _id: pollId }).limit(1).get());
  // Written by `npm run admin`.
  const [document] = data as (Erased & { _id: string })[];
  return document === undefined ? null : { at: document.at, reason: document.reason, hasLog: document.hasLog };
}
