import type { Pen } from '../../../drawing/pen';

/** Strokes a path as SVG writes it, of the commands that our own drawings use: M, L, H, V and Q, with places from the origin. */
export function strokePath(pen: Pen, path: string): void {
  pen.beginPath();
  let [x, y] = [0, 0];
  for (const [, command, rest = ''] of path.matchAll(/([MLHVQ])([^MLHVQ]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0] = rest.trim().split(/\s+/).map(Number);
    if (command === 'M' || command === 'L') [x, y] = [a, b];
    else if (command === 'H') x = a;
    else if (command === 'V') y = a;
    if (command === 'M') pen.moveTo(x, y);
    else if (command === 'Q') {
      // A canvas has it as well, but `Pen` knows the cubic one alone.
      const towards = (end: number, middle: number): number => end + (2 / 3) * (middle - end);
      pen.bezierCurveTo(towards(x, a), towards(y, b), towards(c, a), towards(d, b), c, d);
      [x, y] = [c, d];
    } else pen.lineTo(x, y);
  }
  pen.stroke();
}
