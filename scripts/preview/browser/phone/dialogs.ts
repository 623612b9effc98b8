/** What WeChat draws over a page: toasts, modals and sheets. */

function layer(): HTMLElement {
  const found = document.getElementById('dialogs');
  if (!found) throw new Error('the phone has no screen yet');
  return found;
}

function make(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

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
  layer().append(toast);
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
  editable?: boolean;
  placeholderText?: string;
}

/** @returns whether it was confirmed, and what was typed where it was editable */
export function modal(options: ModalOptions): Promise<{ confirm: boolean; content: string }> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.placeholder = options.placeholderText ?? '';
    input.value = options.editable ? (options.content ?? '') : '';
    const answer = (confirm: boolean) => (): void => {
      backdrop.remove();
      resolve({ confirm, content: input.value });
    };
    const cancel = control(options.cancelText ?? '取消', 'modal-cancel', answer(false));
    const confirm = control(options.confirmText ?? '确定', 'modal-confirm', answer(true));
    const box = make(
      'div',
      'modal-box',
      ...(options.title ? [make('h2', '', options.title)] : []),
      options.editable ? input : make('p', '', options.content ?? ''),
      make('div', 'modal-foot', ...(options.showCancel === false ? [] : [cancel]), confirm),
    );
    box.setAttribute('role', 'dialog');
    const backdrop = make('div', 'backdrop modal', box);
    layer().append(backdrop);
  });
}

/** @returns the index that was tapped, or null when it was closed */
export function actionSheet(items: readonly string[], title?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const choose = (index: number | null) => (): void => {
      backdrop.remove();
      resolve(index);
    };
    const box = make(
      'div',
      'sheet-box',
      ...(title ? [make('p', 'sheet-title', title)] : []),
      ...items.map((item, index) => control(item, 'sheet-item', choose(index))),
      control('取消', 'sheet-item sheet-cancel', choose(null)),
    );
    box.setAttribute('role', 'dialog');
    const backdrop = make('div', 'backdrop sheet', box);
    backdrop.addEventListener('click', (event) => {
      if (event.target === backdrop) choose(null)();
    });
    layer().append(backdrop);
  });
}

/** Shows a picture over everything until it is tapped. */
export function showPicture(url: string): void {
  const picture = document.createElement('img');
  picture.src = url;
  picture.alt = '';
  const backdrop = make('div', 'backdrop picture', picture);
  backdrop.setAttribute('role', 'dialog');
  backdrop.addEventListener('click', () => backdrop.remove());
  layer().append(backdrop);
}

function control(label: string, className: string, act: () => void): HTMLElement {
  const button = make('button', className, label);
  button.setAttribute('type', 'button');
  button.addEventListener('click', act);
  return button;
}
