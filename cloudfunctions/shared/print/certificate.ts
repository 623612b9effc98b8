import {
  certificateColours as colours,
  certificateLayouts,
  layCertificate,
  type Certificate,
  type CertificateDesign,
  type CertificateLayout,
} from '../universal/certificate-layout';
import { drawMark, drawSeal } from './marks';
import { makePdf, type Paper, type PaperSetting } from './paper';

export interface PrintedCertificate extends Certificate {
  /** The mini-program code that leads to its check: PNG or JPEG. */
  picture: Uint8Array;
}

/** Prints certificates, one on a page. */
export function printCertificates(
  design: CertificateDesign,
  certificates: readonly PrintedCertificate[],
  setting: Omit<PaperSetting, 'size'>,
): Promise<Uint8Array> {
  const layout = certificateLayouts[design];
  return makePdf({ ...setting, size: layout.page }, (paper) => {
    for (const [index, certificate] of certificates.entries()) {
      if (index > 0) paper.pdf.addPage();
      drawGround(paper, design, layout);
      drawCertificate(paper, layout, certificate, design);
    }
  });
}

function drawGround(paper: Paper, design: CertificateDesign, { page, seal }: CertificateLayout): void {
  if (design === 'plain') return;
  const { pdf } = paper;
  const [outer, inner] = [20, 26];
  if (design === 'upright') {
    drawMark(paper, page.width / 2 - 150, 300, 300, colours.wash);
    const top = 662;
    pdf.rect(inner, top, page.width - 2 * inner, page.height - inner - top).fill(colours.ground);
  } else drawMark(paper, page.width / 2 - 145, 120, 290, colours.wash);
  pdf.lineWidth(1.4).roundedRect(outer, outer, page.width - 2 * outer, page.height - 2 * outer, 5);
  pdf.stroke(colours.pine);
  pdf.lineWidth(0.8).roundedRect(inner, inner, page.width - 2 * inner, page.height - 2 * inner, 3);
  pdf.stroke(colours.frame);
  drawSeal(paper, seal.left, seal.top, seal.side, colours.cinnabar, design === 'upright' ? colours.ground : '#FFFFFF');
}

function drawCertificate(
  paper: Paper,
  layout: CertificateLayout,
  certificate: PrintedCertificate,
  design: CertificateDesign,
): void {
  const { texts, rule } = layCertificate(layout, certificate, paper);
  paper.pdf.rect(rule.x, rule.y, rule.width, rule.height).fill(rule.colour);
  for (const { text, x, top, from, look } of texts) paper.write(text, x, top, look, from);
  const { left, top, side } = layout.code;
  // White behind it, on the coloured strip.
  if (design === 'upright') paper.pdf.roundedRect(left - 8, top - 8, side + 16, side + 16, 10).fill('#FFFFFF');
  paper.pdf.image(certificate.picture, left, top, { width: side, height: side });
}
