import { a3, a4, makePdf, type Paper, type PaperSetting, type TextLook } from './paper';
import { drawTable, type Column } from './table';

/** What hangs on a wall, or lies in a file: a heading, a paragraph, a table, and below it who says so. Black on white. */
export interface WallNotice {
  /** 公示, with room between its characters. */
  heading: string;
  subtitle: string;
  /** The parts of one paragraph; those that decide are bold. */
  paragraph: readonly { text: string; isBold?: boolean }[];
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  /** Below the table, one line each. */
  remarks: readonly string[];
  /** What to do, beside a code; absent where there is nothing to do. */
  box?: { picture: Uint8Array; lead: string; lines: readonly string[] };
  organiser: string;
  day: string;
  /** At the foot of each page, left and right. */
  foot: readonly [string, string];
}

const ink = { strong: '#000000', weak: '#333333', line: '#8A8A8A' };
const margin = { side: 54, top: 46, bottom: 52 };
const right = a4.width - margin.side;
const width = right - margin.side;
/** How far down a table may go where nothing else stands on the page, and where all that comes below it has to fit. */
const footTop = a4.height - margin.bottom;
const words = {
  stamp: ['此处', '盖公章'],
  page: (page: number, pages: number): string => `第 ${page} 页，共 ${pages} 页`,
} as const;

/** @returns the PDF and its pages */
export async function printWallNotice(
  notice: WallNotice,
  size: 'a4' | 'a3',
  setting: Omit<PaperSetting, 'size'>,
): Promise<{ content: Uint8Array; pages: number }> {
  let pages = 1;
  const content = await makePdf({ ...setting, size: size === 'a3' ? a3 : a4, isBuffered: true }, (paper) => {
    const begin = (): void => {
      // A3 is A4, larger.
      if (size === 'a3') paper.pdf.scale(a3.width / a4.width);
    };
    const turn = (): number => {
      pages += 1;
      paper.pdf.addPage();
      begin();
      return margin.top;
    };
    begin();
    drawNotice(paper, notice, turn);
    for (let page = 0; page < pages; page++) {
      paper.pdf.switchToPage(page);
      drawFoot(paper, notice.foot, pages === 1 ? '' : words.page(page + 1, pages));
    }
  });
  return { content, pages };
}

function drawNotice(paper: Paper, notice: WallNotice, turn: () => number): void {
  const middle = a4.width / 2;
  const heading = { size: 40, colour: ink.strong, isBold: true, spacing: 22 };
  paper.write(notice.heading, middle, margin.top, heading, 'middle');
  let y = margin.top + 62;
  const subtitle = { size: 19, colour: ink.strong, isBold: true };
  y = paper.writeLines(
    paper.lines(notice.subtitle, width, subtitle),
    middle,
    y,
    { ...subtitle, leading: 27 },
    'middle',
  );
  y = drawParagraph(paper, notice.paragraph, y + 12) + 14;
  const table = { left: margin.side, right, size: 13, ink };
  y = drawTable(paper, notice.columns, notice.rows, table, y, footTop - 12, turn) + 8;
  const remark = { size: 11, colour: ink.weak };
  const remarks = notice.remarks.flatMap((each) => paper.lines(each, width, remark));
  const box = notice.box === undefined ? undefined : layBox(paper, notice.box);
  const boxHeight = box === undefined ? 0 : box.height + 14;
  const organiser = paper.lines(notice.organiser, width - 110, signatureLook);
  const signature = 74 + organiser.length * 22;
  if (y + remarks.length * 17 + boxHeight + signature > footTop) y = turn();
  y = paper.writeLines(remarks, margin.side, y, { ...remark, leading: 17 }) + 14;
  if (notice.box !== undefined && box !== undefined) y = drawBox(paper, notice.box.picture, box, y);
  drawSignature(paper, organiser, notice.day, Math.max(y, footTop - signature));
}

/** One paragraph of parts, indented by two characters; broken by the character, so that each part keeps its weight. */
function drawParagraph(paper: Paper, parts: WallNotice['paragraph'], top: number): number {
  const size = 14.5;
  const leading = 25;
  let [x, y] = [margin.side + 2 * size, top];
  for (const { text, isBold = false } of parts) {
    let run = '';
    const flush = (): void => {
      if (run !== '') paper.write(run, x, y, { size, colour: ink.strong, isBold });
      x += paper.width(run, { size });
      run = '';
    };
    for (const piece of text.match(/[\w.,:–-]+[，。、：）]?|\S[，。、：；）]?|\s/gu) ?? []) {
      if (x + paper.width(`${run}${piece}`.trimEnd(), { size }) > right) {
        flush();
        [x, y] = [margin.side, y + leading];
      }
      run += piece;
    }
    flush();
  }
  return y + leading;
}

interface LaidBox {
  lead: string[];
  lines: string[];
  height: number;
}

const boxLook = { size: 12.5, colour: ink.strong, leading: 19 };
const leadLook = { size: 15.5, colour: ink.strong, isBold: true, leading: 22 };
const codeSide = 94;
const boxLeft = margin.side + codeSide + 36;

/** As high as what stands in it: where somebody may object is never cut. */
function layBox(paper: Paper, { lead, lines }: NonNullable<WallNotice['box']>): LaidBox {
  const room = right - boxLeft - 10;
  const laid = {
    lead: paper.lines(lead, room, leadLook),
    lines: lines.flatMap((line) => paper.lines(line, room, boxLook)),
  };
  const text = laid.lead.length * leadLook.leading + laid.lines.length * boxLook.leading;
  return { ...laid, height: Math.max(codeSide + 24, text + 24) };
}

function drawBox(paper: Paper, picture: Uint8Array, { lead, lines, height }: LaidBox, top: number): number {
  const { pdf } = paper;
  pdf.lineWidth(1).roundedRect(margin.side, top, width, height, 6).stroke(ink.strong);
  pdf.image(picture, margin.side + 12, top + (height - codeSide) / 2, { width: codeSide, height: codeSide });
  const y = paper.writeLines(lead, boxLeft, top + 12, leadLook);
  paper.writeLines(lines, boxLeft, y, boxLook);
  return top + height + 14;
}

const signatureLook: TextLook = { size: 14.5, colour: ink.strong };

/** @param organiser as many lines as it takes: whoever signs is named whole */
function drawSignature(paper: Paper, organiser: readonly string[], day: string, top: number): void {
  const { pdf } = paper;
  paper.writeLines(organiser, right, top + 18, { ...signatureLook, leading: 22 }, 'right');
  paper.write(day, right, top + 22 + organiser.length * 22, signatureLook, 'right');
  const wide = Math.max(...[...organiser, day].map((line) => paper.width(line, signatureLook)));
  const x = Math.max(margin.side + 42, right - wide - 60);
  pdf
    .lineWidth(0.8)
    .dash(3, { space: 2 })
    .circle(x, top + 42, 38)
    .stroke(ink.weak)
    .undash();
  for (const [index, text] of words.stamp.entries()) {
    paper.write(text, x, top + 28 + index * 15, { size: 10.5, colour: ink.weak }, 'middle');
  }
}

/** @param page which of how many it is; '' where it is the only one */
function drawFoot(paper: Paper, [first, last]: WallNotice['foot'], page: string): void {
  const look = { size: 10.5, colour: ink.weak };
  paper.line(margin.side, footTop + 6, right, footTop + 6, 0.6, ink.line);
  paper.write(first, margin.side, footTop + 13, look);
  if (page !== '') paper.write(page, a4.width / 2, footTop + 28, look, 'middle');
  paper.write(last, right, footTop + 13, look, 'right');
}
