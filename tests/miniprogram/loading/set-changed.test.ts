import fc from 'fast-check';
import { gridCards } from '../../../miniprogram/components/candidate-grid/candidate-grid.view';
import { changedPaths, inParts, mostAtOnce, setChanged } from '../../../miniprogram/loading/set-changed';

const items = Array.from({ length: 300 }, (_, at) => ({
  id: `c${at}`,
  number: String(at),
  name: `二〇二六年度老旧小区加装电梯和楼道适老化改造项目${at}`,
  unit: '云川市城关街道办事处',
  picture: 'cloud://local-env.6c6f63616c/polls/demo/park.svg',
  participation: 'standing' as const,
}));
const open = { chosen: [], cast: [], isOpen: true };
const first = items.slice(0, 20);

/** A page as WeChat has one: what it is told is written into its data, path by path. */
function page(data: Record<string, unknown>) {
  const calls: Record<string, unknown>[] = [];
  const setData = (change: Record<string, unknown>, drawn?: () => void): void => {
    calls.push(change);
    // What is handed from process to process is a copy.
    const copy = JSON.parse(JSON.stringify(change)) as Record<string, unknown>;
    for (const [path, value] of Object.entries(copy)) {
      const names = path.split(/[.[\]]+/).filter(Boolean);
      const last = names.pop() ?? '';
      const owner = names.reduce((at, name) => at[name] as Record<string, unknown>, data);
      owner[last] = value;
    }
    drawn?.();
  };
  return { data, setData, calls };
}

const bytes = (change: object): number => Buffer.byteLength(JSON.stringify(change));

test('choosing one candidate touches one card', () => {
  const shown = { cards: gridCards(first, open) };
  const wanted = { cards: gridCards(first, { ...open, chosen: ['c7'] }) };
  expect(changedPaths(shown, wanted)).toEqual({ 'cards[7].state': 'chosen' });
});

test('the next strip of a long list adds its cards and touches no other', () => {
  const paths = changedPaths({ cards: gridCards(first, open) }, { cards: gridCards(items.slice(0, 24), open) });
  expect(Object.keys(paths)).toEqual(['cards[20]', 'cards[21]', 'cards[22]', 'cards[23]']);
});

test('what is as before is not set again, and it counts as drawn', () => {
  const { calls, ...shown } = page({ view: { kind: 'ready', rows: first, none: null }, bar: null, empty: [] });
  let isDrawn = false;
  setChanged(shown, { view: { kind: 'ready', rows: [...first], none: null }, bar: null, empty: [] }, () => {
    isDrawn = true;
  });
  expect(calls).toEqual([]);
  expect(isDrawn).toBe(true);
});

test('another item in the place of one is set as a whole', () => {
  const swapped = [first[1], first[0], ...first.slice(2)];
  expect(changedPaths({ rows: first }, { rows: swapped })).toEqual({ 'rows[0]': first[1], 'rows[1]': first[0] });
});

test('a view of another kind is set as a whole: nothing of the old one stays', () => {
  expect(changedPaths({ view: { kind: 'ready', rows: first } }, { view: { kind: 'failed', title: '' } })).toEqual({
    view: { kind: 'failed', title: '' },
  });
});

test('no call carries more than its share, and once the last is drawn it is told', () => {
  const { calls, ...shown } = page({ view: { kind: 'loading' } });
  let drawn = 0;
  setChanged(shown, { view: { kind: 'ready', rows: items } }, () => (drawn += 1));
  expect(shown.data).toEqual({ view: { kind: 'ready', rows: items } });
  expect(calls.length).toBeGreaterThan(2);
  expect(Math.max(...calls.map(bytes))).toBeLessThanOrEqual(mostAtOnce);
  expect(drawn).toBe(1);
});

test('a long list that became shorter goes in pieces too', () => {
  const parts = inParts(changedPaths({ rows: items }, { rows: items.slice(10) }));
  expect(Math.max(...parts.map(bytes))).toBeLessThanOrEqual(mostAtOnce);
});

test('from any data to any other, what is shown in the end is what was wanted, and no call is too long', () => {
  const item = fc.record({ id: fc.constantFrom('a', 'b', 'c'), text: fc.string({ unit: 'grapheme', maxLength: 30 }) });
  const view = fc.record(
    { list: fc.array(item), names: fc.array(fc.string()), more: fc.option(fc.record({ at: fc.integer() })) },
    { requiredKeys: ['list', 'more'] },
  );
  fc.assert(
    fc.property(view, view, fc.integer({ min: 200, max: 2000 }), (before, wanted, most) => {
      const shown = page({ view: structuredClone(before), list: structuredClone(before.list) });
      for (const part of inParts(changedPaths(shown.data, { view: wanted, list: wanted.list }), most)) {
        shown.setData(part);
      }
      expect(shown.data).toEqual({ view: wanted, list: wanted.list });
    }),
  );
});
