import type { Failure } from '../../../services/cloud';
import { callOrganiser } from '../../../services/cloud';
import { fetchDocument } from '../../../services/exports';

/** One file of printed codes, on this phone. */
export interface PrintedPart {
  path: string;
  codes: number;
  pages: number;
  /** How many parts there are of it. */
  parts: number;
}

/**
 * Makes one file of a poll's printed codes and fetches it.
 * @param part the first is 0
 * @param channel '' for that of printed codes
 */
export async function makePart(pollId: string, part: number, channel: string): Promise<PrintedPart | Failure> {
  const answer = await callOrganiser('codes.export', { pollId, part, ...(channel === '' ? {} : { channel }) });
  if (!answer.ok) return answer.error;
  const { file, name, codes, pages, parts } = answer.data;
  const fetched = await fetchDocument(file, name);
  return 'path' in fetched ? { path: fetched.path, codes, pages, parts } : fetched;
}
