import type { WriteStream } from 'node:tty';

const width = 30;

/** Shows how far a file has been read: a bar on a terminal, a line for every tenth elsewhere. */
export function progressBar(
  stream: NodeJS.WriteStream | WriteStream,
  total: number,
): { show: (bytes: number, entries: number) => void; clear: () => void } {
  /** Below this nobody waits long enough to ask. */
  const isWorthShowing = total > 4 * 1024 * 1024;
  let tenths = 0;
  return {
    show(bytes, entries) {
      if (!isWorthShowing) return;
      const part = bytes / total;
      const count = `${Math.floor(part * 100)} % · ${entries.toLocaleString('en')} entries`;
      if (stream.isTTY) {
        const filled = Math.round(part * width);
        stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${count}`);
      } else if (Math.floor(part * 10) > tenths) {
        tenths = Math.floor(part * 10);
        stream.write(`${count}\n`);
      }
    },
    clear() {
      if (isWorthShowing && stream.isTTY) stream.write(`\r${' '.repeat(width + 40)}\r`);
    },
  };
}
