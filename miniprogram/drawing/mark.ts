import { cinnabar, ink, roundPath, type Box, type Pen } from './pen';

/** The mark is drawn in a box of 48. */
const side = 48;

/** The seal with the mark. @param box square */
export function drawSeal(pen: Pen, { x, y, width }: Box): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(width / side, width / side);
  pen.fillStyle = cinnabar;
  roundPath(pen, { x: 1, y: 1, width: 46, height: 46 }, 9);
  pen.fill();
  strokeMark(pen, ink.paper, 4.4);
  pen.restore();
}

/** The mark's two strokes and ring, in its own box of 48. */
export function strokeMark(pen: Pen, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(18.4, 9.6);
  pen.bezierCurveTo(18.4, 18.6, 15.2, 25.6, 8.6, 30.6);
  pen.moveTo(29.6, 9.6);
  pen.bezierCurveTo(29.6, 18.6, 32.8, 25.6, 39.4, 30.6);
  pen.stroke();
  pen.beginPath();
  pen.arc(24, 31.6, 6.4, 0, 2 * Math.PI);
  pen.stroke();
}
