import { readCandidates } from '../../../../../cloudfunctions/shared/domain/imports/read-candidates';
import type { DraftCandidate } from '../../../../../cloudfunctions/shared/domain/imports/report';
import type { Table } from '../../../../../cloudfunctions/shared/domain/imports/table';
import { merged, noContext, tableOf, type Shown } from './tables';

function candidatesOf(table: Table, context = noContext): DraftCandidate[] {
  const report = readCandidates([table], context);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return report.candidates;
}

describe('a row', () => {
  test('becomes a candidate, its texts tidied', () => {
    const rows = [
      ['编号', '名称', '创新性'],
      [' １２ ', '　老年\r\n食堂\u00a0 ', '\u202e第一行  \r\n\r\n\r\n第二行\u200b '],
    ];
    const report = readCandidates([tableOf(rows)], noContext);
    expect(report).toMatchObject({
      candidates: [{ number: 12, name: '老年 食堂', criteria: [{ text: '第一行\n\n第二行' }] }],
      warnings: [{ code: 'HIDDEN_CHARACTERS_DROPPED', count: 1 }],
    });
  });

  test('without a number continues after the highest, in the file and in the poll', () => {
    const rows = [
      ['编号', '名称'],
      ['', '甲'],
      [30, '乙'],
      ['', '丙'],
    ];
    const report = readCandidates([tableOf(rows)], { ...noContext, existing: [{ number: 41, name: '旧' }] });
    expect(report).toMatchObject({
      candidates: [{ number: 42 }, { number: 30 }, { number: 43 }],
      warnings: [{ code: 'NUMBERS_GIVEN', count: 2, first: 42, last: 43 }],
    });
  });

  test('without a number is a problem when none is left', () => {
    const rows = [
      ['编号', '名称'],
      [9999, '甲'],
      ['', '乙'],
    ];
    expect(readCandidates([tableOf(rows)], noContext)).toMatchObject({
      problems: [{ code: 'NUMBERS_USED_UP', row: 3, column: '编号', cell: 'A3', most: 9999 }],
    });
  });

  test('names its group as the poll does, whatever the width of its letters', () => {
    const context = { ...noContext, groups: [{ id: 'g1', name: '民生 A' }] };
    expect(
      candidatesOf(
        tableOf([
          ['名称', '分组'],
          ['甲', '民生Ａ'],
        ]),
        context,
      ),
    ).toMatchObject([{ group: 'g1' }]);
  });

  test('that is the template’s example is left out', () => {
    const report = readCandidates(
      [
        tableOf([
          ['编号', '名称'],
          ['示例', '社区老年食堂'],
          [1, '甲'],
        ]),
      ],
      noContext,
    );
    expect(report).toMatchObject({ candidates: [{ name: '甲' }], warnings: [{ code: 'EXAMPLE_SKIPPED', row: 2 }] });
  });

  test('with nothing in any column that is read is left out', () => {
    expect(
      candidatesOf(
        tableOf([
          ['名称', '备注'],
          ['甲', ''],
          ['', '填表人：张三'],
          ['乙', ''],
        ]),
      ).map(({ name }) => name),
    ).toEqual(['甲', '乙']);
  });
});

const text = (value: string): Shown => ({ kind: 'text', text: value });

