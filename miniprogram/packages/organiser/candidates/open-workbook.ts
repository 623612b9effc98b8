import { tellFailure, whileBusy } from '../../../phone/dialogs';
import { openDocument } from '../../../phone/documents';
import { fetchExport } from '../../../services/exports';

/** Has a workbook made and opens it in WeChat's reader; says why, where it does not get so far. @param word shown meanwhile */
export async function openWorkbook(pollId: string, kind: 'template' | 'candidates', word: string): Promise<void> {
  const answer = await whileBusy(word, fetchExport(pollId, kind));
  if (!answer.ok) await tellFailure(answer.error);
  else if (!(await openDocument(answer.data, 'xlsx')))
    await tellFailure({ code: 'NO_ANSWER', message: 'the workbook did not open' });
}
