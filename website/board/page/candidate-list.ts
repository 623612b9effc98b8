import { make } from '../../shared/elements';
import type { RankRow } from '../view/ranking';
import { Thumbnail } from './thumbnail';

/** Candidates with no ranking, as a list of pictures and names. */
export function candidateList(rows: readonly RankRow[]): HTMLElement {
  const items = rows.map(({ picture, number, name, note, unit }) => {
    const thumbnail = new Thumbnail();
    thumbnail.update(picture, number);
    return make(
      'li',
      thumbnail.element,
      make(
        'p',
        make('span.plate', number),
        ' ',
        make('strong', name),
        ' ',
        make('span.note', note),
        ' ',
        make('span.unit', unit),
      ),
    );
  });
  return make('ul.candidates', ...items);
}

/** Those that left the ranking, with the votes they got. */
export function withdrawnList(heading: string, rows: readonly RankRow[]): readonly HTMLElement[] {
  const items = rows.map(({ number, name, votes }) =>
    make('li', make('span', make('span.plate', number), ' ', name), ' ', make('span.figures-text', `${votes} 票`)),
  );
  return [make('h3', heading), make('ul', ...items)];
}
