import { serverNow } from '../stores/clock';
import { workFailureText } from '../text/errors';
import { tellWords } from '../text/tell';
import type { Failure } from './cloud';

/** Says why something an organiser or a proposer wanted did not happen, and waits until it is read. */
export async function tellFailure(failure: Failure): Promise<void> {
  const { title, detail } = workFailureText(failure, serverNow());
  await wx.showModal({ title, content: detail, showCancel: false, confirmText: tellWords.read });
}

/** Asks before something that cannot be taken back. */
export async function confirmed(title: string, content: string, confirmText: string): Promise<boolean> {
  const { confirm } = await wx.showModal({ title, content, confirmText, cancelText: tellWords.cancel });
  return confirm;
}

/** One line of text, or undefined where none was wanted. @param text to begin with */
export async function asked(title: string, placeholderText: string, text = ''): Promise<string | undefined> {
  const { confirm, content } = await wx.showModal({
    ...{ title, editable: true, placeholderText, content: text },
    cancelText: tellWords.cancel,
  });
  return confirm && content.trim() !== '' ? content.trim() : undefined;
}

/** A short word that something is done. */
export function tellDone(title: string): void {
  void wx.showToast({ title, icon: 'none' });
}

/** One of several, or undefined where none was wanted. */
export async function chosen<Id extends string>(items: readonly { id: Id; name: string }[]): Promise<Id | undefined> {
  try {
    const { tapIndex } = await wx.showActionSheet({ itemList: items.map(({ name }) => name) });
    return items[tapIndex]?.id;
  } catch {
    // Closing the sheet rejects.
    return undefined;
  }
}
