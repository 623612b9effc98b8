import * as z from 'zod';
import { wantedId } from './poll';

/** Where a poll's public log lies. All of it are static files that anyone can check without asking us again. */
export const publicLog = z.object({
  /** The log's name, e.g. "gongping.example.cn/p1"; receipts name it too. */
  origin: z.string(),
  /** C2SP verifier key, NAME+ID+BASE64. A log keeps its key for life: another one is an alarm. */
  key: z.string(),
  /**
   * The cloud file id of the log's folder, without a slash at the end. In it: `checkpoint` (the newest, overwritten),
   * `checkpoints/SIZE` (each published one, never changed), `peaks/SIZE` (the roots of its complete subtrees), C2SP tiles `tile/…`, `receipt-keys` (a note signed by the log's
   * key that names the keys of receipts); after the close also `tile/entries/…`.
   */
  files: z.string(),
  /** Entries under the newest published checkpoint. */
  size: z.int(),
  /** After the close: the cloud file id of the bundle that anyone can recount. */
  bundle: z.string().optional(),
});

export const ballotLocate = {
  input: z.strictObject({
    pollId: wantedId,
    /** As on the receipt. */
    period: z.string().regex(/^(once|\d{4}-\d{2}-\d{2})$/, '"once" or a day like "2026-11-23"'),
    nth: z.int().min(1).max(1000),
  }),
  output: z.object({
    /** The place of the caller's ballot among the log's entries; null until the public checkpoint covers it. */
    index: z.int().nullable(),
    /** Null until the log is first published. */
    log: publicLog.nullable(),
    /** The latest ruling about the ballot, once the public log has it: whether it counts, why, and by which clause. */
    ruling: z.object({ kind: z.enum(['void', 'restore']), reason: z.string(), clause: z.string() }).optional(),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND', 'BALLOT_NOT_FOUND'],
} as const;
