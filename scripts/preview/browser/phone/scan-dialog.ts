import { askOver, control, make } from './dialog-parts';

/** Lets the person say what the camera would read, in place of a code. @returns null when it was cancelled */
export function askScan(): Promise<string | null> {
  return askOver<string | null>('sheet', (answer) => {
    const input = document.createElement('input');
    input.type = 'text';
    input.id = 'phone-scan';
    input.className = 'sheet-field';
    input.setAttribute('aria-label', '码里的内容');
    const done = (): void => {
      const text = input.value.trim();
      if (text !== '') answer(text);
    };
    input.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') done();
    });
    return [
      make(
        'p',
        'sheet-title',
        make('b', '', '扫码'),
        '预览里没有相机，请填码里的内容：小程序码填页面路径，其他的码填文字',
      ),
      input,
      control('扫到了', 'sheet-item', done),
      control('取消', 'sheet-item sheet-cancel', () => answer(null)),
    ];
  });
}
