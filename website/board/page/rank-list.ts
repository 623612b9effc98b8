import { make } from '../../shared/elements';
import { words } from '../text/words';
import type { RankRow } from '../view/ranking';
import { isCalm } from './cross-fade';
import { part, RankLine } from './rank-line';

const move: KeyframeAnimationOptions = { duration: 700, easing: 'ease-in-out' };

/**
 * A ranking as a table that is kept: a line that goes to another place moves there. Its rows are laid out anew on every screen,
 * and a table laid out anew is a table to a screen reader only by its roles.
 */
export class RankList {
  readonly element: HTMLElement;
  readonly #body = part('rowgroup', 'tbody');
  readonly #lines = new Map<string, RankLine>();
  #table = '';

  /** @param caption what the table is, for a screen reader */
  constructor(caption: string) {
    const heads = [words.rank, words.candidate, words.votes, words.share].map((text) => {
      const cell = part('columnheader', 'th', text);
      cell.setAttribute('scope', 'col');
      return cell;
    });
    const head = part('rowgroup', 'thead', part('row', 'tr', ...heads));
    this.element = part('table', 'table.rank', make('caption.visually-hidden', caption), head, this.#body);
  }

  /**
   * @param table the group or page it shows: another one fades in, the same one moves
   * @param cut what the line behind the last winner says; empty for no line
   */
  update(table: string, rows: readonly RankRow[], cut: string): void {
    const before = new Map([...this.#lines].map(([id, { element }]) => [id, element.getBoundingClientRect().top]));
    const isSame = this.#table === table;
    this.#table = table;
    for (const id of this.#lines.keys()) if (!rows.some((row) => row.id === id)) this.#lines.delete(id);
    const elements = rows.map((row) => this.#line(row).element);
    const winners = rows.filter(({ isInside }) => isInside).length;
    if (cut !== '' && winners > 0) elements.splice(winners, 0, cutLine(cut, winners < rows.length));
    this.#body.replaceChildren(...elements);
    if (isCalm()) return;
    if (!isSame) this.#body.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 500 });
    else for (const [id, { element }] of this.#lines) slide(element, before.get(id));
  }

  #line(row: RankRow): RankLine {
    const line = this.#lines.get(row.id) ?? new RankLine();
    this.#lines.set(row.id, line);
    line.update(row);
    return line;
  }
}

function cutLine(text: string, isBetween: boolean): HTMLElement {
  const cell = part('cell', 'td', make('span', text));
  cell.setAttribute('colspan', '4');
  return part('row', isBetween ? 'tr.cut' : 'tr.cut.last', cell);
}

/** @param from where it stood before, px from the window's top; undefined for a new one */
function slide(element: HTMLElement, from: number | undefined): void {
  const distance = from === undefined ? 0 : from - element.getBoundingClientRect().top;
  if (distance !== 0) element.animate([{ transform: `translateY(${distance}px)` }, { transform: 'none' }], move);
}
