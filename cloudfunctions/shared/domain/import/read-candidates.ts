import type { ImportContext, ImportReport } from './report';
import type { Table } from './table';

/**
 * Reads candidates out of a file's sheets, or says row by row why it cannot. The first sheet with a header counts.
 * @param tables what `readSpreadsheet` gave
 */
export function readCandidates(_tables: readonly Table[], _context: ImportContext): ImportReport {
  throw new Error('not written yet');
}
