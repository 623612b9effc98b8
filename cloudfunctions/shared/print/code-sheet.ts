import type PDFDocument from 'pdfkit';
import { breakLines } from '../universal/text/lines';

/** A code to print, with what stands beneath it. */
export interface CodeCard {
  /** A candidate's; null for the poll itself. */
  number: number | null;
  name: string;
  /** '' for none. */
  unit: string;
  /** PNG or JPEG. */
  picture: Uint8Array;
}

export interface CodeSheet {
  title: string;
  organiser: string;
  cards: readonly CodeCard[];
  /** Epoch milliseconds. */
  madeAt: number;
}

/** Points: 72 an inch, A4 is 595 by 842. */
const page = { width: 595.28, height: 841.89 };
const margin = { side: 28, top: 52, bottom: 34 };
const columns = 3;
const rows = 4;
const cell = {
  width: (page.width - 2 * margin.side) / columns,
  height: (page.height - margin.top - margin.bottom) / rows,
};
const padding = 8;
/** 4.2 cm: read from an arm's length. */
const codeSize = 119;
const ink = { strong: '#1f2421', weak: '#5c6661', line: '#b9c0bc' };

/** The name as large as it fits, whole up to sixty characters. */
const nameSizes = [
  { size: 12, lines: 2 },
  { size: 10, lines: 3 },
  { size: 8, lines: 4 },
] as const;

/** How many pages a sheet has. */
export function pagesOf(cards: number): number {
  return Math.ceil(cards / (columns * rows));
}

/**
 * Lays codes out on A4, twelve on a page, with lines to cut along.
 * @param font OpenType with the characters of the texts; what it lacks is printed as a box
 * @returns the PDF
 */
export async function printCodeSheet(
  { title, organiser, cards, madeAt }: CodeSheet,
  font: Uint8Array,
): Promise<Uint8Array> {
  // Only who prints pays for loading it.
  const { default: Document } = await import('pdfkit');
  const info = { Title: title, CreationDate: new Date(madeAt) };
  const pdf = new Document({ size: 'A4', margin: 0, font, autoFirstPage: false, info });
  const chunks: Uint8Array[] = [];
  const written = new Promise<void>((done, failed) => {
    pdf
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', done)
      .on('error', failed);
  });
  const widthAt = (size: number) => (text: string) => pdf.fontSize(size).widthOfString(text);
  const centred = (lines: readonly string[], size: number, colour: string, left: number, top: number): number => {
    for (const [index, line] of lines.entries()) {
      const x = left + (cell.width - widthAt(size)(line)) / 2;
      pdf
        .fontSize(size)
        .fillColor(colour)
        .text(line, x, top + index * size * 1.3, { lineBreak: false });
    }
    return top + lines.length * size * 1.3;
  };

  const count = pagesOf(cards.length);
  for (const [index, card] of cards.entries()) {
    const place = index % (columns * rows);
    if (place === 0) {
      pdf.addPage();
      const [heading = ''] = breakLines(title, page.width - 2 * margin.side - 150, 1, widthAt(13));
      pdf.fontSize(13).fillColor(ink.strong).text(heading, margin.side, 22, { lineBreak: false });
      const right = `第 ${index / (columns * rows) + 1} 页，共 ${count} 页`;
      const x = page.width - margin.side - widthAt(9)(right);
      pdf.fontSize(9).fillColor(ink.weak).text(right, x, 26, { lineBreak: false });
      const [host = ''] = breakLines(
        `${organiser} · 微信扫码，查看并投票`,
        page.width - 2 * margin.side,
        1,
        widthAt(9),
      );
      pdf
        .fontSize(9)
        .fillColor(ink.weak)
        .text(host, margin.side, page.height - 24, { lineBreak: false });
      drawCuts(pdf);
    }
    const left = margin.side + (place % columns) * cell.width;
    const top = margin.top + Math.floor(place / columns) * cell.height;
    const box = { width: codeSize, height: codeSize };
    pdf.image(card.picture, left + (cell.width - codeSize) / 2, top + padding, box);
    const text = card.number === null ? card.name : `${card.number}号 ${card.name}`;
    const width = cell.width - 2 * padding;
    const fits = nameSizes.find(({ size, lines }) => breakLines(text, width, lines + 1, widthAt(size)).length <= lines);
    const { size, lines } = fits ?? nameSizes[2];
    const below = centred(
      breakLines(text, width, lines, widthAt(size)),
      size,
      ink.strong,
      left,
      top + padding + codeSize + 4,
    );
    if (card.unit !== '') centred(breakLines(card.unit, width, 1, widthAt(8)), 8, ink.weak, left, below + 2);
  }
  if (cards.length === 0) pdf.addPage();
  pdf.end();
  await written;
  return Buffer.concat(chunks);
}

function drawCuts(pdf: PDFDocument): void {
  pdf.lineWidth(0.5).dash(3, { space: 3 });
  const [right, bottom] = [page.width - margin.side, page.height - margin.bottom];
  for (let column = 0; column <= columns; column++) {
    const x = margin.side + column * cell.width;
    pdf.moveTo(x, margin.top).lineTo(x, bottom).stroke(ink.line);
  }
  for (let row = 0; row <= rows; row++) {
    const y = margin.top + row * cell.height;
    pdf.moveTo(margin.side, y).lineTo(right, y).stroke(ink.line);
  }
  pdf.undash();
}
