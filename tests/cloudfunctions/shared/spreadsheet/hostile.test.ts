import { BundledProbe, readingTime } from './support/bundled-probe';
import { textRow, workbookEntries, workbookOf } from './support/parts';
import { zipOf } from './support/zip';

const megabyte = 1024 * 1024;
/** Within what may be unpacked, so that all of it is read. */
const nearly = 19 * megabyte;

function fill(bytes: number, text: string): string {
  return text.repeat(Math.floor(bytes / Buffer.byteLength(text)));
}

const inCells = (content: string): Buffer => workbookOf({ sheets: [`<sheetData>${content}</sheetData>`] });
const inText = (content: string): Buffer => inCells(`<row><c t="inlineStr"><is><t>${content}</t></is></c></row>`);
const header = textRow(1, ['名称', '单位', '简介', '创新性', '实效性', '满意度', '可持续性']);
const bomb = '<sheetData>' + fill(100 * megabyte, ' ') + '</sheetData>';
const billionLaughs =
  '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha">' +
  Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('') +
  ']><sst><si><t>&a8;</t></si></sst>';

/** What a file is, how it is made, and what it gets: a refusal's code, a problem's code or a number of candidates. */
const files: readonly [string, () => Buffer, string | number][] = [
  ['unpacks to far more than it may', () => workbookOf({ sheets: [bomb] }), 'CONTENT_TOO_LARGE'],
  [
    'unpacks to far more than it says',
    () =>
      zipOf(
        workbookEntries({ sheets: [bomb] }).map((entry) =>
          entry.name.endsWith('sheet1.xml') ? { ...entry, declaredSize: 100_000 } : entry,
        ),
      ),
    'FILE_DAMAGED',
  ],
  [
    'says it unpacks to more than deflate can shrink',
    () => zipOf([{ name: 'xl/media/a.png', content: 'a', declaredSize: 200 * megabyte }]),
    'CONTENT_TOO_LARGE',
  ],
  [
    'says its parts are a gigabyte together',
    () =>
      zipOf(
        Array.from({ length: 20 }, (_, at) => ({
          name: `${at}`,
          content: fill(50_000, 'ab'),
          declaredSize: 50 * megabyte,
          stored: true,
        })),
      ),
    // A stored part of another size than declared is none.
    'FILE_DAMAGED',
  ],
  [
    'has tens of thousands of parts',
    () => zipOf(Array.from({ length: 20_000 }, (_, at) => ({ name: String(at), content: '', stored: true }))),
    'CONTENT_TOO_LARGE',
  ],
  [
    'has the same part twice',
    () => zipOf([...workbookEntries({ sheets: [''] }), { name: 'XL/workbook.xml', content: '<workbook/>' }]),
    'FILE_DAMAGED',
  ],
  [
    'multiplies entities',
    () => workbookOf({ sheets: ['<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'], strings: billionLaughs }),
    'FILE_DAMAGED',
  ],
  ['nests without end', () => inCells(fill(nearly, '<a>')), 'FILE_DAMAGED'],
  ['is one endless text', () => inText(fill(nearly, '字')), 'CONTENT_TOO_LARGE'],
  ['is one endless text of entities', () => inText(fill(nearly, '&#65;')), 'CONTENT_TOO_LARGE'],
  ['is one text in endless pieces', () => inText(fill(nearly, '<t>a</t>')), 'FILE_DAMAGED'],
  ['is one endless name', () => inCells(`<${fill(nearly, 'a')}/>`), 'CONTENT_TOO_LARGE'],
  ['is one endless attribute', () => inCells(`<row r="${fill(nearly, '&lt;')}"/>`), 'CONTENT_TOO_LARGE'],
  [
    'has endless attributes',
    () => inCells(`<row ${Array.from({ length: 100_000 }, (_, at) => `a${at}=""`).join(' ')}/>`),
    'FILE_DAMAGED',
  ],
  ['has endless empty cells', () => inCells(`<row>${fill(nearly, '<c r="A1"/>')}</row>`), 'FILE_EMPTY'],
  ['has endless rows', () => inCells(fill(nearly, '<row><c><v>1</v></c></row>')), 'HEADER_NOT_FOUND'],
  [
    'has endless full rows',
    () => inCells(fill(nearly, `<row>${'<c><v>1</v></c>'.repeat(60)}</row>`)),
    'HEADER_NOT_FOUND',
  ],
  ['has a row beyond the last', () => inCells('<row r="1048577"><c><v>1</v></c></row>'), 'FILE_DAMAGED'],
  [
    'has endless shared texts',
    () =>
      workbookOf({
        sheets: ['<sheetData><row><c t="s"><v>9</v></c></row></sheetData>'],
        strings: fill(nearly, '<si/>'),
      }),
    'HEADER_NOT_FOUND',
  ],
  [
    'repeats one long text in every cell',
    () =>
      workbookOf({
        sheets: [
          `<sheetData>${header}${Array.from({ length: 499 }, (_, at) => `<row><c><v>${at}</v></c>${'<c t="s"><v>0</v></c>'.repeat(6)}</row>`).join('')}</sheetData>`,
        ],
        strings: `<si><t>${fill(45_000, 'e\u0301')}</t></si>`,
      }),
    'TEXT_TOO_LONG',
  ],
  [
    'is full of emoji up to every limit',
    () =>
      workbookOf({
        sheets: [
          `<sheetData>${header}${Array.from({ length: 499 }, (_, at) => `<row><c><v>${at}</v></c><c/><c/>${'<c t="s"><v>0</v></c>'.repeat(4)}</row>`).join('')}</sheetData>`,
        ],
        strings: `<si><t>${'👨‍👩‍👧‍👦'.repeat(1000)}</t></si>`,
      }),
    499,
  ],
  [
    'fills five sheets',
    () =>
      workbookOf({
        sheets: Array.from(
          { length: 5 },
          (_, sheet) =>
            `<sheetData>${Array.from({ length: 1100 }, (_, row) => `<row>${Array.from({ length: 64 }, (_, column) => `<c><v>${sheet}${row * 64 + column}</v></c>`).join('')}</row>`).join('')}</sheetData>`,
        ),
      }),
    'HEADER_NOT_FOUND',
  ],
  [
    'merges all cells thousands of times',
    () =>
      workbookOf({
        sheets: [
          `<sheetData>${header}${Array.from({ length: 499 }, (_, at) => `<row r="${at + 2}"><c><v>${at}</v></c></row>`).join('')}</sheetData><mergeCells>${'<mergeCell ref="ZZ1:XFD1048576"/>'.repeat(5000)}</mergeCells>`,
        ],
      }),
    499,
  ],
  [
    'has endless merged ranges',
    () => workbookOf({ sheets: [`<sheetData/><mergeCells>${fill(nearly, '<mergeCell ref="A1:B2"/>')}</mergeCells>`] }),
    'CONTENT_TOO_LARGE',
  ],
  [
    'has a number format that takes long to read',
    () =>
      workbookOf({
        sheets: [header],
        styles: `<numFmts><numFmt numFmtId="170" formatCode="${fill(400_000, '[')}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>`,
      }),
    'NO_CANDIDATES',
  ],
  ['is a CSV of line ends', () => Buffer.from(fill(2 * megabyte, '\n')), 'FILE_EMPTY'],
  ['is a CSV of commas', () => Buffer.from(`${fill(megabyte, ',')}x`), 'TOO_MANY_COLUMNS'],
  ['is a CSV of quotation marks', () => Buffer.from(fill(2 * megabyte, '"a"b,')), 'QUOTES_BROKEN'],
  ['is a CSV of a million rows', () => Buffer.from(`名称\n${fill(2 * megabyte - 20, 'a\n')}`), 'TOO_MANY_CANDIDATES'],
  ['is a CSV with one field of blanks', () => Buffer.from(`名称,创新性\na,"${fill(1.9 * megabyte, ' ')}x"`), 1],
  ['is a CSV of brackets', () => Buffer.from(`名称,${fill(1.9 * megabyte, '(')}\na,b`), 1],
  [
    'is nothing that anyone meant',
    () => Buffer.from(Uint8Array.from({ length: 2 * megabyte }, (_, at) => (at * 7919) % 251)),
    'NOT_A_SPREADSHEET',
  ],
  ['is too large as it comes', () => Buffer.alloc(2 * megabyte + 1, 'a'), 'FILE_TOO_LARGE'],
];

describe('a hostile file', () => {
  let probe: BundledProbe;
  beforeAll(async () => {
    probe = await BundledProbe.build();
  });
  afterAll(() => probe.remove());

  test.each(files)('that %s is answered, at little cost in time and within 256 MB', async (_, make, expected) => {
    const { found, milliseconds, megabytes } = await probe.run(make());
    expect(typeof found === 'number' ? found : found.code).toBe(expected);
    expect(milliseconds).toBeLessThan(readingTime);
    expect(megabytes).toBeLessThan(256);
  });
});
