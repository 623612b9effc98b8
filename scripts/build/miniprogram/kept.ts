/**
 * What a build made, and what of: the next build of the same mini-program makes anew only what is made of something else now. One that
 * builds once has one of its own and nothing of it.
 */
export class Kept {
  /** Names of what was made since `begin`. */
  made: string[] = [];
  private readonly all = new Map<string, { of: string; what: unknown }>();
  private files = '';

  /**
   * A build begins.
   * @param files all there are: where one appears or goes, an import may mean another file, so nothing is kept
   */
  begin(files: readonly string[]): void {
    const named = files.join('\n');
    if (named !== this.files) this.all.clear();
    this.files = named;
    this.made = [];
  }

  /** What was made under that name of the same. @param make is called where nothing was; what it throws or rejects with is not kept */
  get<What>(name: string, of: string, make: () => What): What {
    const known = this.find<What>(name, of);
    if (known !== undefined) return known.what;
    const what = make();
    this.put(name, of, what);
    if (what instanceof Promise) what.catch(() => this.all.delete(name));
    return what;
  }

  find<What>(name: string, of: string): { what: What } | undefined {
    const known = this.all.get(name);
    // Whoever asks under a name is who put it there.
    return known?.of === of ? (known as { what: What }) : undefined;
  }

  put(name: string, of: string, what: unknown): void {
    this.all.set(name, { of, what });
    this.made.push(name);
  }
}
