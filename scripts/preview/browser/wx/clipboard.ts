import { showToast } from '../phone/dialogs';
import { Memory } from '../phone/memory';
import { asynchronous } from './answer';
import { need } from './parameters';

/** What was copied, the same for everybody who uses this computer. */
export const clipboard = {
  memory: new Memory(() => null),
  read(): string {
    return this.memory.read('clipboard', '');
  },
  write(text: string): void {
    this.memory.write('clipboard', text);
    // The browser may forbid it; page code reads it back from here all the same.
    navigator.clipboard?.writeText(text).catch(() => undefined);
  },
};

export function clipboardFunctions(): Record<string, unknown> {
  return {
    setClipboardData: asynchronous('setClipboardData', ({ data }: { data: string }) => {
      need({ data }, { data: 'String' });
      clipboard.write(data);
      showToast('内容已复制', 1500, { icon: 'success' });
    }),
    getClipboardData: asynchronous('getClipboardData', () => ({ data: clipboard.read() })),
  };
}
