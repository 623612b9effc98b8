// Files that the cloud makes, fetched onto this phone.
import type { DocumentsInput } from '../../cloudfunctions/shared/contract/documents';
import { giveName } from '../phone/files';
import { callDocuments, fileOnPhone, type Answer, type Failure } from './cloud';

export type ExportKind = DocumentsInput<'export.make'>['kind'];
/** What tells how a poll went. */
export type ReportKind = Exclude<ExportKind, 'template'>;

/** Fetches a file under its own name. @returns its path on this phone */
export async function fetchDocument(file: string, name: string): Promise<{ path: string } | Failure> {
  const fetched = await fileOnPhone(file);
  if (typeof fetched !== 'string') return { path: giveName(fetched.temporary, name) };
  return { code: fetched === 'MISSING' ? 'NO_ANSWER' : 'OFFLINE', message: `the file is ${fetched}` };
}

/** Has a spreadsheet made and fetches it. @returns its path on this phone */
export async function fetchExport(pollId: string, kind: ExportKind): Promise<Answer<string>> {
  const answer = await callDocuments('export.make', { pollId, kind });
  if (!answer.ok) return answer;
  const fetched = await fetchDocument(answer.data.file, answer.data.name);
  return 'path' in fetched ? { ...answer, data: fetched.path } : { ok: false, error: fetched };
}
