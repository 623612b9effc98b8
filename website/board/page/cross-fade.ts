const duration = 600;

/** Whether the reader asked for things not to move. */
export function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Puts a figure in place of an old one, which fades out while the new one fades in. Who asked for calm sees it at once.
 * The old one is drawn by the style alone (`.figure::after`), so that the page's text is always the newest.
 */
export function crossFade(element: HTMLElement, text: string): void {
  const before = element.textContent;
  if (before === text) return;
  element.textContent = text;
  if (before === '' || isCalm()) return;
  const { color } = getComputedStyle(element);
  element.dataset.before = before ?? '';
  element.style.setProperty('--figure', color);
  element.animate([{ color: 'transparent' }, { color }], { duration });
  const leaving = element.animate([{ opacity: 1 }, { opacity: 0 }], { duration, pseudoElement: '::after' });
  leaving.onfinish = () => delete element.dataset.before;
}
