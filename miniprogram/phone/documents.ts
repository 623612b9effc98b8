// Documents, by WeChat's own reader.

/** Opens it, from where it can be sent on. @returns whether it did */
export async function openDocument(
  filePath: string,
  fileType: 'pdf' | 'doc' | 'docx' | 'xls' | 'xlsx',
): Promise<boolean> {
  try {
    await wx.openDocument({ filePath, fileType, showMenu: true });
    return true;
  } catch {
    return false;
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
