import fc from 'fast-check';
import { breakLines, cut } from '../../../../../cloudfunctions/shared/universal/text/lines';

/** A Chinese character is twice as wide as a letter. */
const measure = (text: string): number =>
  Array.from(text).reduce((sum, each) => sum + (each.charCodeAt(0) < 0x80 ? 1 : 2), 0);

const drawn = { hangs: true, splits: false };

describe('lines in print', () => {
  it.each([
    ['城南社区食堂', 6, 3, ['城南社', '区食堂']],
    ['城南社区，食堂', 8, 3, ['城南社', '区，食堂']],
    ['夜间 Bus 专线 N12', 9, 3, ['夜间 Bus', '专线 N12']],
    ['ABCDEFGH', 3, 9, ['ABC', 'DEF', 'GH']],
    ['城南社区食堂开饭了', 6, 2, ['城南社', '区食…']],
    ['', 6, 2, []],
  ])('of %s within %i, at most %i', (text, width, most, lines) => {
    expect(breakLines(text, width, most, measure)).toEqual(lines);
  });

  it('are never too wide or too many, and lose nothing where all fits', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('城南社区ABC12 ，。（）')), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), fc.integer({ min: 1, max: 5 }), (name, width, most) => {
        const lines = breakLines(name, width, most, measure);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        const isWhole = breakLines(name, width, 1000, measure).length <= most;
        if (isWhole) expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
      }),
    );
  });
});

describe('lines of a drawing, over whose end a mark may hang', () => {
  it.each([
    ['城南社区食堂', 6, 3, ['城南社', '区食堂']],
    ['城南社，区食堂。', 6, 3, ['城南社，', '区食堂。']],
    ['开到 18:00 为止', 6, 4, ['开到', '18:00', '为止']],
    ['城南社区食堂开饭', 6, 2, ['城南社', '区食…']],
    ['他说城南好。”', 6, 3, ['他说城', '南好。”']],
    ['城南社。”', 6, 3, ['城南', '社。”']],
    ['ABCDEFGH', 4, 3, ['AB…']],
    ['', 6, 2, []],
  ])('of %s within %i, at most %i', (text, width, most, lines) => {
    expect(breakLines(text, width, most, measure, drawn)).toEqual(lines);
  });

  it('lose nothing where all fits, and begin with no closing mark', () => {
    // No more than two marks in a row: of longer runs the end may be left out.
    const text = fc.stringMatching(/^(?:[城南社区]{1,3}[，。”]{0,2}){0,15}$/);
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (title, width) => {
        const lines = breakLines(title, width, 100, measure, drawn);
        expect(lines.join('')).toBe(title);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width + 2);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。”]/);
      }),
    );
  });
});

it('what is cut to one line ends in one ellipsis and cuts no character in half', () => {
  expect(cut('城南🏠🏠🏠', 8, measure)).toBe('城南🏠…');
  expect(cut('城南', 8, measure)).toBe('城南');
});
