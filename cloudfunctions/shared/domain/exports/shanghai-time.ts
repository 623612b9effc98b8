const offset = 8 * 60 * 60 * 1000;

/** An instant as people in China read it, e.g. "2026-11-23 18:00". A text, so that no program shifts it. */
export function shanghaiTime(instant: number): string {
  return new Date(instant + offset).toISOString().slice(0, 16).replace('T', ' ');
}
