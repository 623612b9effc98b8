// How many changes of each poll this phone's owner knows of, so that a poll that was changed since can say so.
import { readStored, store } from '../../../phone/storage';

const storageKey = 'seen-changes';
/** Polls that were opened longest ago are forgotten, and then read as seen for the first time. */
const mostPolls = 200;

type Seen = [pollId: string, count: number][];

/** How many of this poll's changes its owner has seen; undefined when the poll was never opened here. */
export function seenChanges(pollId: string): number | undefined {
  return kept().find(([id]) => id === pollId)?.[1];
}

/** Notes that so many are known. */
export function rememberChanges(pollId: string, count: number): void {
  const others = kept().filter(([id]) => id !== pollId);
  store(storageKey, [...others, [pollId, count]].slice(-mostPolls));
}

function kept(): Seen {
  return readStored(storageKey, isSeen, []);
}

function isSeen(stored: unknown): stored is Seen {
  return (
    Array.isArray(stored) &&
    stored.every((each: unknown) => Array.isArray(each) && typeof each[0] === 'string' && typeof each[1] === 'number')
  );
}
