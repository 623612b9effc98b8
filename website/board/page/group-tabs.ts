import { button, byId } from '../../shared/elements';
import type { RankTable } from '../view/ranking';

const place = byId('groups', HTMLElement);
let shown = '';

/** A button for each group and for all of them; none where there are no groups. */
export function showGroups(tables: readonly RankTable[], chosen: string, onChoose: (id: string) => void): void {
  place.hidden = tables.length < 2;
  const names = JSON.stringify(tables.map(({ id, name }) => [id, name]));
  if (names !== shown) {
    shown = names;
    place.replaceChildren(
      ...tables.map(({ id, name }) => {
        const tab = button(name, () => onChoose(id));
        tab.dataset.group = id;
        return tab;
      }),
    );
  }
  for (const tab of place.querySelectorAll('button')) {
    tab.setAttribute('aria-pressed', String(tab.dataset.group === chosen));
  }
}
