import fc from 'fast-check';
import { isLongerThan, visibleLength } from '../../../../../cloudfunctions/shared/universal/text/visible-length';

test.each([
  ['', 0],
  ['老年食堂', 4],
  ['👨‍👩‍👧‍👦', 1],
  ['👍🏽好', 2],
  ['🇨🇳🇨🇳', 2],
  ['🇨🇳🇨', 2],
  ['1️⃣', 1],
  ['❤️', 1],
  ['é', 1],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 1],
  ['𬭎字', 2],
  ['第一行\n第二行', 7],
])('%j shows %i characters', (text, length) => {
  expect(visibleLength(text)).toBe(length);
});

test('lengths agree with Unicode’s own for Chinese, Latin, emoji and flags', () => {
  const graphemes = new Intl.Segmenter('zh-Hans', { granularity: 'grapheme' });
  const piece = fc.constantFrom(
    ...[
      '中',
      '文',
      '，',
      '。',
      'a',
      'é',
      'e\u0301',
      ' ',
      '\n',
      '１',
      '𬭎',
      '👍',
      '👍🏽',
      '👩‍💻',
      '👨‍👩‍👧‍👦',
      '🇨🇳',
      '❤️',
      '1️⃣',
      '😀',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(visibleLength(pieces.join(''))).toBe([...graphemes.segment(pieces.join(''))].length);
    }),
  );
});

test('a text at its limit is taken and one character more is not, in emoji too', () => {
  expect(isLongerThan('👨‍👩‍👧‍👦'.repeat(60), 60)).toBe(false);
  expect(isLongerThan('👨‍👩‍👧‍👦'.repeat(61), 60)).toBe(true);
});

test('a text that hides far more than it shows is too long', () => {
  expect(isLongerThan(`a${'\u0301'.repeat(2000)}`, 60)).toBe(true);
});
