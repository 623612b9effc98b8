// Spreadsheets from the cloud onto the phone.
import type { Failure } from '../../../services/cloud';
import { makeExport } from './candidates';
import { fetchDocument, openDocument } from './documents';

/**
 * Makes an .xlsx file, fetches it and opens it in WeChat's own reader, from where it can be sent on.
 * @returns the failure, if it failed
 */
export async function openExport(pollId: string, kind: 'template' | 'candidates'): Promise<Failure | undefined> {
  const answer = await makeExport(pollId, kind);
  if (!answer.ok) return answer.error;
  const fetched = await fetchDocument(answer.data.file, answer.data.name);
  return 'path' in fetched ? openDocument(fetched.path, 'xlsx') : fetched;
}
