import { countingText, progressText, spokenProgress } from '../text/page';
import type { News } from '../worker/messages';
import { byId } from '../../shared/elements';

const bar = byId('bar', HTMLProgressElement);
const line = byId('progress', HTMLParagraphElement);
const spoken = byId('spoken', HTMLParagraphElement);
let tenth = 0;

/** Shows that counting has begun. */
export function beginProgress(name: string): void {
  byId('counting-title', HTMLHeadingElement).textContent = countingText(name);
  bar.removeAttribute('value');
  line.textContent = '';
  spoken.textContent = '';
  tenth = 0;
}

export function showProgress({ bytes, total, entries }: Extract<News, { kind: 'progress' }>): void {
  line.textContent = progressText(bytes, total, entries);
  if (total === null) return bar.removeAttribute('value');
  bar.max = total;
  bar.value = bytes;
  // A screen reader hears of every tenth, not ten times a second.
  const reached = Math.floor((bytes / total) * 10);
  if (reached > tenth) spoken.textContent = spokenProgress(reached);
  tenth = reached;
}
