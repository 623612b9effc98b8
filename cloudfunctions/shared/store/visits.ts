import type { Visits } from '../domain/visits';
import { database } from '../platform/database';
import { attempt } from './fault';

/** Writes what an instance gathered: one call. */
export async function insertVisits(visits: readonly Visits[]): Promise<void> {
  await attempt(() => database.collection('visits').add({ data: [...visits] }));
}
