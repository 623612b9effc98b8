import type { PollChange, PollFields } from '../services/polls';
import { isSame, namesIn, type FieldName } from './fields';

/** What was typed and is not saved, with what the fields were when it was typed. */
export interface Unsaved {
  base: PollChange;
  change: PollChange;
}

export interface Rebased {
  /** What can be saved upon the newer version, because nobody else has touched it. */
  kept: PollChange;
  /** Fields that somebody else has changed meanwhile, and differently. */
  clashes: FieldName[];
}

/**
 * Puts what was typed upon a newer version of the poll. What the newer version already says is done; what somebody else
 * has changed too is for a person to decide.
 */
export function rebase(latest: PollFields, { base, change }: Unsaved): Rebased {
  const open = namesIn(change).filter((name) => !isSame(latest[name], change[name]));
  const clashes = open.filter((name) => name in base && !isSame(latest[name], base[name]));
  const kept = Object.fromEntries(
    open.filter((name) => !clashes.includes(name)).map((name) => [name, change[name]] as const),
  );
  return { kept, clashes };
}
