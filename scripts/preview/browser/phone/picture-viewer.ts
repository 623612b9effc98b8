import { control, lay, make } from './dialog-parts';

/** Shows pictures over everything, one at a time, until they are tapped. */
export function showPictures(urls: readonly string[], first: number): void {
  const picture = document.createElement('img');
  picture.alt = '';
  const counter = make('span', 'picture-counter');
  const previous = control('‹', 'picture-turn', () => show(at - 1));
  const next = control('›', 'picture-turn', () => show(at + 1));
  previous.setAttribute('aria-label', '上一张');
  next.setAttribute('aria-label', '下一张');
  let at = first;
  const show = (index: number): void => {
    at = index;
    picture.src = urls[index] ?? '';
    counter.textContent = urls.length > 1 ? `${index + 1}/${urls.length}` : '';
    previous.hidden = index === 0;
    next.hidden = index >= urls.length - 1;
  };
  const backdrop = make('div', 'backdrop picture', picture, counter, previous, next);
  backdrop.setAttribute('role', 'dialog');
  backdrop.setAttribute('aria-label', '图片');
  backdrop.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLButtonElement)) backdrop.remove();
  });
  show(first);
  lay(backdrop);
}
