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
const words = { stamp: ['此处', '盖公章'] } as const;

/** @returns the PDF and its pages */
export async function printWallNotice(
  notice: WallNotice,
  size: 'a4' | 'a3',
  setting: Omit<PaperSetting, 'size'>,
): Promise<{ content: Uint8Array; pages: number }> {
  let pages = 1;
  const content = await makePdf({ ...setting, size: size === 'a3' ? a3 : a4 }, (paper) => {
    const begin = (): void => {
      // A3 is A4, larger.
      if (size === 'a3') paper.pdf.scale(a3.width / a4.width);
      drawFoot(paper, notice.foot);
    };
    const turn = (): number => {
      pages += 1;
      paper.pdf.addPage();
      begin();
      return margin.top;
    };
    begin();
    drawNotice(paper, notice, turn);
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
  const boxHeight = notice.box === undefined ? 0 : 132;
  const signature = 96;
  if (y + remarks.length * 17 + boxHeight + signature > footTop) y = turn();
  y = paper.writeLines(remarks, margin.side, y, { ...remark, leading: 17 }) + 14;
  if (notice.box !== undefined) y = drawBox(paper, notice.box, y);
  drawSignature(paper, notice, Math.max(y, footTop - signature));
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

function drawBox(paper: Paper, { picture, lead, lines }: NonNullable<WallNotice['box']>, top: number): number {
  const { pdf } = paper;
  const height = 118;
  pdf.lineWidth(1).roundedRect(margin.side, top, width, height, 6).stroke(ink.strong);
  pdf.image(picture, margin.side + 12, top + 12, { width: height - 24, height: height - 24 });
  const left = margin.side + height + 12;
  const room = right - left - 10;
  const leadLook = { size: 15.5, colour: ink.strong, isBold: true };
  let y = paper.writeLines(paper.lines(lead, room, leadLook, 2), left, top + 12, { ...leadLook, leading: 22 });
  const look = { size: 12.5, colour: ink.strong, leading: 19 };
  for (const line of lines) {
    if (y + look.leading > top + height - 4) break;
    y = paper.writeLines(paper.lines(line, room, look, y + 2 * look.leading > top + height ? 1 : 2), left, y, look);
  }
  return top + height + 14;
}

function drawSignature(paper: Paper, { organiser, day }: WallNotice, top: number): void {
  const { pdf } = paper;
  const look: TextLook = { size: 14.5, colour: ink.strong };
  const [line = organiser] = paper.lines(organiser, width - 110, look, 1);
  paper.write(line, right, top + 18, look, 'right');
  paper.write(day, right, top + 44, look, 'right');
  const wide = Math.max(paper.width(line, look), paper.width(day, look));
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

function drawFoot(paper: Paper, [first, last]: WallNotice['foot']): void {
  const look = { size: 10.5, colour: ink.weak };
  paper.line(margin.side, footTop + 6, right, footTop + 6, 0.6, ink.line);
  paper.write(first, margin.side, footTop + 13, look);
  paper.write(last, right, footTop + 13, look, 'right');
}
