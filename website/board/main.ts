import { byId } from '../shared/elements';
import { readAddress } from '../shared/address';
import { follow } from './files/follow';
import { nothingKnown } from './files/known';
import { showGroups } from './page/group-tabs';
import { Pager } from './page/pager';
import { showBoard } from './page/show-board';
import { showCount, type Selection } from './page/show-count';
import { Speaker } from './page/speaker';
import { problemTexts } from './text/problems';
import { boardView } from './view/board-view';
import type { CountView } from './view/count-view';
import { hallPages } from './view/hall-pages';

/** How often the words about time are said anew, milliseconds. */
const wordsPause = 5_000;

const allowed = document.querySelector('meta[name="board-folders"]')?.getAttribute('content') ?? '';
const address = readAddress(location.href, allowed);

if (address.kind === 'poll') start(address.folder, address.isHall);
else showBoard({ kind: 'problem', ...problemTexts[address.kind] });

function start(folder: string, isHall: boolean): void {
  document.documentElement.classList.toggle('hall', isHall);
  let known = nothingKnown;
  let group = '';
  let drawn = '';
  const speaker = new Speaker(byId('spoken', HTMLElement));
  const pager = new Pager(() => draw());

  function select(count: CountView): Selection | null {
    if (count.kind !== 'ranking') {
      pager.pages = [];
      showGroups([], '', choose);
      return null;
    }
    if (isHall) {
      pager.pages = hallPages(count.tables);
      return pager.current && { kind: 'page', page: pager.current };
    }
    const table = count.tables.find(({ id }) => id === group) ?? count.tables[0];
    showGroups(count.tables, table?.id ?? '', choose);
    return table ? { kind: 'table', table } : null;
  }

  function choose(id: string): void {
    group = id;
    draw();
  }

  function draw(): void {
    const view = boardView(known, folder, Date.now());
    const selection = view.kind === 'ready' ? select(view.count) : null;
    if (view.kind === 'ready' && view.count.figures) speaker.tell(view.count.figures.spoken, Date.now());
    // What has not changed is left alone: selected text stays selected, and nothing is told twice.
    const content = JSON.stringify([view, selection]);
    if (content === drawn) return;
    drawn = content;
    showBoard(view);
    if (view.kind !== 'ready') return;
    showCount(view.count, selection);
  }

  draw();
  follow(folder, (learnt) => {
    known = learnt;
    draw();
  });
  setInterval(draw, wordsPause);
}
