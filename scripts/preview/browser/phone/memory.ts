/** What the phone itself remembers of a person's choices, apart from what page code stores. */
export class Memory {
  /** @param owner name of the person whose phone this is; null for what all share */
  constructor(private readonly owner: () => string | null) {}

  read<Value>(key: string, fallback: Value): Value {
    const text = localStorage.getItem(this.place(key));
    // Written below, and by nothing else.
    return text === null ? fallback : (JSON.parse(text) as Value);
  }

  write(key: string, value: unknown): void {
    localStorage.setItem(this.place(key), JSON.stringify(value));
  }

  private place(key: string): string {
    return `preview-phone:${this.owner() ?? ''}:${key}`;
  }
}
