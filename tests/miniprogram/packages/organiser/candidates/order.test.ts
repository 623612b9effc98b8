import fc from 'fast-check';
import { moveCandidate, renumberCandidate } from '../../../../../miniprogram/packages/organiser/candidates/order';

const candidates = [
  { id: 'a', number: 1 },
  { id: 'b', number: 2 },
  { id: 'c', number: 10 },
];

test('a move exchanges two candidates and leaves the numbers where they are', () => {
  expect(moveCandidate(candidates, 'b', -1)).toEqual({ order: ['b', 'a', 'c'], numbers: [1, 2, 10] });
  expect(moveCandidate(candidates, 'b', 1)).toEqual({ order: ['a', 'c', 'b'], numbers: [1, 2, 10] });
});

test('there is no move beyond either end', () => {
  expect(moveCandidate(candidates, 'a', -1)).toBeNull();
  expect(moveCandidate(candidates, 'c', 1)).toBeNull();
});

test.each([
  [5, { order: ['b', 'a', 'c'], numbers: [2, 5, 10] }],
  [2, { order: ['a', 'b', 'c'], numbers: [2, 3, 10] }],
  [10, { order: ['b', 'a', 'c'], numbers: [2, 10, 11] }],
  [1, { order: ['a', 'b', 'c'], numbers: [1, 2, 10] }],
])('the first gets number %i', (number, order) => {
  expect(renumberCandidate(candidates, 'a', number)).toEqual(order);
});

test('whatever number is given, everybody stays, numbers ascend, and the wish is met', () => {
  const lists = fc
    .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })
    .map((numbers) => numbers.sort((a, b) => a - b).map((number, at) => ({ id: `c${at}`, number })));
  fc.assert(
    fc.property(lists, fc.nat(11), fc.integer({ min: 1, max: 50 }), (list, at, wanted) => {
      const { id = '' } = list[at % list.length] ?? {};
      const { order, numbers } = renumberCandidate(list, id, wanted);
      expect([...order].sort()).toEqual(list.map((each) => each.id).sort());
      expect(numbers.every((number, place) => place === 0 || number > (numbers[place - 1] ?? 0))).toBe(true);
      expect(numbers[order.indexOf(id)]).toBe(wanted);
    }),
  );
});
