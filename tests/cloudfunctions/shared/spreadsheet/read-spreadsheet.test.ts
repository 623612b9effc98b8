import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx, type Cell as WrittenCell, type WriteSheet } from 'hucre';
import type { Table } from '../../../../cloudfunctions/shared/domain/imports/table';
import { readSpreadsheet } from '../../../../cloudfunctions/shared/spreadsheet/read-spreadsheet';
import { textRow, workbookOf } from './support/parts';

async function tablesOf(bytes: Uint8Array): Promise<Table[]> {
  const reading = await readSpreadsheet(bytes);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal.code}`);
  return reading.tables;
}

/** What each row shows, by its number. */
async function textsOf(bytes: Uint8Array): Promise<Record<number, string[]>> {
  const [table] = await tablesOf(bytes);
  return Object.fromEntries(
    (table?.rows ?? []).map(({ row, cells }) => [row, [...cells].map((cell) => cell?.text ?? '')]),
  );
}

/** The second row of a sheet written by another program, by kind and text. */
async function cellsWritten(cells: Partial<WrittenCell>[], sheet: Partial<WriteSheet> = {}): Promise<string[]> {
  const rows = [cells.map((_, at) => `title ${at}`)];
  const written = new Map(cells.map((cell, at) => [`1,${at}`, cell]));
  const [table] = await tablesOf(await writeXlsx({ sheets: [{ name: '名单', rows, cells: written, ...sheet }] }));
  const read = table?.rows.find(({ row }) => row === 2)?.cells ?? [];
  return [...read].map((cell) => (cell ? `${cell.kind} ${cell.text}` : 'empty'));
}

const file = (name: string): Buffer => readFileSync(path.join(__dirname, 'files', name));

describe('an .xlsx file', () => {
  test('shows its texts, numbers and rich texts as the program that wrote it does', async () => {
    const read = await cellsWritten([
      { value: '社区老年食堂 👨‍👩‍👧' },
      { value: 12 },
      { value: 0.1 + 0.2 },
      { value: 0.96, style: { numFmt: '0%' } },
      { value: true },
      { value: '富文本', type: 'richText', richText: [{ text: '富', font: { bold: true } }, { text: '文本' }] },
    ]);
    expect(read).toEqual([
      'text 社区老年食堂 👨‍👩‍👧',
      'number 12',
      'number 0.3',
      'number 96%',
      'boolean TRUE',
      'text 富文本',
    ]);
  });

  test.each(['shared', 'inline'] as const)('keeps its texts wherever they lie (%s)', async (stringMode) => {
    const sheets = [{ name: '名单', rows: [['名称', ' 前后有空格 ', '两\n行', '<&>"']] }];
    expect(await textsOf(await writeXlsx({ sheets, stringMode }))).toEqual({
      1: ['名称', ' 前后有空格 ', '两\n行', '<&>"'],
    });
  });

  test.each([
    ['yyyy-mm-dd', new Date('2026-11-23T00:00:00Z'), 'date 2026-11-23'],
    ['yyyy"年"m"月"d"日";@', new Date('2026-11-23T00:00:00Z'), 'date 2026-11-23'],
    ['yyyy-mm-dd hh:mm', new Date('2026-11-23T18:30:00Z'), 'date 2026-11-23 18:30'],
  ])('tells a date in the format %s from a number', async (numFmt, value, expected) => {
    expect(await cellsWritten([{ value, style: { numFmt } }])).toEqual([expected]);
  });

  test.each(['#,##0.00', '"第"0"号"', '[Red]0', '0.00E+00', '@'])(
    'takes no number in the format %s for a date',
    async (numFmt) => {
      expect(await cellsWritten([{ value: 45000, style: { numFmt } }])).toEqual(['number 45000']);
    },
  );

  test('gives the value a formula had when the file was saved, and says when there is none', async () => {
    const values = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>甲</v></c>';
    const none = '<c r="C1"><f>A1</f></c><c r="D1"><f>A1</f><v></v></c><c r="E1" t="str"><f>""</f><v></v></c></row>';
    const [table] = await tablesOf(workbookOf({ sheets: [`<sheetData>${values}${none}</sheetData>`] }));
    const kinds = [...(table?.rows[0]?.cells ?? [])].map((cell) => cell && `${cell.kind} ${cell.text}`);
    expect(kinds.slice(0, 4)).toEqual(['number 2', 'text 甲', 'uncomputed ', 'uncomputed ']);
    expect(kinds[4] ?? null).toBeNull();
  });

  test('tells errors, and pictures in cells as Excel and WPS keep them', async () => {
    const cells =
      '<c t="e"><v>#N/A</v></c><c t="e" vm="1"><v>#VALUE!</v></c>' +
      '<c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>';
    const [table] = await tablesOf(workbookOf({ sheets: [`<sheetData><row>${cells}</row></sheetData>`] }));
    expect(table?.rows[0]?.cells.map((cell) => cell?.kind)).toEqual(['error', 'picture', 'picture']);
  });

  test('says which cells are merged and where pictures lie', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '名单',
          rows: [
            ['名称', '单位'],
            ['甲', '一局'],
            ['乙', null],
          ],
          merges: [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }],
          images: [{ data: png, type: 'png', anchor: { from: { row: 2, col: 0 }, to: { row: 3, col: 1 } } }],
        },
      ],
    });
    const [table] = await tablesOf(bytes);
    expect(table?.merged).toEqual([{ firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 1 }]);
    expect(table?.pictures).toEqual([{ row: 3, column: 0 }]);
  });

  test('keeps the numbers of rows, and leaves out rows that hold formats alone', async () => {
    const rows = `<row r="2"/>${textRow(5, ['名称'])}<row r="9"><c r="A9" s="1"/></row>${textRow(11, ['甲'])}`;
    expect(await textsOf(workbookOf({ sheets: [`<sheetData>${rows}</sheetData>`] }))).toEqual({
      5: ['名称'],
      11: ['甲'],
    });
  });

  test('tells which rows and columns its program does not show', async () => {
    const row = (number: number, attributes: string): string =>
      `<row r="${number}" ${attributes}><c t="inlineStr"><is><t>${number}</t></is></c></row>`;
    const rows = row(1, '') + row(2, 'hidden="1"') + row(3, 'ht="0" customHeight="1"') + row(4, 'hidden="0" ht="15"');
    const columns =
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="6" width="9"/></cols>';
    const [table] = await tablesOf(workbookOf({ sheets: [`${columns}<sheetData>${rows}</sheetData>`] }));
    expect(table?.rows.filter(({ isHidden }) => isHidden).map((each) => each.row)).toEqual([2, 3]);
    expect(table?.hiddenColumns).toEqual([1, 2, 4]);
  });

  test('gives its visible sheets with content, in order', async () => {
    const sheets = ['甲', '乙', '丙'].map((text) => `<sheetData>${textRow(1, [text])}</sheetData>`);
    const tables = await tablesOf(workbookOf({ sheets: [...sheets, '<sheetData/>'], states: ['', 'state="hidden"'] }));
    expect(tables.map(({ name }) => name)).toEqual(['表1', '表3']);
  });

  test('counts ten thousand rows and keeps the first', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [at + 1, `项目${at}`, '单位', '一句话'.repeat(10)]);
    const [table] = await tablesOf(await writeXlsx({ sheets: [{ name: '名单', rows }] }));
    expect(table?.rowCount).toBe(10_000);
    expect(table?.rows.length).toBe(1100);
  });

  test.each(['libreoffice-list.xlsx', 'libreoffice-list.csv'])(
    'is read as LibreOffice writes it (%s)',
    async (name) => {
      const texts = await textsOf(file(name));
      expect(texts[3]?.slice(0, 4)).toEqual(['序号', '项目名称', '申报单位', '一句话简介（120字以内）']);
      expect(texts[4]).toEqual([
        ...['1', '社区老年食堂', '市民政局', '社区老年食堂，让居民少跑路。👨‍👩‍👧'],
        ...['社区老年食堂的创新做法\n第二行', '已惠及 1000 人', '96%', '列入年度预算'],
      ]);
      expect(Object.keys(texts).length).toBe(22);
    },
  );
});

describe('a CSV file', () => {
  const list = '编号,名称,单位\r\n1,"食堂,一期","一局\r\n二局"\r\n\r\n2,"""书房""",\r\n';
  const read = { 1: ['编号', '名称', '单位'], 2: ['1', '食堂,一期', '一局\n二局'], 4: ['2', '"书房"'] };
  /** Written by Python’s codec. */
  const gb18030 = Buffer.from('b1e0bac52cc3fbb3c62cb5a5cebb0d0a312c9933a9322cd2bbbed60d0a', 'hex');

  test.each([
    ['UTF-8', Buffer.from(list)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${list}`)],
    ['UTF-16', Buffer.from(`\ufeff${list}`, 'utf16le')],
    [
      'tabs and UTF-16, as Excel’s "Unicode text"',
      Buffer.from('\ufeff编号\t名称\t单位\n1\t"食堂,一期"\t"一局\n二局"\n\n2\t"""书房"""\t', 'utf16le'),
    ],
    ['semicolons', Buffer.from('编号;名称;单位\n1;食堂,一期;"一局\n二局"\n\n2;"""书房""";\n')],
    [
      'the delimiter in its first line',
      Buffer.from('sep=;\n编号;名称;单位\n1;食堂,一期;"一局\n二局"\n\n2;"""书房""";\n'),
    ],
  ])('is read in %s', async (_, bytes) => {
    expect(await textsOf(bytes)).toEqual(read);
  });

  test('is read as Excel on a Chinese Windows saves it, with characters beyond GBK', async () => {
    expect(await textsOf(gb18030)).toEqual({ 1: ['编号', '名称', '单位'], 2: ['1', '𬭎', '一局'] });
  });

  test.each([
    ['a title of one field above it', '候选名单\n名称;单位\n食堂;民政局\n公园;园林局\n'],
    ['titles with the other separators in them', '2026年，名单, 初稿\n名称;单位\n食堂, 一期;民政局\n公园;园林局\n'],
    ['bars', '名称|单位\n食堂|民政局\n公园|园林局\n'],
    ['commas typed on a Chinese keyboard', '名称，单位\n食堂，民政局\n公园，园林局\n'],
  ])('is parted by what most of its lines agree on: %s', async (_, text) => {
    const rows = Object.values(await textsOf(Buffer.from(text))).slice(-3);
    expect(rows.map(([, unit]) => unit)).toEqual(['单位', '民政局', '园林局']);
  });

  test('is read in UTF-16 without a mark, as some programs leave it out', async () => {
    const text = Buffer.from('编号\t名称\n1\t食堂\n', 'utf16le');
    expect(await textsOf(text)).toEqual({ 1: ['编号', '名称'], 2: ['1', '食堂'] });
    expect(await textsOf(Buffer.from(text).swap16())).toEqual({ 1: ['编号', '名称'], 2: ['1', '食堂'] });
  });

  test('keeps what Excel writes as a text formula as the text alone', async () => {
    const list = '编号,名称\n="001",="社区食堂"\n"=""002""","=""公""""园"""\n';
    expect(await textsOf(Buffer.from(list))).toEqual({
      1: ['编号', '名称'],
      2: ['001', '社区食堂'],
      3: ['002', '公"园'],
    });
  });

  test('may have one column', async () => {
    expect(await textsOf(Buffer.from('名称\n甲，乙\n丙\n'))).toEqual({ 1: ['名称'], 2: ['甲，乙'], 3: ['丙'] });
  });

  test('keeps a text that begins like a formula, and tells an error', async () => {
    const [table] = await tablesOf(Buffer.from('=1+1,#N/A'));
    expect(table?.rows[0]?.cells).toEqual([
      { kind: 'text', text: '=1+1' },
      { kind: 'error', text: '#N/A' },
    ]);
  });
});
