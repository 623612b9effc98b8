// Files from the cloud onto the phone, for WeChat's own reader.
import { fileOnPhone, type Failure } from '../../../services/cloud';

/**
 * Fetches a file under its own name, which is what a colleague gets when it is sent on.
 * @returns its path on this phone
 */
export async function fetchDocument(file: string, name: string): Promise<{ path: string } | Failure> {
  const fetched = await fileOnPhone(file);
  if (typeof fetched === 'string') return { code: 'OFFLINE', message: `the file is ${fetched}` };
  return { path: named(fetched.temporary, name) };
}

/** Opens it in WeChat's reader, from where it can be sent on. @returns the failure, if it failed */
export async function openDocument(filePath: string, fileType: 'xlsx' | 'pdf'): Promise<Failure | undefined> {
  try {
    await wx.openDocument({ filePath, fileType, showMenu: true });
    return undefined;
  } catch (reason) {
    return { code: 'NO_ANSWER', message: String(reason) };
  }
}

/** Whether this WeChat sends files to chats from here; older ones do from the open document. */
export function canSendFiles(): boolean {
  return wx.canIUse('shareFileMessage');
}

/** Sends a file to a chat that the person chooses; only from a tap. @returns whether nothing went wrong; giving up is nothing wrong */
export async function sendFile(filePath: string): Promise<boolean> {
  try {
    await wx.shareFileMessage({ filePath });
    return true;
  } catch (reason) {
    return /cancel/i.test(String((reason as { errMsg?: unknown }).errMsg));
  }
}

function named(path: string, name: string): string {
  const wanted = `${wx.env.USER_DATA_PATH}/${name}`;
  try {
    wx.getFileSystemManager().copyFileSync(path, wanted);
    return wanted;
  } catch {
    return path;
  }
}
