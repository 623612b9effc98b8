import { urlOfFile } from '../files/file-url';
import { actionSheet, hideToast, modal, showPicture, showToast, type ModalOptions } from '../phone/dialogs';
import { asynchronous } from './answer';

/** Where the phone says what it did and cannot show, such as a vibration. */
export type Note = (text: string) => void;

interface ToastOptions {
  title?: string;
  icon?: string;
  duration?: number;
  mask?: boolean;
}

export function feedback(note: Note): Record<string, unknown> {
  return {
    showToast: asynchronous(
      'showToast',
      ({ title = '', icon = 'success', duration = 1500, mask = false }: ToastOptions) =>
        showToast(title, duration, { icon, mask }),
    ),
    hideToast: asynchronous('hideToast', hideToast),
    showLoading: asynchronous('showLoading', ({ title = '', mask = false }: ToastOptions) =>
      showToast(title, null, { icon: 'loading', mask }),
    ),
    hideLoading: asynchronous('hideLoading', hideToast),
    showModal: asynchronous('showModal', async (options: ModalOptions) => {
      const { confirm, content } = await modal(options);
      return { confirm, cancel: !confirm, content: options.editable ? content : null };
    }),
    showActionSheet: asynchronous(
      'showActionSheet',
      async ({ itemList, alertText }: { itemList: string[]; alertText?: string }) => {
        const tapIndex = await actionSheet(itemList, alertText);
        if (tapIndex === null) throw new Error('cancel');
        return { tapIndex };
      },
    ),
    previewImage: asynchronous('previewImage', ({ urls, current }: { urls: string[]; current?: string }) => {
      const url = current ?? urls[0] ?? '';
      showPicture(urlOfFile(url));
    }),
    vibrateShort: asynchronous('vibrateShort', () => note('手机轻震了一下')),
    vibrateLong: asynchronous('vibrateLong', () => note('手机震动了')),
    makePhoneCall: asynchronous('makePhoneCall', ({ phoneNumber }: { phoneNumber: string }) => {
      note(`拨打电话 ${phoneNumber}`);
      showToast(`拨打 ${phoneNumber}`, 1500);
    }),
    setClipboardData: asynchronous('setClipboardData', ({ data }: { data: string }) => {
      copied = data;
      // The browser may forbid it; page code reads it back from here all the same.
      navigator.clipboard?.writeText(data).catch(() => undefined);
      showToast('内容已复制', 1500, { icon: 'success' });
    }),
    getClipboardData: asynchronous('getClipboardData', () => ({ data: copied })),
    hideKeyboard: asynchronous('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }),
    requestSubscribeMessage: asynchronous('requestSubscribeMessage', async ({ tmplIds }: { tmplIds: string[] }) => {
      const { confirm } = await modal({
        title: '订阅消息',
        content: '公评 想给您发送一次服务通知',
        confirmText: '允许',
        cancelText: '拒绝',
      });
      return Object.fromEntries(tmplIds.map((id) => [id, confirm ? 'accept' : 'reject']));
    }),
  };
}

let copied = '';
