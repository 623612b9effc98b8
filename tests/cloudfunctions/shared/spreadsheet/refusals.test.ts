import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeOds, writeXlsx } from 'hucre';
import { readSpreadsheet } from '../../../../cloudfunctions/shared/spreadsheet/read-spreadsheet';
import { textRow, workbookEntries, workbookOf } from './support/parts';
import { zipOf } from './support/zip';

const sheets = [{ name: '名单', rows: [['名称'], ['甲']] }];
const hex = (bytes: string): Buffer => Buffer.concat([Buffer.from(bytes, 'hex'), Buffer.alloc(64)]);
const word = (type: string): Buffer =>
  zipOf(
    workbookEntries({ sheets: [''] }).map((entry) =>
      entry.name === '[Content_Types].xml'
        ? { ...entry, content: String(entry.content).replace('spreadsheetml.sheet', type) }
        : entry,
    ),
  );

test.each<[string, () => Buffer | Promise<Uint8Array>, object]>([
  ['nothing', () => Buffer.alloc(0), { code: 'FILE_EMPTY' }],
  ['a workbook without a cell', () => writeXlsx({ sheets: [{ name: '名单', rows: [] }] }), { code: 'FILE_EMPTY' }],
  ['a PNG picture', () => hex('89504e470d0a1a0a'), { code: 'NOT_A_SPREADSHEET', found: 'picture' }],
  ['a JPEG picture', () => hex('ffd8ffe000104a464946'), { code: 'NOT_A_SPREADSHEET', found: 'picture' }],
  [
    'a picture of a phone',
    () => hex('00000018667479706865696300000000'),
    { code: 'NOT_A_SPREADSHEET', found: 'picture' },
  ],
  ['a video', () => hex('000000186674797069736f6d00000000'), { code: 'NOT_A_SPREADSHEET', found: 'video' }],
  ['a PDF', () => Buffer.from('%PDF-1.7\n%\u00e2'), { code: 'NOT_A_SPREADSHEET', found: 'pdf' }],
  ['another archive', () => zipOf([{ name: 'a.txt', content: 'a' }]), { code: 'NOT_A_SPREADSHEET', found: 'archive' }],
  ['a Word document', () => word('wordprocessingml.document'), { code: 'NOT_A_SPREADSHEET', found: 'document' }],
  ['an unknown kind of file', () => hex('7f454c46'), { code: 'NOT_A_SPREADSHEET', found: 'other' }],
  [
    'an .xls of old',
    () => readFileSync(path.join(__dirname, 'files/libreoffice-list.xls')),
    { code: 'SPREADSHEET_FORMAT_UNSUPPORTED', found: 'xls' },
  ],
  ['an .ods', () => writeOds({ sheets }), { code: 'SPREADSHEET_FORMAT_UNSUPPORTED', found: 'ods' }],
  [
    'a web page called .xls',
    () => Buffer.from('\ufeff<html><table><tr><td>名称</td></tr></table>'),
    { code: 'SPREADSHEET_FORMAT_UNSUPPORTED', found: 'html' },
  ],
  [
    'XML called .xls',
    () => Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>'),
    { code: 'SPREADSHEET_FORMAT_UNSUPPORTED', found: 'xml' },
  ],
  [
    'a workbook with a password',
    () => writeXlsx({ sheets, encryption: { password: '123', spinCount: 1 } }),
    { code: 'FILE_ENCRYPTED' },
  ],
  [
    'an archive with a password',
    () => zipOf(workbookEntries({ sheets: [''] }).map((entry) => ({ ...entry, encrypted: true }))),
    { code: 'FILE_ENCRYPTED' },
  ],
  ['a workbook cut off', async () => (await writeXlsx({ sheets })).slice(0, 900), { code: 'FILE_DAMAGED' }],
  ['a workbook of broken XML', () => workbookOf({ sheets: ['<sheetData><row>'] }), { code: 'FILE_DAMAGED' }],
  [
    'a workbook without its sheet',
    () => zipOf(workbookEntries({ sheets: [''] }).filter(({ name }) => !name.includes('sheet1'))),
    { code: 'FILE_DAMAGED' },
  ],
  [
    'a sheet of sixty-five columns',
    () => workbookOf({ sheets: [`<sheetData>${textRow(1, Array<string>(65).fill('甲'))}</sheetData>`] }),
    { code: 'TOO_MANY_COLUMNS', found: 65, most: 64 },
  ],
  ['text in no encoding', () => Buffer.from([0xc3, 0xfb, 0xff, 0x2c, 0xff]), { code: 'ENCODING_UNKNOWN' }],
  ['a CSV whose quotation does not close', () => Buffer.from('名称\n甲\n"乙\n丙\n'), { code: 'QUOTES_BROKEN', row: 3 }],
  ['a CSV with text after a quotation', () => Buffer.from('名称,单位\n"甲"乙,丙\n'), { code: 'QUOTES_BROKEN', row: 2 }],
])('%s is refused by name', async (_, make, refusal) => {
  expect(await readSpreadsheet(await make())).toEqual({ ok: false, refusal });
});

test('a file is never read past a flipped or missing byte as something it is not', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '名单',
        rows: [
          ['名称', '单位'],
          ['甲', '一局'],
        ],
      },
    ],
  });
  for (let at = 0; at < bytes.length; at += 7) {
    const broken = Uint8Array.from(bytes);
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    const whole = await readSpreadsheet(broken);
    const cut = await readSpreadsheet(bytes.slice(0, at));
    for (const reading of [whole, cut]) {
      if (!reading.ok) expect(typeof reading.refusal.code).toBe('string');
      else expect(reading.tables[0]?.rowCount).toBeLessThanOrEqual(2);
    }
  }
});
