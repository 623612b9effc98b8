/** The keys of one unique index of one collection, as the journal and the locks of transactions name them. */
export function uniqueKey(collection: number, space: number, key: Buffer): string {
  return `${collection}:${space}:${key.toString('latin1')}`;
}

interface Entry {
  at: number;
  /** The document's text before the change; undefined where there was none, or for keys of other indexes than `_id_`. */
  before: string | undefined;
}

/**
 * What was written while transactions are open: enough to see a document as it was, and whether a key was touched since.
 * Empty, and free of cost, as long as no transaction is open.
 */
export class Journal {
  private readonly entries = new Map<string, Entry[]>();
  private sequence = 0;
  private isOpen = false;

  /** The present moment; what is noted later counts as changed since. */
  now(): number {
    return this.sequence;
  }

  open(): void {
    this.isOpen = true;
  }

  /** Forgets everything, because no transaction is left that could ask. */
  close(): void {
    this.isOpen = false;
    this.entries.clear();
  }

  /** Notes that a key changes; key and text are worked out only if someone may want to know. */
  note(keyOf: () => string, before: () => string | undefined): void {
    if (!this.isOpen) return;
    const key = keyOf();
    this.sequence += 1;
    const entry = { at: this.sequence, before: before() };
    const known = this.entries.get(key);
    if (known === undefined) this.entries.set(key, [entry]);
    else known.push(entry);
  }

  hasChangedSince(key: string, moment: number): boolean {
    return (this.entries.get(key)?.at(-1)?.at ?? 0) > moment;
  }

  /** How the document with this `_id` key was at a moment, if it has changed since. */
  textAt(key: string, moment: number): { text: string | undefined } | undefined {
    const entry = this.entries.get(key)?.find((change) => change.at > moment);
    return entry === undefined ? undefined : { text: entry.before };
  }

  /** The keys that begin with `prefix` and changed since a moment. */
  *changedSince(prefix: string, moment: number): Generator<string> {
    for (const key of this.entries.keys()) {
      if (key.startsWith(prefix) && this.hasChangedSince(key, moment)) yield key;
    }
  }
}
