// The receipts of this phone. They prove what was cast even if the server forgets, so they are never dropped.
import type { OutputOf } from '../../cloudfunctions/shared/contract/voter';
import type { Alarm, Evidence } from '../../cloudfunctions/shared/universal/ledger/check/verdict';
import { isOverdue } from '../../cloudfunctions/shared/universal/ledger/check/patience';
import { readStored, store } from '../phone/storage';

type PollReply = OutputOf<'poll.get'>;
export type Receipt = OutputOf<'ballot.cast'>['receipt'];

/** What this phone found when it last checked a receipt against the public log; `at` by the server's clock. */
export type ReceiptCheck =
  | { kind: 'entered'; at: number; index: number; size: number; added: number | null }
  | { kind: 'alarm'; at: number; alarm: Alarm; evidence: Evidence };

export interface KeptReceipt {
  receipt: Receipt;
  pollTitle: string;
  /** Whether the rules give one ballot a period: then the receipt need not say which one it is. */
  isOnlyOne: boolean;
  /** How the poll's candidates are counted; absent where nobody said when it was kept. */
  measure?: PollReply['poll']['measure'];
  /** Names as the voter saw them, in the order of choosing; only this phone and the voter's own ballots know them. */
  choices: { id: string; number: number; name: string }[];
  /** When this phone got the receipt, epoch milliseconds; absent for one fetched later. */
  receivedAt?: number;
  /** Whether the server has said that the ballot is in the count; only a check of our own shows it. */
  state: 'received' | 'entered';
  /** What was ruled about the ballot last, as the cloud says; absent for nearly all. */
  ruling?: 'void' | 'restore';
  /** Absent until a check came to an end. */
  check?: ReceiptCheck;
  /** Read from a text: perhaps somebody else's, and without the choices. */
  isPasted?: true;
}

/** How a ballot stands: by the server's word (`received`, `counted`) until it was checked here. */
export type Standing = 'received' | 'counted' | 'checked' | 'alarm';

/** How long a ballot has waited to be public: its promised time is ahead, just over, or over by so much that it is missing. */
export type Wait = 'waiting' | 'late' | 'overdue';

const storageKey = 'receipts';

/** All receipts of this phone, newest first. */
export function keptReceipts(): KeptReceipt[] {
  return readStored(storageKey, isReceiptList, []);
}

/** The receipt with this code, if this phone has it. */
export function keptReceipt(code: string): KeptReceipt | undefined {
  return keptReceipts().find((kept) => kept.receipt.code === code);
}

/** How the ballot of this receipt stands. */
export function standingOf({ check, state }: Pick<KeptReceipt, 'check' | 'state'>): Standing {
  if (check !== undefined) return check.kind === 'alarm' ? 'alarm' : 'checked';
  return state === 'entered' ? 'counted' : 'received';
}

/** @param now the server's time, epoch milliseconds */
export function waitOf({ promisedAt }: Pick<Receipt, 'promisedAt'>, now: number): Wait {
  if (isOverdue(promisedAt, now)) return 'overdue';
  return now < promisedAt ? 'waiting' : 'late';
}

/**
 * Keeps a receipt, or replaces what was kept under its code. A ballot that was entered stays entered, and what was
 * checked stays until it is checked again.
 */
export function keepReceipt(fresh: KeptReceipt): void {
  const kept = keptReceipts();
  const before = kept.find(({ receipt }) => receipt.code === fresh.receipt.code);
  const others = kept.filter((one) => one !== before);
  const check = fresh.check ?? before?.check;
  const ruling = fresh.ruling ?? before?.ruling;
  const merged: KeptReceipt = {
    ...fresh,
    ...(before?.state === 'entered' ? { state: before.state } : {}),
    ...(check === undefined ? {} : { check }),
    ...(ruling === undefined ? {} : { ruling }),
  };
  store(storageKey, [merged, ...others].sort(newestFirst));
}

/** The candidates of this poll that were chosen on this phone, in any period. */
export function choicesOnPhone(pollId: string): ReadonlySet<string> {
  const own = keptReceipts().filter(({ receipt }) => receipt.pollId === pollId);
  return new Set(own.flatMap(({ choices }) => choices.map(({ id }) => id)));
}

/** Notes that the server has counted this ballot. */
export function markEntered(code: string): void {
  const kept = keptReceipt(code);
  if (kept && kept.state !== 'entered') keepReceipt({ ...kept, state: 'entered' });
}

/** Notes what was ruled about this ballot, once that is public. */
export function keepRuling(code: string, ruling: KeptReceipt['ruling']): void {
  const kept = keptReceipt(code);
  if (kept && ruling !== undefined && kept.ruling !== ruling) keepReceipt({ ...kept, ruling });
}

/** Keeps what a check of this receipt has found. */
export function keepCheck(code: string, check: ReceiptCheck): void {
  const kept = keptReceipt(code);
  if (kept) keepReceipt({ ...kept, check });
}

/** Takes back an alarm that a later check no longer raised. */
export function dropAlarm(code: string): void {
  const kept = keptReceipts();
  if (kept.find(({ receipt }) => receipt.code === code)?.check?.kind !== 'alarm') return;
  const without = ({ check: _, ...rest }: KeptReceipt): KeptReceipt => rest;
  store(
    storageKey,
    kept.map((one) => (one.receipt.code === code ? without(one) : one)),
  );
}

function newestFirst(a: KeptReceipt, b: KeptReceipt): number {
  return b.receipt.promisedAt - a.receipt.promisedAt;
}

/** Only this file writes the key, so the shape of the first receipt speaks for all. */
function isReceiptList(stored: unknown): stored is KeptReceipt[] {
  if (!Array.isArray(stored)) return false;
  const first: unknown = stored[0];
  return (
    first === undefined || (typeof first === 'object' && first !== null && 'receipt' in first && 'choices' in first)
  );
}
