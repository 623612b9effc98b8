import { tellFailure } from '../../../services/tell';
import { openExport } from '../services/sheets';
import { candidatesWords } from '../text/candidates';

/** Has the list made as a workbook, and opens it. */
export async function exportCandidates(pollId: string): Promise<void> {
  void wx.showLoading({ title: candidatesWords.exporting });
  const failure = await openExport(pollId, 'candidates');
  void wx.hideLoading();
  if (failure) await tellFailure(failure);
}