describe('a cell that cannot be taken', () => {
  const titles = ['编号', '项目名称', '单位', '分组', '一句话', '创新性'];
  const context = {
    ...noContext,
    groups: [
      { id: 'g1', name: '民生' },
      { id: 'g2', name: '环境' },
    ],
    existing: [{ number: 50, name: '口袋公园' }],
  };

  test.each<[string, Shown[], object]>([
    ['no name', [2, '', '局', '民生'], { column: '项目名称', cell: 'B3', code: 'NAME_MISSING' }],
    ['a name of nothing to see', [2, '\u200b\u200d', '局', '民生'], { cell: 'B3', code: 'NAME_MISSING' }],
    [
      'a number of another row',
      ['01', '乙', '局', '民生'],
      { column: '编号', cell: 'A3', code: 'NUMBER_TWICE', number: 1, otherRow: 2 },
    ],
    [
      'a number of the poll',
      [50, '乙', '局', '民生'],
      { cell: 'A3', code: 'NUMBER_TAKEN', number: 50, takenBy: '口袋公园' },
    ],
    [
      'a fraction for a number',
      [1.5, '乙', '局', '民生'],
      { code: 'NUMBER_INVALID', found: '1.5', least: 1, most: 9999 },
    ],
    ['nought for a number', [0, '乙', '局', '民生'], { code: 'NUMBER_INVALID', found: '0' }],
    ['a number too great', [10000, '乙', '局', '民生'], { code: 'NUMBER_INVALID', found: '10000' }],
    ['words for a number', ['第二批', '乙', '局', '民生'], { code: 'NUMBER_INVALID', found: '第二批' }],
    ['the name of another row', [2, '甲 ', '局', '民生'], { cell: 'B3', code: 'NAME_TWICE', name: '甲', otherRow: 2 }],
    [
      'the name of a candidate of the poll',
      [2, '口袋 公园', '局', '民生'],
      { code: 'NAME_TAKEN', name: '口袋 公园', number: 50 },
    ],
    ['no group', [2, '乙', '局', ''], { column: '分组', cell: 'D3', code: 'GROUP_MISSING', groups: ['民生', '环境'] }],
    [
      'an unknown group',
      [2, '乙', '局', '文化'],
      { cell: 'D3', code: 'GROUP_UNKNOWN', found: '文化', groups: ['民生', '环境'] },
    ],
    [
      'a name too long',
      [2, '长'.repeat(61), '局', '民生'],
      { cell: 'B3', code: 'TEXT_TOO_LONG', length: 61, most: 60 },
    ],
    [
      'a unit too long',
      [2, '乙', '长'.repeat(41), '民生'],
      { cell: 'C3', code: 'TEXT_TOO_LONG', length: 41, most: 40 },
    ],
    [
      'a sentence too long',
      [2, '乙', '局', '民生', '👨‍👩‍👧'.repeat(121)],
      { cell: 'E3', code: 'TEXT_TOO_LONG', length: 121, most: 120 },
    ],
    [
      'a criterion too long',
      [2, '乙', '局', '民生', '', '长'.repeat(1001)],
      { cell: 'F3', code: 'TEXT_TOO_LONG', length: 1001, most: 1000 },
    ],
    [
      'an error',
      [2, '乙', { kind: 'error', text: '#N/A' }, '民生'],
      { cell: 'C3', code: 'ERROR_VALUE', found: '#N/A' },
    ],
    [
      'a formula without a value',
      [2, { kind: 'uncomputed', text: '' }, '局', '民生'],
      { cell: 'B3', code: 'FORMULA_WITHOUT_VALUE' },
    ],
    [
      'a date',
      [2, { kind: 'date', text: '2026-11-23' }, '局', '民生'],
      { cell: 'B3', code: 'DATE_FOR_TEXT', found: '2026-11-23' },
    ],
    ['a picture', [2, { kind: 'picture', text: '' }, '局', '民生'], { cell: 'B3', code: 'PICTURE_FOR_TEXT' }],
    [
      'a control character',
      [2, text('乙\u0007'), '局', '民生'],
      { cell: 'B3', code: 'HIDDEN_CHARACTER', found: 'U+0007', position: 2 },
    ],
    [
      'half a character',
      [2, text('乙\ud83d'), '局', '民生'],
      { code: 'HIDDEN_CHARACTER', found: 'U+D83D', position: 2 },
    ],
  ])('is told with its row, its column and what would be right: %s', (_, row, problem) => {
    const report = readCandidates([tableOf([titles, [1, '甲', '局', '民生'], row])], context);
    expect(report).toMatchObject({ ok: false, problemCount: 1, problems: [{ row: 3, ...problem }] });
  });

  test('is told once for a range of merged cells, with the cell that has the value', () => {
    const table = tableOf(
      [
        ['编号', '名称', '单位', '一句话'],
        [1, '甲', '同一局', ''],
        [2, '乙', '', ''],
      ],
      {
        merged: [merged(2, 3, 2, 3)],
      },
    );
    expect(readCandidates([table], noContext)).toMatchObject({
      problemCount: 2,
      problems: [
        { row: 2, cell: 'D2', code: 'MERGED_CELL', range: 'C2:D3', first: 'C2' },
        { row: 3, cell: 'C3', code: 'MERGED_CELL', range: 'C2:D3', first: 'C2' },
      ],
    });
  });

  test('is told for a picture that lies where a text should be; pictures elsewhere are left aside', () => {
    const rows = [
      ['名称', '单位'],
      ['甲', '一局'],
      ['', '二局'],
    ];
    const pictures = [
      { row: 2, column: 5 },
      { row: 3, column: 0 },
    ];
    expect(readCandidates([tableOf(rows, { pictures })], noContext)).toMatchObject({
      problems: [{ row: 3, column: '名称', cell: 'A3', code: 'PICTURE_FOR_TEXT' }],
      warnings: [{ code: 'PICTURES_IGNORED', count: 2 }],
    });
  });
});
