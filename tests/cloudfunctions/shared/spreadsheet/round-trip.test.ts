import fc from 'fast-check';
import {
  candidatesSheet,
  type ExportedCandidate,
} from '../../../../cloudfunctions/shared/domain/exports/candidates-sheet';
import { importTemplate } from '../../../../cloudfunctions/shared/domain/exports/template';
import type { SheetContent } from '../../../../cloudfunctions/shared/domain/exports/workbook';
import { readCandidates } from '../../../../cloudfunctions/shared/domain/imports/read-candidates';
import type { DraftCriterion } from '../../../../cloudfunctions/shared/domain/imports/columns';
import type { ImportContext, ImportReport } from '../../../../cloudfunctions/shared/domain/imports/report';
import { readSpreadsheet } from '../../../../cloudfunctions/shared/spreadsheet/read-spreadsheet';
import { writeWorkbook } from '../../../../cloudfunctions/shared/spreadsheet/write-workbook';

const all: DraftCriterion[] = ['innovation', 'effectiveness', 'satisfaction', 'sustainability'];
const groups = [
  { id: 'g1', name: '民生' },
  { id: 'g2', name: '=环境' },
];

async function imported(sheets: SheetContent[], context: ImportContext): Promise<ImportReport> {
  const reading = await readSpreadsheet(await writeWorkbook(sheets));
  if (!reading.ok) throw new Error(reading.refusal.code);
  return readCandidates(reading.tables, context);
}

test('exported candidates are imported as they were', async () => {
  const piece = fc.constantFrom(
    '社区',
    '食堂',
    '=1+1',
    '@a',
    '+86',
    '-',
    '👨‍👩‍👧',
    '《》',
    '<&>',
    '_x000A_',
    '123',
    '𬭎',
    'constructor',
  );
  const text = fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces) => pieces.join(''))
    // The shortest fields take forty, and a name has its number behind it.
    .filter((line) => line.length < 40);
  const criteria = fc
    .subarray(all)
    .chain((each) =>
      fc.tuple(...each.map((criterion) => text.map((line) => ({ criterion, text: `${line}\n${line}` })))),
    );
  const candidate = fc.record({
    number: fc.integer({ min: 1, max: 9999 }),
    name: text,
    group: fc.constantFrom('民生', '=环境'),
    unit: fc.oneof(fc.constant(''), text),
    sentence: fc.oneof(fc.constant(''), text),
    detail: fc.oneof(fc.constant(''), text),
    criteria,
  });
  const list = fc
    .uniqueArray(candidate, { selector: ({ number }) => number, minLength: 1, maxLength: 5 })
    .map((all) =>
      all.map((each, at): ExportedCandidate => ({ ...each, name: `${each.name}${at}`, withdrawn: at === 1 })),
    );
  await fc.assert(
    fc.asyncProperty(list, async (candidates) => {
      const report = await imported([candidatesSheet(candidates, { hasGroups: true, criteria: all })], {
        groups,
        criteria: all,
        existing: [],
      });
      if (!report.ok) throw new Error(JSON.stringify(report.problems));
      const expected = candidates.map(({ withdrawn: _, group, ...rest }, at) => ({
        ...rest,
        row: at + 2,
        sheet: 0,
        group: group === '民生' ? 'g1' : 'g2',
      }));
      expect(report.candidates).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test.each([[[]], [groups]])('the template with its example alone asks for candidates', async (own) => {
  const report = await imported(
    importTemplate(
      own.map(({ name }) => name),
      all,
    ),
    { groups: own, criteria: all, existing: [] },
  );
  expect(report).toMatchObject({ ok: false, sheet: '候选名单', problems: [{ code: 'NO_CANDIDATES', row: 1 }] });
});

test('a template that was filled in is imported without its example', async () => {
  const [list, notes] = importTemplate([], all);
  if (!list || !notes) throw new Error('the template has two sheets');
  const filled = { ...list, rows: [...list.rows, [null, '口袋公园', '市园林局', null, null, null, null, null, null]] };
  expect(await imported([filled, notes], { groups: [], criteria: all, existing: [] })).toMatchObject({
    ok: true,
    candidates: [{ row: 3, number: 1, name: '口袋公园' }],
    warnings: [
      { code: 'SHEETS_IGNORED', sheets: ['填写说明'] },
      { code: 'EXAMPLE_SKIPPED', row: 2 },
      { code: 'NUMBERS_GIVEN' },
    ],
  });
});
