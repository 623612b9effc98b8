import fc from 'fast-check';
import { changedPaths, gridCards } from '../../../miniprogram/components/candidate-grid/candidate-grid.view';

const items = Array.from({ length: 30 }, (_, at) => ({
  id: `c${at}`,
  number: String(at),
  name: `项目${at}`,
  unit: '市民政局',
  picture: '',
  participation: at === 29 ? ('withdrawn' as const) : ('standing' as const),
}));
const open = { chosen: [], cast: [], isOpen: true };

test.each([
  ['cast', { ...open, cast: ['c0'], chosen: ['c0'] }, 'c0'],
  ['withdrawn', { ...open, chosen: ['c29'] }, 'c29'],
  ['plain', { ...open, isOpen: false, chosen: ['c0'] }, 'c0'],
  ['chosen', { ...open, chosen: ['c0'] }, 'c0'],
  ['open', open, 'c0'],
])('a card is %s before anything less', (state, choice, id) => {
  expect(gridCards(items, choice).find((card) => card.id === id)?.state).toBe(state);
});

test('choosing one candidate touches one card', () => {
  const before = gridCards(items, open);
  expect(changedPaths(before, gridCards(items, { ...open, chosen: ['c7'] }))).toEqual({ 'cards[7].state': 'chosen' });
});

test('the next step of a long list adds its cards and touches no other', () => {
  const paths = changedPaths(gridCards(items.slice(0, 20), open), gridCards(items, open));
  expect(Object.keys(paths ?? {})).toEqual(Array.from({ length: 10 }, (_, at) => `cards[${at + 20}]`));
});

test('another list is set as a whole', () => {
  expect(changedPaths(gridCards(items, open), gridCards(items.slice(1), open))).toBeNull();
  expect(changedPaths(gridCards(items, open), gridCards([...items].reverse(), open))).toBeNull();
});

test('following the paths leads to the wanted cards from any choice to any other', () => {
  const ids = fc.subarray(items.map(({ id }) => id));
  fc.assert(
    fc.property(ids, ids, ids, (before, after, cast) => {
      const shown = gridCards(items, { ...open, chosen: before });
      const wanted = gridCards(items, { ...open, chosen: after, cast });
      for (const [path, value] of Object.entries(changedPaths(shown, wanted) ?? {})) {
        const card = shown[Number(/\d+/.exec(path)?.[0])];
        if (card) Object.assign(card, { state: value });
      }
      expect(shown).toEqual(wanted);
    }),
  );
});
