import { askOver, control, make } from './dialog-parts';

/** One column of a picker: what it offers, and which of it is chosen. */
export interface Wheel {
  labels: readonly string[];
  at: number;
}

/** Height of one choice, px; the stylesheet has the same. */
const rowHeight = 44;

/**
 * Shows columns that turn like wheels, as WeChat's own pickers do. Columns may hang on each other: `turned` gives the
 * new ones after one was turned.
 * @returns the index chosen in each column, or null when it was cancelled
 */
export function turnWheels(
  title: string,
  start: readonly Wheel[],
  turned: (chosen: number[], column: number) => readonly Wheel[],
): Promise<number[] | null> {
  return askOver<number[] | null>(
    'sheet',
    (answer) => {
      let chosen = start.map(({ at }) => at);
      const columns = make('div', 'wheels');
      const show = (wheels: readonly Wheel[]): void => {
        chosen = wheels.map(({ labels, at }) => Math.max(0, Math.min(at, labels.length - 1)));
        columns.replaceChildren(
          ...wheels.map(({ labels }, column) => {
            const turn = (at: number): void => {
              chosen[column] = at;
              const next = turned([...chosen], column);
              const same = next.every((wheel, each) => wheel.labels.join() === wheels[each]?.labels.join());
              if (!same) show(next);
            };
            return drawWheel(labels, chosen[column] ?? 0, turn);
          }),
        );
      };
      show(start);
      return [
        make(
          'div',
          'wheel-head',
          control('取消', 'modal-cancel', () => answer(null)),
          make('b', '', title),
          control('确定', 'modal-confirm', () => answer(chosen)),
        ),
        columns,
      ];
    },
    null,
  );
}

function drawWheel(labels: readonly string[], at: number, turn: (at: number) => void): HTMLElement {
  const list = make('div', 'wheel');
  list.setAttribute('role', 'listbox');
  list.tabIndex = 0;
  const rows = labels.map((label, index) => {
    const row = make('div', 'wheel-row', label);
    row.setAttribute('role', 'option');
    row.addEventListener('click', () => choose(index));
    return row;
  });
  let shown = at;
  let isPlaced = false;
  const mark = (index: number): void => {
    shown = index;
    rows.forEach((row, each) => row.setAttribute('aria-selected', String(each === index)));
  };
  const choose = (index: number): void => {
    if (index < 0 || index >= rows.length) return;
    list.scrollTop = index * rowHeight;
    if (index !== shown) {
      mark(index);
      turn(index);
    }
  };
  list.append(...rows);
  list.addEventListener('scroll', () => {
    // A column that was just replaced has lost its place, and says nothing of what was chosen.
    if (!list.isConnected || !isPlaced) return;
    const index = Math.round(list.scrollTop / rowHeight);
    if (index !== shown && index < rows.length) {
      mark(index);
      turn(index);
    }
  });
  list.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowDown') choose(shown + 1);
    if (key === 'ArrowUp') choose(shown - 1);
  });
  mark(at);
  // Nothing scrolls before it is laid out.
  requestAnimationFrame(() => {
    list.scrollTop = shown * rowHeight;
    isPlaced = true;
  });
  return list;
}
