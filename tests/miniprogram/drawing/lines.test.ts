import fc from 'fast-check';
import { cut, linesOf } from '../../../miniprogram/drawing/lines';

/** A Chinese character is twice as wide as a letter. */
const measure = (text: string): number =>
  Array.from(text).reduce((sum, each) => sum + (each.charCodeAt(0) < 0x80 ? 1 : 2), 0);

describe('lines of a drawing', () => {
  it.each([
    ['城南社区食堂', 6, 3, ['城南社', '区食堂']],
    ['城南社，区食堂。', 6, 3, ['城南社，', '区食堂。']],
    ['开到 18:00 为止', 6, 4, ['开到', '18:00', '为止']],
    ['城南社区食堂开饭', 6, 2, ['城南社', '区食…']],
    ['他说城南好。”', 6, 3, ['他说城', '南好。”']],
    ['城南社。”', 6, 3, ['城南', '社。”']],
    ['', 6, 2, []],
  ])('of %s within %i, at most %i', (text, width, most, lines) => {
    expect(linesOf(text, width, most, measure).map((line) => line.trim())).toEqual(lines);
  });

  it('lose nothing where all fits, and begin with no closing mark', () => {
    // No more than two marks in a row: of longer runs the end may be left out.
    const text = fc.stringMatching(/^(?:[城南社区]{1,3}[，。”]{0,2}){0,15}$/);
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (title, width) => {
        const lines = linesOf(title, width, 100, measure);
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
