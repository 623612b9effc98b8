import { groupedText, rangeText } from '../../../../cloudfunctions/shared/universal/numbers';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [12904, '12,904'],
  [1234567, '1,234,567'],
])('%d is written %s', (count, text) => {
  expect(groupedText(count)).toBe(text);
});

test('a range of one number is that number', () => {
  expect(rangeText(3, 10)).toBe('3–10');
  expect(rangeText(10, 10)).toBe('10');
});

test('a number plate has at least two digits', () => {
  expect([2, 20, 300].map(plateText)).toEqual(['02', '20', '300']);
});
