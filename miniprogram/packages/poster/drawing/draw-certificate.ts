import { carved } from '../../../../cloudfunctions/shared/universal/carved';
import {
  certificateColours as colours,
  certificateLayouts,
  layCertificate,
  type Certificate,
  type CertificateDesign,
  type CertificateLayout,
  type LaidText,
  type Lettering,
} from '../../../../cloudfunctions/shared/universal/certificate-layout';
import { breakLines } from '../../../../cloudfunctions/shared/universal/text/lines';
import { strokeMark } from '../../../drawing/mark';
import { roundPath, typeOf, type Pen, type Picture } from '../../../drawing/pen';
import { strokePath } from './stroke-path';

/** From a line's em box to what its letters stand on, in ems. */
const baseline = 0.88;

/** Draws a certificate as it is printed, in points of its page. @param code the picture that leads to its check */
export function drawCertificate(pen: Pen, certificate: Certificate, design: CertificateDesign, code: Picture): void {
  const layout = certificateLayouts[design];
  const { page } = layout;
  pen.fillStyle = '#FFFFFF';
  pen.fillRect(0, 0, page.width, page.height);
  if (design !== 'plain') drawGround(pen, design, layout);
  const { texts, rule } = layCertificate(layout, certificate, letteringOf(pen));
  pen.fillStyle = rule.colour;
  pen.fillRect(rule.x, rule.y, rule.width, rule.height);
  for (const text of texts) drawText(pen, text);
  const { left, top, side } = layout.code;
  if (design === 'upright') {
    pen.fillStyle = '#FFFFFF';
    roundPath(pen, { x: left - 8, y: top - 8, width: side + 16, height: side + 16 }, 10);
    pen.fill();
  }
  pen.drawImage(code, 0, 0, code.width, code.height, left, top, side, side);
}

function drawGround(pen: Pen, design: CertificateDesign, { page, seal }: CertificateLayout): void {
  const [outer, inner] = [20, 26];
  if (design === 'upright') {
    drawMark(pen, page.width / 2 - 150, 300, 300);
    const top = 662;
    pen.fillStyle = colours.ground;
    pen.fillRect(inner, top, page.width - 2 * inner, page.height - inner - top);
  } else drawMark(pen, page.width / 2 - 145, 120, 290);
  frame(pen, page, outer, 5, 1.4, colours.pine);
  frame(pen, page, inner, 3, 0.8, colours.frame);
  drawSeal(pen, seal, design === 'upright' ? colours.ground : '#FFFFFF');
}

function frame(
  pen: Pen,
  { width, height }: CertificateLayout['page'],
  inset: number,
  radius: number,
  line: number,
  colour: string,
): void {
  pen.lineWidth = line;
  pen.strokeStyle = colour;
  roundPath(pen, { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }, radius);
  pen.stroke();
}

/** The mark, large and pale, behind the letter. @param width of its 36 units */
function drawMark(pen: Pen, x: number, y: number, width: number): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(width / 36, width / 36);
  pen.translate(-6, -8);
  strokeMark(pen, colours.wash, 4.4);
  pen.restore();
}

/** Our own seal, which says that the award is in the log. The organiser's stamp is never drawn. */
function drawSeal(pen: Pen, { left, top, side }: CertificateLayout['seal'], paper: string): void {
  pen.save();
  pen.translate(left, top);
  pen.scale(side / 120, side / 120);
  pen.fillStyle = colours.cinnabar;
  roundPath(pen, { x: 3, y: 3, width: 114, height: 114 }, 11);
  pen.fill();
  pen.strokeStyle = paper;
  pen.lineWidth = 10.5;
  for (const { at, path } of carved) {
    pen.save();
    pen.translate(at[0], at[1]);
    pen.scale(0.485, 0.485);
    strokePath(pen, path);
    pen.restore();
  }
  pen.restore();
}

function letteringOf(pen: Pen): Lettering {
  const width: Lettering['width'] = (text, { size, spacing = 0 }) => {
    // The bold is the wider one.
    pen.font = typeOf(size, 700);
    return pen.measureText(text).width + spacing * Array.from(text).length;
  };
  return { width, lines: (text, room, look) => breakLines(text, room, 99, (each) => width(each, look)) };
}

function drawText(pen: Pen, { text, x, top, from, look }: LaidText): void {
  const { size, colour, isBold, spacing } = look;
  pen.font = typeOf(size, isBold ? 700 : 400);
  pen.fillStyle = colour;
  // A canvas knows no room between characters, so spaced ones are written one by one.
  const pieces = spacing === 0 ? [text] : Array.from(text);
  const widths = pieces.map((piece) => pen.measureText(piece).width);
  const whole = widths.reduce((sum, each) => sum + each, 0) + spacing * (pieces.length - 1);
  let left = from === 'left' ? x : from === 'right' ? x - whole : x - whole / 2;
  for (const [at, piece] of pieces.entries()) {
    pen.fillText(piece, left, top + size * baseline);
    left += (widths[at] ?? 0) + spacing;
  }
}
