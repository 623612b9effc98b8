// Spreadsheets from the cloud onto the phone.
import type { Answer, Failure } from '../../../services/cloud';
import { makeExport } from './candidates';

/**
 * Makes an .xlsx file, fetches it and opens it in WeChat's own reader, from where it can be sent on.
 * @returns the failure, if it failed
 */
export async function openExport(pollId: string, kind: 'template' | 'candidates'): Promise<Failure | undefined> {
  const answer: Answer<{ file: string; name: string }> = await makeExport(pollId, kind);
  if (!answer.ok) return answer.error;
  try {
    const { tempFilePath } = await wx.cloud.downloadFile({ fileID: answer.data.file });
    await wx.openDocument({ filePath: named(tempFilePath, answer.data.name), fileType: 'xlsx', showMenu: true });
    return undefined;
  } catch {
    return { code: 'OFFLINE', message: 'the file could not be fetched or opened' };
  }
}

/** Under its own name, which is what a colleague gets when it is sent on. */
function named(path: string, name: string): string {
  const wanted = `${wx.env.USER_DATA_PATH}/${name}`;
  try {
    wx.getFileSystemManager().copyFileSync(path, wanted);
    return wanted;
  } catch {
    return path;
  }
}
