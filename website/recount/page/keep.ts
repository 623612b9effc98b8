import { words } from '../text/page';
import { button, make } from '../../shared/elements';

/**
 * Buttons that copy and download a text, and a line that says what came of it.
 * @param text is asked when it is needed: its fingerprint may still be on the way
 */
export function keepActions(
  labels: { copy: string; download: string; fileName: string },
  text: () => string,
  ...more: readonly HTMLElement[]
): HTMLElement {
  const said = make('p.said');
  said.setAttribute('role', 'status');
  const copy = button(
    labels.copy,
    () => {
      copyText(text()).then(
        () => (said.textContent = words.copied),
        () => (said.textContent = words.copyFailed),
      );
    },
    'primary',
  );
  const download = button(labels.download, () => downloadText(labels.fileName, text()));
  return make('div.actions', copy, download, ...more, said);
}

async function copyText(text: string): Promise<void> {
  // Absent where the page came over plain http.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) return clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way that is left without a clipboard
  const isCopied = document.execCommand('copy');
  field.remove();
  if (!isCopied) throw new Error('not copied');
}

function downloadText(fileName: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
