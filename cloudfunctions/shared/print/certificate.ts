import { drawMark, drawSeal } from './marks';
import { a4, a4Wide, makePdf, type PageSize, type Paper, type PaperSetting, type TextLook } from './paper';

/** `upright` and `wide` in colour; `plain` in black, without frame and ground, also for certificate paper that one has. */
export const certificateDesigns = ['upright', 'wide', 'plain'] as const;
export type CertificateDesign = (typeof certificateDesigns)[number];

/** A line of a certificate's letter. */
export interface LetterLine {
  text: string;
  /** What it is: the name and the honour are large, the salutation begins at the margin, a sentence is indented. */
  kind: 'salutation' | 'opening' | 'name' | 'sentence' | 'honour';
}

export interface Certificate {
  letter: readonly LetterLine[];
  organiser: string;
  /** The day of the award, as it is written. */
  day: string;
  /** As it is printed: "C7QM4-1XD2K". */
  code: string;
  /** The mini-program code that leads to its check: PNG or JPEG. */
  picture: Uint8Array;
}

/** What stands on every certificate. */
export const certificateWords = {
  title: '荣誉证书',
  number: '证书编号',
  hint: '微信扫码核对。撤销以后，扫码会写明。',
} as const;

interface Design {
  page: PageSize;
  ink: { strong: string; weak: string; title: string };
  title: { top: number; size: number; spacing: number };
  /** Where the letter stands. */
  letter: { left: number; right: number; top: number; bottom: number };
  /** Right and lower end of the issuer and the day. */
  issuer: { right: number; bottom: number; width: number };
  code: { left: number; top: number; side: number };
  seal: { left: number; top: number; side: number };
}

const colours = { pine: '#0E5E50', frame: '#D8E0DB', ground: '#EDF2EE', wash: '#EEF5F1', cinnabar: '#C2371F' };
const coloured = { strong: '#15231F', weak: '#46564F', title: colours.pine };
const black = { strong: '#000000', weak: '#333333', title: '#000000' };

const upright: Design = {
  page: a4,
  ink: coloured,
  title: { top: 78, size: 50, spacing: 18 },
  letter: { left: 74, right: 521, top: 196, bottom: 510 },
  issuer: { right: 521, bottom: 628, width: 400 },
  code: { left: 62, top: 683, side: 110 },
  seal: { left: 470, top: 706, side: 64 },
};

const designs: Readonly<Record<CertificateDesign, Design>> = {
  upright,
  wide: {
    page: a4Wide,
    ink: coloured,
    title: { top: 50, size: 46, spacing: 18 },
    letter: { left: 110, right: 732, top: 142, bottom: 388 },
    issuer: { right: 752, bottom: 524, width: 250 },
    code: { left: 70, top: 420, side: 104 },
    seal: { left: 424, top: 442, side: 60 },
  },
  plain: { ...upright, ink: black, code: { left: 74, top: 700, side: 88 }, seal: { left: 480, top: 712, side: 0 } },
};

/** How large each line of the letter is where there is room, and the room above it. */
const looks: Readonly<Record<LetterLine['kind'], { size: number; gap: number; indent: number; isBold: boolean }>> = {
  salutation: { size: 23, gap: 0, indent: 0, isBold: false },
  opening: { size: 23, gap: 10, indent: 2, isBold: false },
  name: { size: 36, gap: 14, indent: 0, isBold: true },
  sentence: { size: 23, gap: 14, indent: 0, isBold: false },
  honour: { size: 28, gap: 12, indent: 0, isBold: true },
};
const leading = 1.4;
/** Smaller where a letter is long, and never cut; what is not the name or the honour stays readable at arm’s length. */
const leastSentence = 0.7;
const factors = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4];

/** Prints certificates, one on a page. */
export function printCertificates(
  design: CertificateDesign,
  certificates: readonly Certificate[],
  setting: Omit<PaperSetting, 'size'>,
): Promise<Uint8Array> {
  const layout = designs[design];
  return makePdf({ ...setting, size: layout.page }, (paper) => {
    for (const [index, certificate] of certificates.entries()) {
      if (index > 0) paper.pdf.addPage();
      drawGround(paper, design, layout);
      drawCertificate(paper, layout, certificate, design);
    }
  });
}

