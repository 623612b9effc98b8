import { cut } from '../../cloudfunctions/shared/universal/text/lines';
import { drawSeal } from './mark';
import { ink, linesOf, typeOf, type Pen, type Picture } from './pen';
import { drawScene } from './scene';

/** What a card's picture says; a group chat shows it 200 px wide. */
export interface Card {
  /** A line break where it reads best, if there is such a place. */
  title: string;
  second: string;
  /** A candidate's, for the tint of a missing picture; 0 for none. */
  number: number;
}

/** 5:4, in which WeChat shows a card's picture. */
export const cardSize = { width: 500, height: 400 } as const;

const margin = 25;
const wordsWidth = 356;

/** Draws the picture of a card. @param picture null where there is none */
export function drawCard(pen: Pen, card: Card, picture: Picture | null): void {
  const { width, height } = cardSize;
  const measure = (text: string): number => pen.measureText(text).width;
  pen.fillStyle = ink.paper;
  pen.fillRect(0, 0, width, height);
  drawScene(pen, { x: 0, y: 0, width, height: 258 }, picture, card.number);
  drawSeal(pen, { x: 400, y: 285, width: 75, height: 75 });
  pen.fillStyle = ink.first;
  pen.font = typeOf(38, 700);
  const isShort = !card.title.includes('\n') && measure(card.title) <= wordsWidth;
  if (!isShort) pen.font = typeOf(31, 700);
  const lines = isShort ? [card.title] : twoLines(card.title, measure);
  lines.forEach((line, at) => pen.fillText(line, margin, isShort ? 322 : 300 + at * 40));
  pen.fillStyle = ink.second;
  pen.font = typeOf(isShort ? 25 : 23);
  pen.fillText(cut(card.second, wordsWidth, measure), margin, isShort ? 364 : 380);
}

/** Broken where the title says, unless the parts do not fit so. */
function twoLines(title: string, measure: (text: string) => number): string[] {
  const parts = title.split('\n');
  return parts.length === 2 && parts.every((part) => measure(part) <= wordsWidth)
    ? parts
    : linesOf(parts.join(''), wordsWidth, 2, measure);
}
