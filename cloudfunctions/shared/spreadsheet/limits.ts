/**
 * What a file may cost to read. A list of five hundred candidates with all texts at their longest unpacks to about
 * 10 MB; the numbers keep the worst file within three seconds and 256 MB on one slow core.
 */
export const limits = {
  /** Of the file as it comes. */
  bytes: 2 * 1024 * 1024,
  /** Of all parts that are read, together, after inflation. */
  unpackedBytes: 20 * 1024 * 1024,
  /** Of all parts together as the archive declares them, pictures included. */
  declaredBytes: 256 * 1024 * 1024,
  /** Parts in the archive. */
  entries: 2000,
  /** Visible sheets that are looked at: a category each, or a department each. */
  sheets: 60,
  /** Kept of all sheets together; what comes after them is counted only. */
  cells: 360_000,
  columns: 64,
  /** UTF-16 units in a cell: what spreadsheet programs hold themselves to. */
  cellText: 32_767,
  /** Characters of XML from one event to the next: a parser keeps a text, a name or a comment in memory whole. */
  xmlToken: 512 * 1024,
  /** Number formats, and what a part may point to. */
  formats: 65_536,
  relationships: 10_000,
  /** Kept of each sheet; the rest is counted. More than any import takes, so that the header does not matter. */
  rows: 1100,
  mergedRanges: 5000,
  pictures: 5000,
} as const;
