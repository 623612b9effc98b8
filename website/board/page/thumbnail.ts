import { tintOf } from '../../../cloudfunctions/shared/universal/plate';
import { byId, make } from '../../shared/elements';

/** A 4:3 picture; without one, or where it cannot be loaded, a tint by number with the mark's arcs and the number. */
export class Thumbnail {
  readonly element = make('div.picture');
  #shown: string | null = null;

  update(picture: string, number: string): void {
    if (this.#shown === picture) return;
    this.#shown = picture;
    if (picture === '') return this.#showNumber(number);
    const image = document.createElement('img');
    image.alt = '';
    image.setAttribute('aria-hidden', 'true');
    image.loading = 'lazy';
    image.decoding = 'async';
    image.referrerPolicy = 'no-referrer';
    image.addEventListener('error', () => this.#showNumber(number));
    image.src = picture;
    this.element.className = 'picture';
    this.element.replaceChildren(image);
  }

  #showNumber(number: string): void {
    this.element.className = `picture missing tint-${tintOf(number)}`;
    const label = make('span', number);
    // It stands beside the name already.
    label.setAttribute('aria-hidden', 'true');
    this.element.replaceChildren(byId('arcs', HTMLTemplateElement).content.cloneNode(true), label);
  }
}
