import { decodeEntry } from './ledger/entry';

/** What the log adds up to so far. */
export interface Tally {
  /** Entries folded, of every kind. */
  size: number;
  ballots: number;
  /** Votes per candidate id. */
  votes: Record<string, number>;
  closed: boolean;
}

export const emptyTally: Tally = { size: 0, ballots: 0, votes: {}, closed: false };

/**
 * The count is a fold over the log: the tally after `entries`, given the one before them.
 * @throws on an entry that cannot stand where it stands: not rules first, or anything after the close
 */
export function fold(before: Tally, entries: readonly string[]): Tally {
  const after: Tally = { ...before, votes: { ...before.votes } };
  for (const text of entries) {
    const entry = decodeEntry(text);
    if ((entry.kind === 'rules') !== (after.size === 0))
      throw new Error('the rules are the first entry, and only that');
    if (after.closed) throw new Error('nothing follows the close');
    after.size += 1;
    switch (entry.kind) {
      case 'rules':
        for (const candidateId of entry.candidates) after.votes[candidateId] = 0;
        break;
      case 'ballot':
        after.ballots += 1;
        for (const choice of entry.choices) after.votes[choice] = (after.votes[choice] ?? 0) + 1;
        break;
      case 'close':
        after.closed = true;
        break;
    }
  }
  return after;
}
