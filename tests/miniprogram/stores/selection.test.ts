import {
  clearSelection,
  dropPending,
  keepChoices,
  pendingCast,
  selectionOf,
} from '../../../miniprogram/stores/selection';
import { installWechat } from '../wechat';

const next = { nth: 1, period: '2026-11-24' };

beforeEach(() => {
  installWechat();
});

test('choices survive leaving the page, each poll by itself', () => {
  keepChoices('p1', ['a', 'b']);
  expect(selectionOf('p1').choices).toEqual(['a', 'b']);
  expect(selectionOf('p2').choices).toEqual([]);
});

test('a retry carries the castId, nth and period of the first try, even after midnight', () => {
  keepChoices('p1', ['a', 'b']);
  const first = pendingCast('p1', next);
  expect(first.castId).toMatch(/^[A-Za-z0-9-]{8,64}$/);
  expect(pendingCast('p1', { nth: 2, period: '2026-11-25' })).toEqual(first);
});

test('the same choices in another order are the same cast', () => {
  keepChoices('p1', ['a', 'b']);
  const { castId } = pendingCast('p1', next);
  keepChoices('p1', ['b', 'a']);
  expect(pendingCast('p1', next).castId).toBe(castId);
});

test('another choice is another cast', () => {
  keepChoices('p1', ['a', 'b']);
  const { castId } = pendingCast('p1', next);
  keepChoices('p1', ['a', 'c']);
  expect(pendingCast('p1', next).castId).not.toBe(castId);
});

test('after a refusal the choices stay and the cast is forgotten', () => {
  keepChoices('p1', ['a']);
  pendingCast('p1', next);
  dropPending('p1');
  expect(selectionOf('p1')).toEqual({ choices: ['a'] });
});

test('after a receipt nothing is left', () => {
  keepChoices('p1', ['a']);
  pendingCast('p1', next);
  clearSelection('p1');
  expect(selectionOf('p1')).toEqual({ choices: [] });
});

test.each(['', 7, { choices: 'a' }, { choices: [1] }, { choices: [], pending: { castId: 1 } }])(
  'what an older version or another program stored (%j) is no selection',
  (stored) => {
    installWechat().storage.set('selection/p1', stored);
    expect(selectionOf('p1')).toEqual({ choices: [] });
  },
);
