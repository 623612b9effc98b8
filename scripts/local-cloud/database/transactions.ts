// Serves conformance alone; see the README.

import { randomBytes } from 'node:crypto';
import { Journal } from './journal';
import { transactionMissing } from './refusal';
import { Transaction, type Locks } from './transaction';

/** CloudBase ends a transaction that is neither committed nor aborted by then. */
const LIFE_MS = 30_000;

/** The open transactions. Each ends by its commit, its abort, an error within it, or its age. */
export class Transactions {
  readonly journal = new Journal();
  private readonly open = new Map<string, Transaction>();
  /** Which function instance started it, by transaction id; those from outside are not in it. */
  private readonly instances = new Map<string, number>();
  private readonly locks: Locks = new Map();
  private keepers = 0;
  private knownSince: number | undefined;

  constructor(private readonly clock: () => number) {}

  /** Starts one for a function instance, or for a caller from outside, and returns its id. */
  start(instance?: number): string {
    this.endAged();
    const transaction = new Transaction(randomBytes(16).toString('hex'), this.clock(), this.journal, this.locks);
    this.open.set(transaction.id, transaction);
    if (instance !== undefined) this.instances.set(transaction.id, instance);
    this.journal.open();
    return transaction.id;
  }

  /**
   * Keeps what is written from now on, so that the past can be asked for.
   * @returns the function that ends it
   */
  keepPast(): () => void {
    this.journal.open();
    this.keepers += 1;
    this.knownSince ??= this.journal.now();
    return () => {
      this.keepers -= 1;
      if (this.keepers === 0) this.knownSince = undefined;
      this.closeIfUnused();
    };
  }

  /** A moment of the past that is kept: 0 is the earliest, 1 is now. */
  momentAt(share: number): number {
    const now = this.journal.now();
    const since = this.knownSince ?? now;
    return since + Math.floor(share * (now - since + 1));
  }

  /** The open transaction with that id; refuses with DATABASE_TRANSACTION_FAIL. */
  get(id: string): Transaction {
    this.endAged();
    const transaction = this.open.get(id);
    if (transaction === undefined) throw transactionMissing();
    return transaction;
  }

  /** Whether this function instance, which serves one caller at a time, has a transaction open. */
  isOpenFor(instance: number | undefined): boolean {
    return instance !== undefined && [...this.instances.values()].includes(instance);
  }

  /** Ends one, whatever became of it. */
  end(transaction: Transaction): void {
    transaction.release();
    this.open.delete(transaction.id);
    this.instances.delete(transaction.id);
    this.closeIfUnused();
  }

  private closeIfUnused(): void {
    if (this.open.size === 0 && this.keepers === 0) this.journal.close();
  }

  /** Ends those that are too old, so that an abandoned one does not make the journal grow. */
  endAged(): void {
    if (this.open.size === 0) return;
    const now = this.clock();
    for (const transaction of [...this.open.values()]) {
      if (now - transaction.startedAt >= LIFE_MS) this.end(transaction);
    }
  }
}