function drawGround(paper: Paper, design: CertificateDesign, { page, seal }: Design): void {
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

function drawCertificate(paper: Paper, layout: Design, certificate: Certificate, design: CertificateDesign): void {
  const { page, ink, title, issuer, code } = layout;
  const middle = page.width / 2;
  const titleLook = { size: title.size, colour: ink.title, isBold: true, spacing: title.spacing };
  paper.write(certificateWords.title, middle, title.top, titleLook, 'middle');
  const rule = title.top + title.size * 1.5;
  paper.line(middle - 31, rule, middle + 31, rule, 2.4, ink.title);
  drawLetter(paper, layout, certificate.letter);

  // From below, so that an organiser of many names pushes nothing onto the code; the place for its stamp is across the day.
  const dayLook: TextLook = { size: 20, colour: ink.strong };
  paper.write(certificate.day, issuer.right, issuer.bottom - 26, dayLook, 'right');
  const { lines, look } = fitting(paper, certificate.organiser, issuer.width, 3, [20, 18, 16, 14, 12, 10]);
  const top = issuer.bottom - 34 - lines.length * look.size * leading;
  paper.writeLines(lines, issuer.right, top, { ...look, colour: ink.strong, leading: look.size * leading }, 'right');

  drawCode(paper, code, certificate, ink, design);
}

/** The largest size in which a text has at most so many lines; in the smallest it has as many as it needs. */
function fitting(
  paper: Paper,
  text: string,
  width: number,
  most: number,
  sizes: readonly number[],
): { lines: string[]; look: { size: number } } {
  for (const size of sizes) {
    const lines = paper.lines(text, width, { size });
    if (lines.length <= most || size === sizes.at(-1)) return { lines, look: { size } };
  }
  throw new RangeError('there is a smallest size');
}

function drawLetter(paper: Paper, { letter, ink }: Design, lines: readonly LetterLine[]): void {
  const width = letter.right - letter.left;
  const height = letter.bottom - letter.top;
  const laid = factors.map((factor) => layLetter(paper, lines, width, factor));
  const fits = laid.find((each) => each.height <= height) ?? laid.at(-1);
  if (fits === undefined) return;
  // What room is left stands mostly below, as on a letter.
  let top = letter.top + Math.max(0, height - fits.height) * 0.35;
  for (const { texts, size, gap, isBold, isMiddle, indent } of fits.parts) {
    top += gap;
    const x = isMiddle ? (letter.left + letter.right) / 2 : letter.left;
    for (const [index, text] of texts.entries()) {
      const shift = index === 0 ? indent : 0;
      paper.write(text, x + shift, top, { size, colour: ink.strong, isBold }, isMiddle ? 'middle' : 'left');
      top += size * leading;
    }
  }
}

interface LaidPart {
  texts: string[];
  size: number;
  gap: number;
  isBold: boolean;
  isMiddle: boolean;
  indent: number;
}

function layLetter(
  paper: Paper,
  lines: readonly LetterLine[],
  width: number,
  factor: number,
): { parts: LaidPart[]; height: number } {
  const parts = lines.map(({ text, kind }): LaidPart => {
    const { isBold, ...look } = looks[kind];
    const size = look.size * (isBold ? factor : Math.max(factor, leastSentence));
    const indent = look.indent * size;
    const texts = paper.lines(text, width - indent, { size });
    return { texts, size, gap: look.gap * factor, isBold, isMiddle: isBold, indent };
  });
  const height = parts.reduce((sum, { texts, size, gap }) => sum + gap + texts.length * size * leading, 0);
  return { parts, height };
}

function drawCode(
  paper: Paper,
  { left, top, side }: Design['code'],
  { code, picture }: Certificate,
  ink: Design['ink'],
  design: CertificateDesign,
): void {
  const { pdf } = paper;
  if (design === 'upright') pdf.roundedRect(left - 8, top - 8, side + 16, side + 16, 10).fill('#FFFFFF');
  pdf.image(picture, left, top, { width: side, height: side });
  const x = left + side + 24;
  const first = top + side / 2 - 40;
  paper.write(certificateWords.number, x, first, { size: 13, colour: ink.weak });
  paper.write(code, x, first + 20, { size: 25, colour: ink.strong, isBold: true });
  paper.write(certificateWords.hint, x, first + 60, { size: 12, colour: ink.weak });
}
