/**
 * What a file may cost to read. A list of a thousand candidates with all texts at their longest unpacks to about
 * 14 MB; the numbers keep the worst file within three seconds and 256 MB on one slow core.
 */
export const limits = {
  /** Of the file as it comes. */
  bytes: 2 * 1024 * 1024,
  /** Of all parts that are read, together, after inflation. */
  unpackedBytes: 24 * 1024 * 1024,
  /** Of all parts together as the archive declares them, pictures included. */
  declaredBytes: 256 * 1024 * 1024,
  /** Parts in the archive. */
  entries: 2000,
  /** Visible sheets that are looked at. */
  sheets: 5,
  columns: 64,
  /** Kept of each sheet; the rest is counted. More than any import takes, so that the header does not matter. */
  rows: 1100,
  mergedRanges: 5000,
  pictures: 5000,
} as const;
