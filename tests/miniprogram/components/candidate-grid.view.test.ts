import { gridCards } from '../../../miniprogram/components/candidate-grid/candidate-grid.view';

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
