import type * as z from 'zod';
import type { publicLog } from '../../contract/ledger';
import type { PublishedLog } from '../../store/counting/standings';

/** Where the public log lies, as everyone may know it. */
export function describeLog(log: PublishedLog | undefined): z.output<typeof publicLog> | undefined {
  if (log === undefined) return undefined;
  const { origin, key, files, size, bundle } = log;
  return { origin, key, files, size, bundle };
}
