import type { Paper } from './paper';

export interface Column {
  heading: string;
  /** Of the table's width, 1 in all. */
  share: number;
  isBold?: boolean;
  isRight?: boolean;
}

export interface TableLook {
  left: number;
  right: number;
  size: number;
  ink: { strong: string; weak: string; line: string };
}

const leading = 1.35;
const padding = 6;

/**
 * Draws rows below each other, each as high as its longest cell, and goes on on another page where one is full: then the headings stand
 * there again. A figure, which stands at the right, is never broken: it is written smaller where it is too long.
 * @param cells as many a row as there are columns
 * @param bottom how far down a page may be filled
 * @param turnPage begins a page and tells where its table starts
 * @returns where the next thing would begin
 */
export function drawTable(
  paper: Paper,
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  look: TableLook,
  top: number,
  bottom: number,
  turnPage: () => number,
): number {
  const { left, right, size, ink } = look;
  const width = right - left;
  const places = columns.map((column, index) => {
    const before = columns.slice(0, index).reduce((sum, { share }) => sum + share, 0);
    return { ...column, x: left + before * width, room: column.share * width - padding };
  });
  const writeCell = (text: string, at: number, y: number, cellSize: number, colour: string, isBold: boolean): void => {
    const place = places[at];
    if (place === undefined) return;
    const x = place.isRight === true ? place.x + place.room : place.x;
    paper.write(text, x, y, { size: cellSize, colour, isBold }, place.isRight === true ? 'right' : 'left');
  };
  const drawHeadings = (y: number): number => {
    for (const [at, { heading }] of columns.entries()) writeCell(heading, at, y, size * 0.85, ink.weak, false);
    const below = y + size * 0.85 * leading + padding;
    paper.line(left, below, right, below, 1, ink.strong);
    return below;
  };
  let y = drawHeadings(top);
  for (const row of cells) {
    const sizes = row.map((text, at) => sizeOf(paper, text, places[at], size));
    const lines = row.map((text, at) =>
      places[at]?.isRight === true ? [text] : paper.lines(text, places[at]?.room ?? width, { size }),
    );
    const height = Math.max(1, ...lines.map(({ length }) => length)) * size * leading + 2 * padding;
    if (y + height > bottom) y = drawHeadings(turnPage());
    for (const [at, texts] of lines.entries()) {
      for (const [index, text] of texts.entries()) {
        const top = y + padding + index * size * leading;
        writeCell(text, at, top, sizes[at] ?? size, ink.strong, places[at]?.isBold === true);
      }
    }
    y += height;
    paper.line(left, y, right, y, 0.6, ink.line);
  }
  return y;
}

/** The size of a cell's text, at most the table's own. */
function sizeOf(
  paper: Paper,
  text: string,
  place: { isRight?: boolean; room: number } | undefined,
  size: number,
): number {
  if (place?.isRight !== true) return size;
  const width = paper.width(text, { size });
  return width <= place.room ? size : (size * place.room) / width;
}
