import { plateText, tintOf } from '../../cloudfunctions/shared/universal/plate';
import { strokeMark } from './mark';
import { typeOf, type Box, type Pen, type Picture } from './pen';

/** Ground, arcs and number of a missing picture: `--tint-1` … `--tint-4`. */
const tints = [
  { ground: '#dfece6', arc: '#cbdfd6', text: '#0e5e50' },
  { ground: '#f8e8d2', arc: '#f2dcba', text: '#7a4a00' },
  { ground: '#dae7ec', arc: '#c6d9e1', text: '#1f5570' },
  { ground: '#ece5ee', arc: '#ddd1e1', text: '#613a68' },
] as const;

/** Fills a box with a picture, cropped around its middle; without one, a tint with the mark's arcs. @param number 0 for none */
export function drawScene(pen: Pen, box: Box, picture: Picture | null, number = 0): void {
  if (picture === null) drawMissing(pen, box, number);
  else drawCover(pen, box, picture);
}

function drawCover(pen: Pen, { x, y, width, height }: Box, picture: Picture): void {
  const scale = Math.max(width / picture.width, height / picture.height);
  const shown = { width: width / scale, height: height / scale };
  const left = (picture.width - shown.width) / 2;
  const top = (picture.height - shown.height) / 2;
  pen.drawImage(picture, left, top, shown.width, shown.height, x, y, width, height);
}

function drawMissing(pen: Pen, box: Box, number: number): void {
  const tint = tints[tintOf(number) - 1] ?? tints[0];
  pen.save();
  pen.beginPath();
  pen.rect(box.x, box.y, box.width, box.height);
  pen.clip();
  pen.fillStyle = tint.ground;
  pen.fillRect(box.x, box.y, box.width, box.height);
  // The arcs are cropped large at the right, as on a candidate's card.
  const scale = (box.height * 1.5) / 48;
  pen.translate(box.x + box.width - 38 * scale, box.y - 8 * scale);
  pen.scale(scale, scale);
  strokeMark(pen, tint.arc, 4.4);
  pen.restore();
  if (number === 0) return;
  const size = Math.round((box.height * 104) / 240);
  pen.font = typeOf(size, 600);
  pen.fillStyle = tint.text;
  pen.fillText(plateText(number), box.x + box.height * 0.12, box.y + box.height * 0.5 + size * 0.36);
}
