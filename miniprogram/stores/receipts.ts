// The receipts of this phone. They prove what was cast even if the server forgets, so they are never dropped.
import type { OutputOf } from '../../cloudfunctions/shared/contract/voter';
import { readDevice, writeDevice } from './device';

export type Receipt = OutputOf<'ballot.cast'>['receipt'];

export interface KeptReceipt {
  receipt: Receipt;
  pollTitle: string;
  /** Whether the rules give one ballot a period: then the receipt need not say which one it is. */
  isOnlyOne: boolean;
  /** Names as the voter saw them, in the order of choosing; only this phone and the voter's own ballots know them. */
  choices: { id: string; number: number; name: string }[];
  /** When this phone got the receipt, epoch milliseconds; absent for one fetched later. */
  receivedAt?: number;
  /** Whether the server has said that the ballot is in the count. */
  state: 'received' | 'entered';
}

const storageKey = 'receipts';

/** All receipts of this phone, newest first. */
export function keptReceipts(): KeptReceipt[] {
  return readDevice(storageKey, isReceiptList, []);
}

/** The receipt with this code, if this phone has it. */
export function keptReceipt(code: string): KeptReceipt | undefined {
  return keptReceipts().find((kept) => kept.receipt.code === code);
}

/** Keeps a receipt, or replaces what was kept under its code. A ballot that was entered stays entered. */
export function keepReceipt(fresh: KeptReceipt): void {
  const kept = keptReceipts();
  const before = kept.find(({ receipt }) => receipt.code === fresh.receipt.code);
  const others = kept.filter((one) => one !== before);
  const merged = before?.state === 'entered' ? { ...fresh, state: before.state } : fresh;
  writeDevice(storageKey, [merged, ...others].sort(newestFirst));
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
