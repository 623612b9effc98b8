/** One database call on its way, as a hook sees it. */
export interface DatabaseCall {
  /** Counts up from 1 since the start; the same before and after. */
  number: number;
  /** Such as `database.insertDocument`. */
  action: string;
  /** Empty where the action names none. */
  collection: string;
  /** The SDK's request as parsed JSON; documents and filters in it are EJSON texts. */
  body: Readonly<Record<string, unknown>>;
  /** The calling function, or `undefined` for a caller from outside. */
  functionName: string | undefined;
  /** The calling instance's number, unique in this cloud. */
  instance: number | undefined;
}

/**
 * What a hook makes of a call: nothing (it goes on), a refusal with a wire code, a connection that breaks, or the death
 * of the calling instance. To delay a call, resolve the verdict later; the delayed call is carried out even if its caller
 * is gone by then, as in the cloud.
 */
export type Verdict =
  | undefined
  | { refuse: { code: string; message: string } }
  | { breakConnection: true }
  | { killInstance: true }
  /** Before a read: it is answered from an earlier state, 0 being when the past was first kept and 1 now. */
  | { readPast: number };

/**
 * A look at each database call before and after it was carried out. A verdict before it keeps the call from being
 * carried out; a verdict after it leaves it carried out, and only the caller does not learn so.
 */
export interface DatabaseHook {
  before?(call: DatabaseCall): Verdict | Promise<Verdict>;
  after?(call: DatabaseCall, answer: Readonly<Record<string, unknown>>): Verdict | Promise<Verdict>;
}

/** The hooks of one cloud, asked in order of their arrival; the first verdict counts. */
export class DatabaseHooks {
  private readonly hooks = new Set<DatabaseHook>();

  /** True while nobody listens, so that the usual call pays nothing. */
  get isEmpty(): boolean {
    return this.hooks.size === 0;
  }

  /** Adds a hook and returns the function that takes it away. */
  add(hook: DatabaseHook): () => void {
    this.hooks.add(hook);
    return () => void this.hooks.delete(hook);
  }

  async before(call: DatabaseCall): Promise<Verdict> {
    for (const hook of [...this.hooks]) {
      const verdict = await hook.before?.(call);
      if (verdict !== undefined) return verdict;
    }
    return undefined;
  }

  async after(call: DatabaseCall, answer: Readonly<Record<string, unknown>>): Promise<Verdict> {
    for (const hook of [...this.hooks]) {
      const verdict = await hook.after?.(call, answer);
      if (verdict !== undefined) return verdict;
    }
    return undefined;
  }
}
