// Sheets that are open, for the shells of the pages below them.
const watchers = new Set<(sheet: number) => void>();
let last = 0;

/** @returns a number that no other sheet has */
export function newSheet(): number {
  last += 1;
  return last;
}

/** A sheet is shut, or gone with what held it. */
export function tellClosed(sheet: number): void {
  for (const watcher of [...watchers]) watcher(sheet);
}

/** Calls `watcher` with each sheet that is shut. Returns what ends the watch. */
export function watchClosed(watcher: (sheet: number) => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}
