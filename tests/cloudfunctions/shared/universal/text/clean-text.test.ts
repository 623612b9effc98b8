import fc from 'fast-check';
import { cleanText } from '../../../../../cloudfunctions/shared/universal/text/clean-text';

test.each([
  ['a zero-width space', '社区\u200b食堂', '社区食堂'],
  ['an override of direction', '\u202e甲乙', '甲乙'],
  ['isolates around a telephone number', '\u2068138 0013 8000\u2069', '138 0013 8000'],
  ['a soft hyphen, a word joiner and a byte order mark', 'a\u00ad\u2060\ufeffb', 'ab'],
  ['Hangul fillers', '甲\u3164\u115f\uffa0乙', '甲乙'],
  ['a variation selector behind a character', '葛\u{e0100}城', '葛城'],
  ['a joiner between characters', '社\u200d区', '社区'],
  ['tags', '甲\u{e0041}\u{e0042}乙', '甲乙'],
  ['a text hidden behind a flag', '🏴\u{e0041}\u{e0042}\u{e007f}', '🏴'],
  ['a row of selectors', '❤\ufe0f\ufe0f\ufe0f', '❤\ufe0f'],
  ['a blank of Braille', '甲\u2800乙', '甲乙'],
  ['nothing but such', '\u200b\u2800\u3164', ''],
  ['a space that is none', '甲\u00a0乙', '甲 乙'],
])('%s goes', (_, written, kept) => {
  expect(cleanText(written, 'one')).toEqual({ text: kept, hasDropped: !written.includes('\u00a0') });
});

test.each([
  ['a family', '👨‍👩‍👧‍👦 之家'],
  ['a skin tone', '👍🏽👩🏿‍🚒'],
  ['a heart in colour', '❤️ 爱心食堂'],
  ['a keycap', '1️⃣ 号'],
  ['a region’s flag', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['joined letters', 'مې\u200cخواهم'],
  ['a Mongolian form', 'ᠮᠣᠩᠭᠣᠯ\u180b'],
  ['a Mongolian form that is joined', 'ᠮ\u180b\u200dᠣ'],
])('%s stays as it is', (_, written) => {
  expect(cleanText(written, 'one')).toEqual({ text: written, hasDropped: false });
});

test.each([
  ['a joiner before a form that belongs to no letter', 'م\u200d\u180b', 'م'],
  ['a joiner behind a form that belongs to no letter', '社\u180b\u200dم', '社م'],
  ['forms behind a form', 'ᠮ\u180b\u180b\u180b', 'ᠮ\u180b'],
])('%s goes at once', (_, written, kept) => {
  expect(cleanText(written, 'one')).toEqual({ text: kept, hasDropped: true });
});

test('what is kept is kept again, whatever it is made of', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\u200b',
      '\u200d',
      '\u202e',
      '\ufe0f',
      '👩',
      '🏿',
      '❤',
      '\u180b',
      'ᠮ',
      'م',
      '社',
      ' ',
      '\n',
      '\t',
      '1',
      '\u20e3',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.constantFrom('one' as const, 'many' as const),
      (pieces, lines) => {
        const once = cleanText(pieces.join(''), lines).text;
        expect(cleanText(once, lines)).toMatchObject({ text: once, hasDropped: false });
      },
    ),
  );
});
