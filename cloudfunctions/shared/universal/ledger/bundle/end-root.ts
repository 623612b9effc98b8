import type { LogEntry } from '../entries/log-entry';
import type { Frontier } from '../tree/frontier';

/**
 * The root at which the vote ended: with the close, or with a calling off that came before it.
 * @param before the same before this entry
 * @param tree with the entry in it
 */
export function endRoot(entry: LogEntry, before: Uint8Array | undefined, tree: Frontier): Uint8Array | undefined {
  return entry.kind === 'close' || (entry.kind === 'callOff' && before === undefined) ? tree.root() : before;
}
