import { cut } from '../../../../cloudfunctions/shared/universal/text/lines';
import { linesOf, typeOf, type Box } from '../../../drawing/pen';
import type { Poster } from './poster';

/** In the drawing's own units; it is drawn `posterScale` times as large, so that a code comes out at exactly WeChat's 430 px. */
export const posterSize = { width: 750, height: 1335 } as const;
export const posterScale = 1.6;

/** A line of text on the poster: `y` is its baseline. */
export interface Line {
  text: string;
  x: number;
  y: number;
  font: string;
  ink: 'first' | 'second';
}

export interface PosterLayout {
  picture: Box;
  seal: Box;
  /** The paper behind the code, and the code itself. */
  paper: Box;
  code: Box;
  foot: Box;
  /** Upright lines between the figures. */
  rules: Box[];
  lines: Line[];
}

/** How wide a text is in a font. */
export type MeasureIn = (text: string, font: string) => number;

const margin = 48;
const width = posterSize.width - 2 * margin;
const foot: Box = { x: 0, y: 959, width: posterSize.width, height: 376 };
const sealSide = 122;
const codeSide = 430 / posterScale;
const paperSide = 288;

/** The largest title that fits is taken. */
const titleSizes = [
  { size: 64, lineHeight: 86, most: 2 },
  { size: 52, lineHeight: 70, most: 3 },
  { size: 40, lineHeight: 55, most: 4 },
] as const;

const figureSizes = [
  { size: 58, small: 30, gap: 34 },
  { size: 48, small: 26, gap: 26 },
  { size: 40, small: 24, gap: 18 },
] as const;

/** Sets a poster from its foot upwards: the picture takes what the words leave. */
export function layPoster(poster: Poster, measureIn: MeasureIn): PosterLayout {
  const figures = layFigures(poster, measureIn);
  const title = titleOf(poster.title, measureIn);
  const leadFont = typeOf(32);
  const smallFont = typeOf(30);
  const small = (text: string): number => measureIn(text, smallFont);
  const below = [
    ...poster.partners.flatMap((partner) => linesOf(partner, width, 2, small)),
    ...linesOf(poster.origin, width, 1, small),
    ...linesOf(poster.sentence, width, 2, small),
  ];
  const bottom = foot.y - (figures.lines.length > 0 ? 150 : 44);
  const top = bottom - (52 + title.lines.length * title.lineHeight + below.length * 42 + (below.length > 0 ? 8 : 0));
  const pictureHeight = top - 48;
  const titleFont = typeOf(title.size, 700);
  const firstBelow = top + 52 + title.lines.length * title.lineHeight + 8;
  // The seal hangs over the picture's edge into this line.
  const leadWidth = width - sealSide - 16;
  return {
    picture: { x: 0, y: 0, width: posterSize.width, height: pictureHeight },
    seal: { x: posterSize.width - 47 - sealSide, y: pictureHeight - 54, width: sealSide, height: sealSide },
    ...layCode(),
    foot,
    rules: figures.rules,
    lines: [
      {
        text: cut(poster.lead, leadWidth, (text) => measureIn(text, leadFont)),
        x: margin,
        y: top + 32,
        font: leadFont,
        ink: 'second' as const,
      },
      ...title.lines.map((text, at) => ({
        text,
        x: margin,
        y: top + 52 + (at + 0.78) * title.lineHeight,
        font: titleFont,
        ink: 'first' as const,
      })),
      ...below.map((text, at) => ({
        text,
        x: margin,
        y: firstBelow + at * 42 + 32,
        font: smallFont,
        ink: 'second' as const,
      })),
      ...figures.lines,
      ...layTerms(poster, measureIn),
    ],
  };
}

function titleOf(title: string, measureIn: MeasureIn): { lines: string[]; size: number; lineHeight: number } {
  const parts = title.split('\n');
  const whole = parts.join('');
  for (const { size, lineHeight, most } of titleSizes) {
    const measure = (text: string): number => measureIn(text, typeOf(size, 700));
    if (parts.length > 1 && parts.every((part) => measure(part) <= width)) return { lines: parts, size, lineHeight };
    const lines = linesOf(whole, width, most + 1, measure);
    if (lines.length <= most && lines.every((line) => !line.endsWith('…') || whole.endsWith(line)))
      return { lines: evenly(whole, lines.length, measure), size, lineHeight };
  }
  const { size, lineHeight, most } = titleSizes[2];
  return { lines: linesOf(whole, width, most, (text) => measureIn(text, typeOf(size, 700))), size, lineHeight };
}

/** As many lines as it needs anyway, but of about the same length, so that no character stands alone in the last. */
function evenly(text: string, count: number, measure: (text: string) => number): string[] {
  let best = linesOf(text, width, count, measure);
  for (let narrower = width - 20; narrower > width / 2; narrower -= 20) {
    const lines = linesOf(text, narrower, count + 1, measure);
    if (lines.length > count || lines.some((line) => measure(line) > narrower || line.endsWith('…'))) break;
    best = lines;
  }
  return best;
}

function layFigures({ figures }: Poster, measureIn: MeasureIn): { lines: Line[]; rules: Box[] } {
  const widthWith = ({ size, small, gap }: (typeof figureSizes)[number]): number =>
    figures.reduce((sum, { figure, of }) => {
      return sum + measureIn(figure, typeOf(size, 600)) + 10 + measureIn(of, typeOf(small));
    }, 0) +
    (figures.length - 1) * 2 * gap;
  const { size, small, gap } = figureSizes.find((sizes) => widthWith(sizes) <= width) ?? figureSizes[2];
  const y = foot.y - 53;
  const lines: Line[] = [];
  const rules: Box[] = [];
  let x = margin;
  for (const [at, { figure, of }] of figures.entries()) {
    if (at > 0) {
      rules.push({ x: x + gap - 1, y: y - 56, width: 2, height: 74 });
      x += 2 * gap;
    }
    lines.push({ text: figure, x, y, font: typeOf(size, 600), ink: 'first' });
    x += measureIn(figure, typeOf(size, 600)) + 10;
    lines.push({ text: of, x, y, font: typeOf(small), ink: 'second' });
    x += measureIn(of, typeOf(small));
  }
  return { lines, rules };
}

function layCode(): Pick<PosterLayout, 'paper' | 'code'> {
  const y = foot.y + (foot.height - paperSide) / 2;
  const inset = (paperSide - codeSide) / 2;
  return {
    paper: { x: margin, y, width: paperSide, height: paperSide },
    code: { x: margin + inset, y: y + inset, width: codeSide, height: codeSide },
  };
}

/** The words beside the code, around the middle of the foot. */
function layTerms({ call, terms }: Poster, measureIn: MeasureIn): Line[] {
  const x = margin + paperSide + 26;
  const room = posterSize.width - x - 26;
  const callFont = typeOf(38, 700);
  const font = typeOf(28);
  const lines = terms.flatMap((term) => linesOf(term, room, 2, (text) => measureIn(text, font))).slice(0, 4);
  const height = 62 + lines.length * 42;
  const top = foot.y + (foot.height - height) / 2;
  return [
    {
      text: cut(call, room, (text) => measureIn(text, callFont)),
      x,
      y: top + 38,
      font: callFont,
      ink: 'first' as const,
    },
    ...lines.map((text, at) => ({ text, x, y: top + 62 + at * 42 + 30, font, ink: 'second' as const })),
  ];
}
