import fc from 'fast-check';
import { fitLines } from '../../../../cloudfunctions/shared/print/fit-lines';

/** A Chinese character is twice as wide as a letter. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x80 ? 1 : 2), 0);

describe('a label’s lines', () => {
  it.each([
    ['城南社区食堂', 6, 3, ['城南社', '区食堂']],
    ['城南社区，食堂', 8, 3, ['城南社', '区，食堂']],
    ['夜间 Bus 专线 N12', 9, 3, ['夜间 Bus', '专线 N12']],
    ['ABCDEFGH', 3, 9, ['ABC', 'DEF', 'GH']],
    ['城南社区食堂开饭了', 6, 2, ['城南社', '区食…']],
    ['', 6, 2, []],
  ])('%s in %i: %j lines', (text, width, most, lines) => {
    expect(fitLines(text, width, most, widthOf)).toEqual(lines);
  });

  it('are never too wide or too many, and lose nothing where all fits', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('城南社区ABC12 ，。（）')), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), fc.integer({ min: 1, max: 5 }), (name, width, most) => {
        const lines = fitLines(name, width, most, widthOf);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        const isWhole = fitLines(name, width, 1000, widthOf).length <= most;
        if (isWhole) expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
      }),
    );
  });
});
