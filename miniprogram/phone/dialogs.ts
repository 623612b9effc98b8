// What WeChat itself says and asks above a page.
import { serverNow } from '../stores/clock';
import { workFailureText } from '../text/errors';
import { tellWords } from '../text/buttons';
import type { Failure } from '../services/cloud';

/** Says something in a window of its own, and waits until it is read. */
export async function tell({ title = '', detail }: { title?: string; detail: string }, read?: string): Promise<void> {
  await wx.showModal({
    title,
    content: detail,
    showCancel: false,
    ...(read === undefined ? {} : { confirmText: read }),
  });
}

/** Says why something an organiser or a proposer wanted did not happen, and waits until it is read. */
export async function tellFailure(failure: Failure): Promise<void> {
  await tell(workFailureText(failure, serverNow()), tellWords.read);
}

/** A short word that something is done. */
export function tellDone(title: string): void {
  void wx.showToast({ title, icon: 'none' });
}

/** Covers the page with a word while something is under way. */
export async function whileBusy<Value>(title: string, work: Promise<Value>): Promise<Value> {
  void wx.showLoading({ title });
  try {
    return await work;
  } finally {
    void wx.hideLoading();
  }
}

/** Asks before something that cannot be taken back. */
export async function askToConfirm(
  title: string,
  content: string,
  confirmText: string,
  cancelText: string = tellWords.cancel,
): Promise<boolean> {
  const { confirm } = await wx.showModal({ title, content, confirmText, cancelText });
  return confirm;
}

/** One line of text, or undefined where none was wanted. @param text to begin with @param confirmText WeChat's own word where absent */
export async function askForLine(
  title: string,
  placeholderText: string,
  { text = '', confirmText }: { text?: string; confirmText?: string } = {},
): Promise<string | undefined> {
  const { confirm, content } = await wx.showModal({
    title,
    editable: true,
    placeholderText,
    content: text,
    cancelText: tellWords.cancel,
    ...(confirmText === undefined ? {} : { confirmText }),
  });
  return confirm && content.trim() !== '' ? content.trim() : undefined;
}

/** One of several, or undefined where none was wanted. */
export async function chooseOne<Id extends string>(
  items: readonly { id: Id; name: string }[],
): Promise<Id | undefined> {
  try {
    const { tapIndex } = await wx.showActionSheet({ itemList: items.map(({ name }) => name) });
    return items[tapIndex]?.id;
  } catch {
    // Closing the sheet rejects.
    return undefined;
  }
}
