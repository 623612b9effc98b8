import { byId } from '../../shared/elements';
import { pageText, words } from '../text/words';
import { firstStay, otherStay, type HallPage } from '../view/hall-pages';

/** Turns a hall's pages by itself, until somebody holds it: what moves by itself has to be stoppable. */
export class Pager {
  readonly #button = byId('page', HTMLButtonElement);
  readonly #onTurn: () => void;
  #pages: readonly HallPage[] = [];
  #at = 0;
  #timer = 0;
  #isHeld = false;

  /** @param onTurn draws `current` */
  constructor(onTurn: () => void) {
    this.#onTurn = onTurn;
    this.#button.addEventListener('click', () => this.#hold(!this.#isHeld));
    addEventListener('keydown', ({ key }) => {
      const step = new Map([
        ['ArrowRight', 1],
        ['ArrowLeft', -1],
      ]).get(key);
      if (step !== undefined) this.#turn(step);
    });
  }

  /** The pages as they are now; the place among them stays. */
  set pages(pages: readonly HallPage[]) {
    this.#pages = pages;
    if (this.#at >= pages.length) this.#at = 0;
    this.#button.hidden = pages.length < 2;
    this.#label();
    if (pages.length > 1 && this.#timer === 0) this.#wait();
  }

  get current(): HallPage | null {
    return this.#pages[this.#at] ?? null;
  }

  #turn(step: number): void {
    if (this.#pages.length < 2) return;
    this.#at = (this.#at + step + this.#pages.length) % this.#pages.length;
    this.#label();
    this.#onTurn();
    this.#wait();
  }

  #hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#label();
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#isHeld) this.#timer = window.setTimeout(() => this.#turn(1), this.#at === 0 ? firstStay : otherStay);
  }

  #label(): void {
    const page = this.current;
    if (page === null) return;
    const name = page.table === '' ? '' : `${page.name} `;
    const text = `${name}${pageText(page.from, page.to, page.total)} · ${this.#isHeld ? words.resume : words.pause}`;
    if (this.#button.textContent !== text) this.#button.textContent = text;
  }
}
