import type PDFDocument from 'pdfkit';
import { a4, makePdf, type Paper } from './paper';
import type { Typeface } from './typeface';

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

const page = a4;
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

/** Lays codes out on A4, twelve on a page, with lines to cut along. @returns the PDF */
export function printCodeSheet(
  { title, organiser, cards, madeAt }: CodeSheet,
  typeface: Typeface,
): Promise<Uint8Array> {
  return makePdf({ size: page, title, madeAt, typeface }, (paper) => {
    const count = pagesOf(cards.length);
    for (const [index, card] of cards.entries()) {
      const place = index % (columns * rows);
      if (place === 0) {
        if (index > 0) paper.pdf.addPage();
        drawFrame(paper, title, organiser, `第 ${index / (columns * rows) + 1} 页，共 ${count} 页`);
      }
      drawCard(paper, card, place);
    }
  });
}

function drawFrame(paper: Paper, title: string, organiser: string, pages: string): void {
  const width = page.width - 2 * margin.side;
  const strong = { size: 13, colour: ink.strong };
  const weak = { size: 9, colour: ink.weak };
  const [heading = ''] = paper.lines(title, width - 150, strong, 1);
  paper.write(heading, margin.side, 22, strong);
  paper.write(pages, page.width - margin.side, 26, weak, 'right');
  const [host = ''] = paper.lines(`${organiser} · 微信扫码，查看并投票`, width, weak, 1);
  paper.write(host, margin.side, page.height - 24, weak);
  drawCuts(paper.pdf);
}

function drawCard(paper: Paper, card: CodeCard, place: number): void {
  const left = margin.side + (place % columns) * cell.width;
  const top = margin.top + Math.floor(place / columns) * cell.height;
  const middle = left + cell.width / 2;
  paper.pdf.image(card.picture, middle - codeSize / 2, top + padding, { width: codeSize, height: codeSize });
  const text = card.number === null ? card.name : `${card.number}号 ${card.name}`;
  const width = cell.width - 2 * padding;
  const fits = nameSizes.find(({ size, lines }) => paper.lines(text, width, { size }, lines + 1).length <= lines);
  const { size, lines } = fits ?? nameSizes[2];
  const below = paper.writeLines(
    paper.lines(text, width, { size }, lines),
    middle,
    top + padding + codeSize + 4,
    { size, colour: ink.strong, leading: size * 1.3 },
    'middle',
  );
  if (card.unit === '') return;
  const unit = { size: 8, colour: ink.weak };
  paper.write(paper.lines(card.unit, width, unit, 1)[0] ?? '', middle, below + 2, unit, 'middle');
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
