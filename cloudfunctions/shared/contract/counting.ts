import * as z from 'zod';
import { publicLog } from './ledger';
import { step, wantedId } from './poll';

/** The public lot of a closed poll, where equal votes leave it something to decide. */
export const lotState = z.object({
  /** Candidate ids that stand equal, one list for each place they share; once the draw is there, in the order that it gave. */
  tied: z.array(z.array(z.string())),
  /** What was drawn, as many digits as the rules announced; absent while it is waited for. */
  draw: z.string().optional(),
});

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
      /** Absent where no lot decides anything. No result is written while it waits for its draw. */
      lot: lotState.optional(),
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
