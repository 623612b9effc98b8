import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import type { SheetContent } from '../../../../cloudfunctions/shared/domain/exports/workbook';
import { readSpreadsheet } from '../../../../cloudfunctions/shared/spreadsheet/read-spreadsheet';
import { writeWorkbook } from '../../../../cloudfunctions/shared/spreadsheet/write-workbook';
import { BundledProbe } from './support/bundled-probe';

const sheet = (rows: SheetContent['rows']): SheetContent => ({
  name: '名单',
  columns: [
    { title: '名称', width: 30 },
    { title: '票数', width: 10 },
  ],
  rows,
});

test('another program finds numbers as numbers, texts as texts, widths and a header that stays', async () => {
  const bytes = await writeWorkbook([
    sheet([
      ['食堂', 12],
      ['01', null],
      ['2026-11-23', 0.5],
    ]),
    { ...sheet([]), name: '说明' },
  ]);
  const workbook = await readXlsx(bytes, { readStyles: true });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['名单', '说明']);
  const [first] = workbook.sheets;
  expect(first?.rows).toEqual([
    ['名称', '票数'],
    ['食堂', 12],
    ['01', null],
    ['2026-11-23', 0.5],
  ]);
  expect(first?.freezePane?.rows).toBe(1);
  expect(first?.columns?.map(({ width }) => Math.round(width ?? 0))).toEqual([30, 10]);
  expect(first?.cells?.get('0,0')?.style?.font?.bold).toBe(true);
});

test.each(['=1+1', '+8613800000000', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://a")', "=cmd|' /C calc'!A0"])(
  'a text that begins like a formula stays a text, also when it is edited: %s',
  async (text) => {
    const bytes = await writeWorkbook([sheet([[text, 1]])]);
    const [first] = (await readXlsx(bytes, { readStyles: true })).sheets;
    const cell = first?.cells?.get('1,0');
    expect(first?.rows[1]?.[0]).toBe(text);
    expect(cell?.formula).toBeUndefined();
    expect(cell?.style?.numFmt).toBe('@');
  },
);

test('a third program reads what is written', async () => {
  const rows = await readSheet(Buffer.from(await writeWorkbook([sheet([['食堂\n二期', 12]])])));
  expect(rows).toEqual([
    ['名称', '票数'],
    ['食堂\n二期', 12],
  ]);
});

test.each([
  'constructor',
  '__proto__',
  'toString',
  '_x0041_',
  '_x005F_',
  'a\u0001b',
  'a\rb',
  '\u007f',
  '👨‍👩‍👧',
  '𬭎',
  ' 空格 ',
  '\n',
])('the text %j is read back as it was written', async (text) => {
  const reading = await readSpreadsheet(await writeWorkbook([sheet([[text, 1]])]));
  const read = reading.ok ? reading.tables[0]?.rows[1]?.cells[0] : null;
  // Blanks alone are nothing.
  expect(read?.text ?? '').toBe(text.trim() === '' ? '' : text);
});

test('any table of texts and numbers survives writing and reading', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constantFrom('=1', '_x0009_', '_x', 'constructor', '100', 'TRUE', '#N/A', '2026-11-23', '<t>&amp;</t>', ']]>'),
  );
  // Non-characters cannot be told from damage; the writer replaces them.
  const sound = text.filter((each) => !/\p{Cs}|\p{Noncharacter_Code_Point}/u.test(each));
  const number = fc.oneof(
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
      .map((each) => Number(each.toPrecision(12))),
  );
  const rows = fc.array(fc.tuple(sound, number), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const reading = await readSpreadsheet(await writeWorkbook([sheet(table)]));
      if (!reading.ok) throw new Error(reading.refusal.code);
      const read = reading.tables[0]?.rows.slice(1).map(({ cells }) => [cells[0]?.text ?? '', Number(cells[1]?.text)]);
      expect(read).toEqual(table.map(([each, value]) => [each.trim() === '' ? '' : each, value === 0 ? 0 : value]));
    }),
    { numRuns: 150 },
  );
});

test('a text no cell can hold is a fault of ours', async () => {
  await expect(writeWorkbook([sheet([['字'.repeat(32_768), 1]])])).rejects.toThrow(RangeError);
});

test('the writer works bundled as functions are', async () => {
  const probe = await BundledProbe.build();
  const { written } = await probe.run(Buffer.from('名称\n甲\n'));
  await probe.remove();
  expect((await readXlsx(written)).sheets[0]?.rows).toEqual([['编号'], [1]]);
});
