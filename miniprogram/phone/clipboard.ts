import { tellDone } from './dialogs';

/** @param done said once it is there @param failed said when it could not be; nothing is said where absent */
export function copyText(data: string, done: string, failed?: string): void {
  wx.setClipboardData({
    data,
    success: () => tellDone(done),
    fail: () => {
      if (failed !== undefined) tellDone(failed);
    },
  });
}

/** What was copied last, or null where WeChat may not read it. */
export async function copiedText(): Promise<string | null> {
  try {
    const { data } = await wx.getClipboardData({});
    return data;
  } catch {
    return null;
  }
}
