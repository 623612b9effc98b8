import fc from 'fast-check';
import type { Box } from '../../../../miniprogram/drawing/pen';
import {
  layPoster,
  posterScale,
  posterSize,
  type Line,
  type PosterLayout,
} from '../../../../miniprogram/packages/poster/drawing/poster-layout';
import type { Poster } from '../../../../miniprogram/packages/poster/drawing/poster';
import { usual } from './sample-poster';

/** A Chinese character is as wide as its font is large, anything else six tenths of it. */
function measureIn(text: string, font: string): number {
  const size = sizeOf(font);
  return Array.from(text).reduce((sum, each) => sum + (each.charCodeAt(0) < 0x80 ? 0.6 : 1) * size, 0);
}

function sizeOf(font: string): number {
  return Number(/(\d+)px/.exec(font)?.[1]);
}

/** The lines between the picture and the foot but for the figures, from the title on. */
function wordsOf({ lines, foot }: PosterLayout): Line[] {
  return lines.filter(({ y }) => y < foot.y);
}

function titleOf(poster: Poster): string[] {
  return layPoster(poster, measureIn)
    .lines.filter(({ font, y }) => font.startsWith('700') && y < 959)
    .map(({ text }) => text);
}

const right = ({ x, width }: Box): number => x + width;
const bottom = ({ y, height }: Box): number => y + height;

describe('a poster', () => {
  it('breaks its title where it reads best', () => {
    expect(titleOf(usual)).toEqual(['2026年度', '十佳为民服务实事']);
  });

  it('leaves no character of a title alone in the last line', () => {
    const title = '幸福里社区居民议事厅公约';
    const lines = titleOf({ ...usual, title });
    expect(lines.join('')).toBe(title);
    expect(Math.abs((lines[0] ?? '').length - (lines[1] ?? '').length)).toBeLessThanOrEqual(2);
  });

  it('sets a title of sixty characters whole', () => {
    const title = '幸福里社区居民最满意的十件民生实事'.repeat(4).slice(0, 60);
    const lines = titleOf({ ...usual, title });
    expect(lines.join('')).toBe(title);
    expect(lines).toHaveLength(4);
  });

  it('draws the code at exactly the size in which WeChat gives it', () => {
    const { code, paper } = layPoster(usual, measureIn);
    expect(code.width * posterScale).toBe(430);
    expect(code.x).toBeGreaterThan(paper.x);
    expect(right(code)).toBeLessThan(right(paper));
  });

  it('keeps an organiser’s long name clear of the seal', () => {
    const layout = layPoster({ ...usual, lead: '云川市人民政府办公室及各区县联合工作组 邀请您' }, measureIn);
    const [lead] = layout.lines;
    expect(lead?.text).toMatch(/…$/);
    expect((lead?.x ?? 0) + measureIn(lead?.text ?? '', lead?.font ?? '')).toBeLessThanOrEqual(layout.seal.x);
  });

  it('fits, whatever it says: every line within the paper, none over another, and most of the sheet left for the picture', () => {
    const text = (most: number): fc.Arbitrary<string> =>
      fc.string({ unit: fc.constantFrom(...Array.from('城南社区服务，。12A ')), minLength: 1, maxLength: most });
    const count = fc.integer({ min: 1, max: 9999 }).map(String);
    const any = fc.record({
      lead: text(60),
      title: text(60),
      origin: text(40),
      sentence: text(120),
      call: text(12),
      partners: fc.array(text(120), { maxLength: 2 }),
      figures: fc.tuple(count, count, count).map((all) => all.map((figure) => ({ figure, of: '项候选' }))),
      terms: fc.array(text(40), { minLength: 1, maxLength: 3 }),
      number: fc.nat(300),
    });
    fc.assert(
      fc.property(any, (poster) => {
        const layout = layPoster(poster, measureIn);
        expect(layout.picture.height).toBeGreaterThan(300);
        for (const line of layout.lines) {
          // A closing mark may hang over: the right half of it has no ink.
          const blank = /[。，]$/.test(line.text) ? sizeOf(line.font) / 2 : 0;
          expect(line.x + measureIn(line.text, line.font) - blank).toBeLessThanOrEqual(posterSize.width - 8);
          expect(line.y).toBeLessThan(posterSize.height - 40);
        }
        const words = wordsOf(layout);
        expect((words[0]?.y ?? 0) - 32).toBeGreaterThan(bottom(layout.picture));
        const upright = words.filter(({ x }) => x === 48);
        for (const [at, line] of upright.slice(1).entries()) {
          expect(line.y - sizeOf(line.font) * 0.9).toBeGreaterThan(upright[at]?.y ?? 0);
        }
      }),
    );
  });
});
