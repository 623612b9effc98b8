import type PDFDocument from 'pdfkit';
import { breakLines } from '../universal/text/lines';
import { drawnText, runsOf, type Typeface } from './typeface';

/** Points: 72 an inch. */
export interface PageSize {
  width: number;
  height: number;
}

export const a4: PageSize = { width: 595.28, height: 841.89 };
export const a3: PageSize = { width: 841.89, height: 1190.55 };

export interface TextLook {
  size: number;
  colour: string;
  isBold?: boolean;
  /** Between characters. */
  spacing?: number;
}

/** Letters that are drawn around are so much of their size bolder on each side, as the typeface's own bold is. */
const boldness = 0.036;

/** The pages of a document, and a pen that writes each character with the font that has it. */
export class Paper {
  readonly pdf: PDFDocument;
  readonly #typeface: Typeface;

  constructor(pdf: PDFDocument, typeface: Typeface) {
    this.pdf = pdf;
    this.#typeface = typeface;
  }

  /** How wide a text is. */
  width(text: string, { size, spacing = 0 }: Pick<TextLook, 'size' | 'spacing'>): number {
    let width = 0;
    for (const run of runsOf(drawnText(text), this.#typeface)) {
      width += this.pdf.font(run.font).fontSize(size).widthOfString(run.text) + spacing * Array.from(run.text).length;
    }
    return width;
  }

  /** The lines of a text of this width: whole, unless `most` says how many there may be. */
  lines(text: string, width: number, look: Pick<TextLook, 'size' | 'spacing'>, most = 99): string[] {
    return breakLines(drawnText(text), width, most, (each) => this.width(each, look));
  }

  /** Writes one line. @param x of its left end; of its middle or its right end where `from` says so @param top of its em box */
  write(text: string, x: number, top: number, look: TextLook, from: 'left' | 'middle' | 'right' = 'left'): void {
    const { size, colour, isBold = false, spacing = 0 } = look;
    const whole = from === 'left' ? 0 : this.width(text, look) - spacing;
    let left = x - (from === 'middle' ? whole / 2 : whole);
    const bold = isBold ? { fill: true, stroke: true } : {};
    for (const run of runsOf(drawnText(text), this.#typeface)) {
      this.pdf.font(run.font).fontSize(size).fillColor(colour);
      if (isBold) this.pdf.lineWidth(size * boldness).strokeColor(colour);
      this.pdf.text(run.text, left, top, { lineBreak: false, characterSpacing: spacing, ...bold });
      left += this.pdf.widthOfString(run.text) + spacing * Array.from(run.text).length;
    }
  }

  /** Writes lines below each other. @returns where the next one would begin */
  writeLines(
    lines: readonly string[],
    x: number,
    top: number,
    look: TextLook & { leading: number },
    from: 'left' | 'middle' | 'right' = 'left',
  ): number {
    for (const [index, line] of lines.entries()) this.write(line, x, top + index * look.leading, look, from);
    return top + lines.length * look.leading;
  }

  line(fromX: number, fromY: number, toX: number, toY: number, width: number, colour: string): void {
    this.pdf.lineWidth(width).moveTo(fromX, fromY).lineTo(toX, toY).stroke(colour);
  }
}

export interface PaperSetting {
  size: PageSize;
  title: string;
  /** Epoch milliseconds. */
  madeAt: number;
  typeface: Typeface;
  /** Pages stay open until the end, so that each may say of how many it is. */
  isBuffered?: boolean;
}

/** Makes a PDF. @param draw begins with a new page */
export async function makePdf(
  { size, title, madeAt, typeface, isBuffered = false }: PaperSetting,
  draw: (paper: Paper) => void,
): Promise<Uint8Array> {
  // Only who prints pays for loading it.
  const { default: Document } = await import('pdfkit');
  const pdf = new Document({
    size: [size.width, size.height],
    margin: 0,
    font: '',
    autoFirstPage: false,
    bufferPages: isBuffered,
    info: { Title: title, CreationDate: new Date(madeAt) },
  });
  const chunks: Uint8Array[] = [];
  const written = new Promise<void>((done, failed) => {
    pdf
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', done)
      .on('error', failed);
  });
  pdf.registerFont('label', typeface.label.bytes);
  if (typeface.rare !== undefined) pdf.registerFont('rare', typeface.rare.bytes);
  pdf.addPage();
  draw(new Paper(pdf, typeface));
  pdf.end();
  await written;
  return Buffer.concat(chunks);
}
