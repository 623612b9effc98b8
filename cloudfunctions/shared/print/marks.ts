import type { Paper } from './paper';

/** The seal's characters 公评入册, on a field of a hundred each, and where each stands on one of 120. */
const carved = [
  { at: [9.5, 9.5], path: 'M37 10V22Q37 42 12 50 M63 10V22Q63 42 88 50 M49 50L27 88H72 M61 68L80 93' },
  {
    at: [62.5, 9.5],
    path: 'M14 10L25 21 M6 38H25V84L38 72 M44 16H94 M55 29L60 45 M83 29L78 45 M40 58H97 M69 16V94',
  },
  { at: [9.5, 62], path: 'M32 12H50Q50 62 9 91 M50 12Q52 66 92 91' },
  {
    at: [62.5, 62],
    path: 'M25 14V60Q25 80 11 92 M25 14H46V84L38 89 M60 14V60Q60 80 51 92 M60 14H82V84L74 89 M6 50H94',
  },
] as const;

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
