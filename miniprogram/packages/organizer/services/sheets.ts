// Spreadsheets from the cloud onto the phone.
import { fileOnPhone, type Answer, type Failure } from '../../../services/cloud';
import { makeExport } from './candidates';

/**
 * Makes an .xlsx file, fetches it and opens it in WeChat's own reader, from where it can be sent on.
 * @returns the failure, if it failed
 */
export async function openExport(pollId: string, kind: 'template' | 'candidates'): Promise<Failure | undefined> {
  const answer: Answer<{ file: string; name: string }> = await makeExport(pollId, kind);
  if (!answer.ok) return answer.error;
  const fetched = await fileOnPhone(answer.data.file);
  if (fetched === 'MISSING' || fetched === 'UNREACHABLE') return { code: 'OFFLINE', message: `the file is ${fetched}` };
  try {
    const filePath = named(fetched.temporary, answer.data.name);
    await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
    return undefined;
  } catch (reason) {
    return { code: 'NO_ANSWER', message: String(reason) };
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
