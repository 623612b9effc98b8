import type { ImportField } from './columns';

/**
 * What a heading says its column holds. Of several columns for one field the lowest rank is taken.
 * `running` numbers count rows; a `short` text may turn out too long for one sentence, then it is the detail; a `place` is the
 * candidate itself where nothing else names one.
 */
export type Meaning =
  | { use: ImportField; rank: number; kind?: 'running' | 'short' | 'place' }
  /** Known, and never taken: pictures come one by one, and what concerns contacts and persons is nobody's business. */
  | { use: 'picture' | 'private' };
