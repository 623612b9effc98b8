import { drawSeal } from '../../../drawing/mark';
import { ink, roundPath, typeOf, type Box, type Pen, type Picture } from '../../../drawing/pen';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { drawScene } from '../../../drawing/scene';
import type { Poster } from './poster';
import { layPoster, posterScale, posterSize } from './poster-layout';

/** Draws a poster. @param code the mini-program code @param picture null where there is none */
export function drawPoster(pen: Pen, poster: Poster, code: Picture, picture: Picture | null): void {
  const layout = layPoster(poster, (text, font) => {
    pen.font = font;
    return pen.measureText(text).width;
  });
  pen.save();
  pen.scale(posterScale, posterScale);
  fill(pen, ink.paper, { x: 0, y: 0, ...posterSize });
  drawScene(pen, layout.picture, picture, poster.number);
  if (picture !== null && poster.number > 0) drawPlate(pen, poster.number);
  drawSeal(pen, layout.seal);
  for (const rule of layout.rules) fill(pen, ink.line, rule);
  fill(pen, ink.ground, layout.foot);
  pen.fillStyle = ink.paper;
  roundPath(pen, layout.paper, 28);
  pen.fill();
  const { x, y, width, height } = layout.code;
  pen.drawImage(code, 0, 0, code.width, code.height, x, y, width, height);
  for (const line of layout.lines) {
    pen.font = line.font;
    pen.fillStyle = ink[line.ink];
    pen.fillText(line.text, line.x, line.y);
  }
  pen.restore();
}

/** A candidate's number on its picture, as on its card. */
function drawPlate(pen: Pen, number: number): void {
  const text = plateText(number);
  pen.font = typeOf(40, 600);
  const width = pen.measureText(text).width + 32;
  pen.fillStyle = ink.paper;
  roundPath(pen, { x: 24, y: 24, width, height: 60 }, 12);
  pen.fill();
  pen.fillStyle = ink.first;
  pen.fillText(text, 40, 24 + 45);
}

function fill(pen: Pen, colour: string, { x, y, width, height }: Box): void {
  pen.fillStyle = colour;
  pen.fillRect(x, y, width, height);
}
