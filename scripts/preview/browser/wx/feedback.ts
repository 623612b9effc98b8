import { actionSheet, hideToast, modal, showToast, type ModalOptions } from '../phone/dialogs';
import { asynchronous, Failure } from './answer';
import { need } from './parameters';

/** Where the phone says what it did and cannot show, such as a vibration. */
export type Note = (text: string) => void;

interface ToastOptions {
  title?: string;
  icon?: string;
  duration?: number;
  mask?: boolean;
}

interface SheetOptions {
  itemList: string[];
  alertText?: string;
  itemColor?: string;
}

/** Lengths that WeChat allows: items of a sheet, letters of a button. */
const maxItems = 6;
const maxLabel = 4;

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
      for (const name of ['confirmText', 'cancelText'] as const) {
        if ((options[name]?.length ?? 0) > maxLabel)
          throw new Failure(`parameter error: ${name} length should not large than ${maxLabel} Chinese characters`);
      }
      const { confirm, content } = await modal(options);
      return { confirm, cancel: !confirm, content: options.editable && confirm ? content : null };
    }),
    showActionSheet: asynchronous('showActionSheet', async (options: SheetOptions) => {
      need(options, { itemList: 'Array' });
      const { itemList, alertText, itemColor } = options;
      if (itemList.length === 0) throw new Failure('parameter error: itemList should have at least 1 item');
      if (itemList.length > maxItems)
        throw new Failure(`parameter error: itemList should not be large than ${maxItems}`);
      const tapIndex = await actionSheet(itemList, alertText, itemColor);
      if (tapIndex === null) throw new Failure('cancel');
      return { tapIndex };
    }),
    vibrateShort: asynchronous('vibrateShort', () => note('手机轻震了一下')),
    vibrateLong: asynchronous('vibrateLong', () => note('手机震动了')),
    makePhoneCall: asynchronous('makePhoneCall', async ({ phoneNumber }: { phoneNumber: string }) => {
      need({ phoneNumber }, { phoneNumber: 'String' });
      if ((await actionSheet([`呼叫 ${phoneNumber}`])) === null) throw new Failure('cancel');
      note(`拨打了电话 ${phoneNumber}`);
    }),
    hideKeyboard: asynchronous('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }),
  };
}
