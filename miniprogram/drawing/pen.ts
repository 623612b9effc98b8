import { breakLines, type Measure } from '../../cloudfunctions/shared/universal/text/lines';

/** What of a 2D canvas the drawings use. The typings know the context of an offscreen canvas as nothing at all. */
export interface Pen {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  scale(x: number, y: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
  drawImage(image: Picture, ...place: [number, number, number, number, number, number, number, number]): void;
}

/** A picture that is loaded. */
export interface Picture {
  width: number;
  height: number;
}

/** A place on the canvas, in its own units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Drawings are paper: they look the same in every theme. The values of `colours.wxss`, light. */
export const ink = {
  first: '#15231f',
  second: '#46564f',
  paper: '#ffffff',
  ground: '#eef2ee',
  line: '#d8e0db',
} as const;
export const cinnabar = '#c2371f';

const family = '"PingFang SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';

/** @param size in the canvas's units */
export function typeOf(size: number, weight: 400 | 600 | 700 = 400): string {
  return `${weight} ${size}px ${family}`;
}

/** Walks around a box with round corners; the caller fills or clips. */
export function roundPath(pen: Pen, { x, y, width, height }: Box, radius: number): void {
  pen.beginPath();
  pen.moveTo(x + radius, y);
  pen.arcTo(x + width, y, x + width, y + height, radius);
  pen.arcTo(x + width, y + height, x, y + height, radius);
  pen.arcTo(x, y + height, x, y, radius);
  pen.arcTo(x, y, x + width, y, radius);
  pen.closePath();
}

/** Lines of a drawing: a closing mark may hang over the end, and of a run of letters that is too long the end is left out. */
export function linesOf(text: string, width: number, most: number, measure: Measure): string[] {
  return breakLines(text, width, most, measure, { hangs: true, splits: false });
}
