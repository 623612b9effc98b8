import { make } from '../../shared/elements';
import type { RankRow } from '../view/ranking';
import { crossFade } from './cross-fade';
import { Thumbnail } from './thumbnail';

/** An element with a role of its own. */
export function part(role: string, kind: string, ...children: readonly (Node | string)[]): HTMLElement {
  const element = make(kind, ...children);
  element.setAttribute('role', role);
  return element;
}

/** One candidate's line of a ranking, kept while it is shown. The bar's track is all ballots. */
export class RankLine {
  readonly #rank = make('span.figure');
  readonly #votes = make('span.figure');
  readonly #share = make('span.figure');
  readonly #number = make('span.plate');
  readonly #name = make('span.name');
  readonly #note = make('span.note');
  readonly #unit = make('span.unit');
  readonly #fill = make('span.fill');
  readonly #picture = new Thumbnail();
  readonly element = part(
    'row',
    'tr.line',
    part('cell', 'td.place', this.#rank),
    part(
      'cell',
      'td.who',
      this.#picture.element,
      // The spaces are for whoever hears or copies it.
      make('span.naming', this.#name, ' ', make('span.second', this.#number, ' ', this.#note, ' ', this.#unit)),
      make('span.track', this.#fill),
    ),
    part('cell', 'td.votes', this.#votes),
    part('cell', 'td.share', this.#share),
  );

  update({ rank, number, name, unit, note, picture, votes, share, percent, isInside }: RankRow): void {
    this.element.classList.toggle('outside', !isInside);
    crossFade(this.#rank, rank);
    crossFade(this.#votes, votes);
    crossFade(this.#share, share);
    this.#number.textContent = number;
    this.#name.textContent = name;
    this.#note.textContent = note;
    this.#unit.textContent = unit;
    this.#fill.style.width = `${percent}%`;
    this.#picture.update(picture, number);
  }
}
