import * as z from 'zod';
import { publicLog } from './log';
import { step, wantedId } from './poll';

export const standingsGet = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.discriminatedUnion('hidden', [
    z.object({
      hidden: z.literal(false),
      /** Votes per candidate id; every candidate of the poll is there. */
      counts: z.record(z.string(), z.int()),
      /** Ballots behind these counts. */
      ballots: z.int(),
      /** When these counts were released, epoch milliseconds; before the first release, when the vote opened or will open. */
      asOf: z.int(),
      /** The log's batch they include; only grows. A page never shows a lower one than it has shown. */
      batch: z.int(),
      /** When the next counts are published, where they are not live; null when these are final. */
      nextAt: z.int().nullable(),
      /** True once the vote is closed: no ballot changes these any more. Voids and restores on record still may. */
      final: z.boolean(),
      step,
      /** Absent until the log is first published. */
      log: publicLog.optional(),
    }),
    z.object({
      hidden: z.literal(true),
      /** When counts are published first, epoch milliseconds. */
      nextAt: z.int(),
      /** Ballots in the log at the last release; their number is public even while the counts are not. */
      ballots: z.int(),
      /** When that release was, epoch milliseconds; before the first, when the vote opened or will open. */
      asOf: z.int(),
      step,
      log: publicLog.optional(),
    }),
  ]),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND'],
} as const;
