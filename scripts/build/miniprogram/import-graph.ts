/** Which script imports which, and which package; all by built path. */
export class ImportGraph {
  /** Package by name: the names taken out of it, or null for the whole. */
  readonly packages = new Map<string, Set<string> | null>();
  private readonly edges = new Map<string, Set<string>>();
  private readonly found = new Set<string>();
  private fresh = new Set<string>();

  /** Notes that one script imports another. */
  add(from: string, to: string): void {
    this.link(from, to);
    if (this.found.has(to)) return;
    this.found.add(to);
    this.fresh.add(to);
  }

  /**
   * Notes that a script imports a package.
   * @param file the package's built path
   * @param names the names it takes; null for the whole
   */
  addPackage(from: string, file: string, name: string, names: readonly string[] | null): void {
    this.link(from, file);
    const before = this.packages.get(name);
    const isWhole = names === null || before === null;
    this.packages.set(name, isWhole ? null : new Set([...(before ?? []), ...names]));
  }

  /** The scripts found since the last call, but for those one starts from. */
  takeNewScripts(entries: readonly string[]): string[] {
    const fresh = [...this.fresh].filter((script) => !entries.includes(script));
    this.fresh = new Set();
    return fresh;
  }

  /** All scripts that were imported, but for those one starts from. */
  scripts(entries: readonly string[]): string[] {
    return [...this.found].filter((script) => !entries.includes(script));
  }

  /**
   * For each file, the packages of the mini-program that need it; the main one is ''.
   * @param packageOf the package in which a script lies, or null for one that lies wherever it is needed
   */
  usersOf(entries: readonly string[], packageOf: (script: string) => string | null): Map<string, Set<string>> {
    const users = new Map<string, Set<string>>();
    const queue = entries.map((script) => ({ script, user: packageOf(script) ?? '' }));
    for (let next = queue.pop(); next; next = queue.pop()) {
      const known = users.get(next.script) ?? new Set();
      if (known.has(next.user)) continue;
      users.set(next.script, known.add(next.user));
      // What a file of the main package imports has to be there too, whoever wants that file.
      const user = packageOf(next.script) ?? next.user;
      for (const script of this.edges.get(next.script) ?? []) queue.push({ script, user });
    }
    return users;
  }

  private link(from: string, to: string): void {
    this.edges.set(from, (this.edges.get(from) ?? new Set()).add(to));
  }
}
