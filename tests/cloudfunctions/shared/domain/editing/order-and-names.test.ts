import fc from 'fast-check';
import { areAlike } from '../../../../../cloudfunctions/shared/domain/editing/similar-names';
import { arrange, nextNumber } from '../../../../../cloudfunctions/shared/domain/editing/order';
import { endNominating, moveEnd, stageOutOfOrder } from '../../../../../cloudfunctions/shared/domain/editing/times';
import { stateAfter } from '../../../../../cloudfunctions/shared/domain/media/media-state';

describe('an order', () => {
  const places = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 })
    .map((ids) => ids.map((id, index) => ({ id, number: index * 3 + 1 })));

  it('keeps every candidate exactly once and numbers them upwards, whatever the wish', () => {
    fc.assert(
      fc.property(places, fc.func(fc.nat()), (all, weight) => {
        const wish = all.map(({ id }) => id).sort((a, b) => weight(a) - weight(b));
        const arranged = arrange(all, wish);
        if (!Array.isArray(arranged)) throw new Error('a permutation is an order');
        expect(arranged.map(({ id }) => id)).toEqual(wish);
        expect(arranged.map(({ number }) => number)).toEqual(wish.map((_, index) => index + 1));
        expect(nextNumber(arranged)).toBe(all.length + 1);
      }),
    );
  });

  it.each([
    [['a'], undefined, 'order'],
    [['a', 'a'], undefined, 'order'],
    [['a', 'x'], undefined, 'order.1'],
    [['a', 'b'], [1], 'numbers'],
    [['a', 'b'], [2, 2], 'numbers.1'],
    [['a', 'b'], [0, 1], 'numbers.0'],
    [['a', 'b'], [1, 10_000], 'numbers.1'],
  ])('%j with %j is none', (order, numbers, field) => {
    const known = [
      { id: 'a', number: 1 },
      { id: 'b', number: 2 },
    ];
    expect(arrange(known, order, numbers)).toMatchObject({ field });
  });
});

it.each([
  ['社区老年食堂', '社区 老年 食堂。', true],
  ['ＡＢＣ服务站', 'abc服务站', true],
  ['社区老年食堂', '社区老年食堂建设', true],
  ['食堂', '社区食堂', false],
  ['夜间公园', '夜间图书馆', false],
  ['', '社区食堂', false],
])('"%s" and "%s" are alike: %s', (one, other, expected) => {
  expect(areAlike(one, other)).toBe(expected);
  expect(areAlike(other, one)).toBe(expected);
});

it('moving the end keeps the stages in order and the notice as long', () => {
  const times = { nominating: 1, promoting: 2, voting: 3, verifying: 10, notice: 12, awarded: 20, archived: 30 };
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 1000 }), (endAt) => {
      const moved = moveEnd(times, endAt);
      expect(moved.verifying).toBe(endAt);
      expect(stageOutOfOrder(moved)).toBeNull();
      expect((moved.awarded ?? 0) - (moved.notice ?? 0)).toBe(8);
    }),
  );
});

it.each([
  [
    'over already',
    { nominating: 1, promoting: 5, voting: 20, verifying: 30 },
    { nominating: 1, promoting: 5, voting: 20, verifying: 30 },
  ],
  [
    'under way',
    { nominating: 1, promoting: 15, voting: 20, verifying: 30 },
    { nominating: 1, promoting: 10, voting: 20, verifying: 30 },
  ],
  [
    'still to come',
    { nominating: 12, promoting: 15, voting: 20, verifying: 30 },
    { promoting: 10, voting: 20, verifying: 30 },
  ],
  ['not planned', { voting: 20, verifying: 30 }, { voting: 20, verifying: 30 }],
])('publishing at 10 ends a nominating that is %s', (_, times, expected) => {
  expect(endNominating(times, 10)).toEqual(expected);
});

it.each([
  [0, 'pass', 'passed'],
  [0, 'risky', 'refused'],
  [0, 'review', 'review'],
  [0, 'something new', 'review'],
  [-1008, 'pass', 'review'],
])('a verdict of %i and "%s" makes a picture %s', (errcode, suggest, state) => {
  expect(stateAfter({ errcode, suggest })).toBe(state);
});
