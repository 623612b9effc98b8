import { carved } from '../universal/carved';
import type { Paper } from './paper';

/** Our own seal, which says that the award is in the log. The organiser's stamp is never drawn. */
export function drawSeal({ pdf }: Paper, x: number, y: number, side: number, colour: string, paper: string): void {
  pdf
    .save()
    .translate(x, y)
    .scale(side / 120);
  pdf.roundedRect(3, 3, 114, 114, 11).fill(colour);
  for (const { at, path } of carved) {
    pdf.save().translate(at[0], at[1]).scale(0.485).lineWidth(10.5).path(path).stroke(paper).restore();
  }
  pdf.restore();
}

/** The mark's arcs and ring, large and pale. @param width of its 36 units */
export function drawMark({ pdf }: Paper, x: number, y: number, width: number, colour: string): void {
  pdf
    .save()
    .translate(x, y)
    .scale(width / 36)
    .translate(-6, -8)
    .lineWidth(4.4);
  pdf.path('M18.4 9.6C18.4 18.6 15.2 25.6 8.6 30.6M29.6 9.6C29.6 18.6 32.8 25.6 39.4 30.6').stroke(colour);
  pdf.circle(24, 31.6, 6.4).stroke(colour);
  pdf.restore();
}
