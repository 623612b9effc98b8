// What a voter has chosen and not yet cast, per poll. It survives leaving the page, a failed cast and a restart, so
// that a retry carries the very castId of the try whose answer was lost.
import { newRandomId } from '../phone/random-id';
import { readStored, store } from '../phone/storage';

/** A cast that was sent and has no known outcome yet; a retry repeats all of it. */
export interface PendingCast {
  castId: string;
  /** The `me.nth` and `me.period` of poll.get when it was sent first. */
  nth: number;
  period: string;
  /** The one of the choices that it holds, where each is a ballot of its own; absent: all of them. */
  only?: string;
}

export interface Selection {
  /** Candidate ids in the order of choosing. */
  choices: string[];
  pending?: PendingCast;
}

const keyOf = (pollId: string): string => `selection/${pollId}`;

/** The selection of this poll; empty when there is none. */
export function selectionOf(pollId: string): Selection {
  return readStored(keyOf(pollId), isSelection, { choices: [] });
}

/** Keeps the choices. Another choice is another cast: a pending one is dropped with its castId, unless what it holds is still chosen. */
export function keepChoices(pollId: string, choices: string[]): void {
  const { choices: before, pending } = selectionOf(pollId);
  const isSame = before.length === choices.length && before.every((id) => choices.includes(id));
  const isHeld = pending?.only === undefined ? isSame : choices.includes(pending.only);
  store(keyOf(pollId), pending && isHeld ? { choices, pending } : { choices });
}

/**
 * The cast to send for the present choices: the pending one again, or a new one, kept before it is sent.
 * @param next with `only` where each choice is a ballot of its own
 */
export function pendingCast(pollId: string, next: Omit<PendingCast, 'castId'>): PendingCast {
  const { choices, pending } = selectionOf(pollId);
  if (pending) return pending;
  const cast = { castId: newRandomId(), ...next };
  store(keyOf(pollId), { choices, pending: cast });
  return cast;
}

/** Keeps the choices and forgets the pending cast: the server refused it, so a later try is a new cast. */
export function dropPending(pollId: string): void {
  store(keyOf(pollId), { choices: selectionOf(pollId).choices });
}

/** Forgets one choice and the cast that held it, after its receipt: the others are ballots still to be cast. */
export function dropCast(pollId: string, choice: string): void {
  store(keyOf(pollId), { choices: selectionOf(pollId).choices.filter((id) => id !== choice) });
}

/** Forgets choices and pending cast, after a receipt. */
export function clearSelection(pollId: string): void {
  store(keyOf(pollId), { choices: [] });
}

function isSelection(stored: unknown): stored is Selection {
  if (typeof stored !== 'object' || stored === null || !('choices' in stored)) return false;
  const pending = 'pending' in stored ? stored.pending : undefined;
  return (
    Array.isArray(stored.choices) &&
    stored.choices.every((id) => typeof id === 'string') &&
    (pending === undefined || isPending(pending))
  );
}

function isPending(pending: unknown): pending is PendingCast {
  return (
    typeof pending === 'object' &&
    pending !== null &&
    'castId' in pending &&
    typeof pending.castId === 'string' &&
    'nth' in pending &&
    typeof pending.nth === 'number' &&
    'period' in pending &&
    typeof pending.period === 'string' &&
    (!('only' in pending) || typeof pending.only === 'string')
  );
}
