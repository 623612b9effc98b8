import { isSame } from '../../../../../miniprogram/packages/organiser/draft/rebase';
import { rebase } from '../../../../../miniprogram/packages/organiser/draft/rebase';

const latest = { title: '甲', organiser: '乙', rules: { choices: { min: 1, max: 3 } } };

describe('what was typed upon a newer version', () => {
  test('is kept where nobody else has touched the field', () => {
    expect(rebase(latest, { base: { title: '甲' }, change: { title: '新' } })).toEqual({
      kept: ['title'],
      clashes: [],
    });
  });

  test('is for a person to decide where somebody else changed the same field differently', () => {
    const unsaved = { base: { title: '旧', organiser: '乙' }, change: { title: '新', organiser: '丙' } };
    expect(rebase(latest, unsaved)).toEqual({ kept: ['organiser'], clashes: ['title'] });
  });

  test('is done where the newer version already says it, as after an answer that was lost', () => {
    const unsaved = { base: { title: '旧' }, change: { title: ' 甲 ' } };
    expect(rebase(latest, unsaved)).toEqual({ kept: [], clashes: [] });
  });
});

test.each([
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: [1, { b: '丁 ' }] }, { a: [1, { b: '丁' }] }, true],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  [{ a: 1 }, { b: 1 }, false],
])('%j and %j are the same once saved: %s', (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
});
