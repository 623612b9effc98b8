/** What WeChat draws over a page: toasts, modals and sheets. */
import { askOver, control, lay, make } from './dialog-parts';

let toast: HTMLElement | null = null;
let toastTimer = 0;

/** `durationMs` null: stays until it is hidden. */
export function showToast(
  title: string,
  durationMs: number | null,
  options: { icon?: string; mask?: boolean } = {},
): void {
  hideToast();
  const mark = options.icon && options.icon !== 'none' ? [make('i', `toast-icon toast-${options.icon}`)] : [];
  toast = make(
    'div',
    `toast${options.mask ? ' toast-masked' : ''}`,
    make('div', 'toast-box', ...mark, make('span', '', title)),
  );
  toast.setAttribute('role', 'status');
  lay(toast);
  if (durationMs !== null) toastTimer = window.setTimeout(hideToast, durationMs);
}

export function hideToast(): void {
  window.clearTimeout(toastTimer);
  toast?.remove();
  toast = null;
}

export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  confirmText?: string;
  cancelColor?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

/** @returns whether it was confirmed, and what was typed where it was editable */
export function modal(options: ModalOptions): Promise<{ confirm: boolean; content: string }> {
  const input = document.createElement('input');
  input.placeholder = options.placeholderText ?? '';
  input.setAttribute('aria-label', options.placeholderText ?? options.title ?? '');
  input.value = options.editable ? (options.content ?? '') : '';
  const asked = askOver<{ confirm: boolean; content: string }>('modal', (answer) => {
    const cancel = control(options.cancelText ?? '取消', 'modal-cancel', () =>
      answer({ confirm: false, content: input.value }),
    );
    const confirm = control(options.confirmText ?? '确定', 'modal-confirm', () =>
      answer({ confirm: true, content: input.value }),
    );
    cancel.style.color = options.cancelColor ?? '';
    confirm.style.color = options.confirmColor ?? '';
    return [
      ...(options.title ? [make('h2', '', options.title)] : []),
      options.editable ? input : make('p', '', options.content ?? ''),
      make('div', 'modal-foot', ...(options.showCancel === false ? [] : [cancel]), confirm),
    ];
  });
  if (options.editable) input.focus();
  return asked;
}

/** @returns the index that was tapped, or null when it was closed */
export function actionSheet(items: readonly string[], title?: string, color = ''): Promise<number | null> {
  return askOver<number | null>(
    'sheet',
    (answer) => [
      ...(title ? [make('p', 'sheet-title', title)] : []),
      ...items.map((item, index) => {
        const button = control(item, 'sheet-item', () => answer(index));
        button.style.color = color;
        return button;
      }),
      control('取消', 'sheet-item sheet-cancel', () => answer(null)),
    ],
    null,
  );
}
