import fc from 'fast-check';
import { candidatesSheet } from '../../../../../cloudfunctions/shared/domain/exports/candidates-sheet';
import { participationSheets } from '../../../../../cloudfunctions/shared/domain/exports/participation-sheets';
import { resultsSheets, type ResultRow } from '../../../../../cloudfunctions/shared/domain/exports/results-sheet';
import { suppressSmall } from '../../../../../cloudfunctions/shared/domain/exports/suppress';
import { importTemplate } from '../../../../../cloudfunctions/shared/domain/exports/template';

/** 2026-11-23 18:00 in Shanghai. */
const asOf = Date.UTC(2026, 10, 23, 10);
const hour = 60 * 60 * 1000;

describe('results', () => {
  const facts = { title: '十佳实事', organiser: '市民政局', ballots: 1234, asOf, isFinal: true };
  const row: ResultRow = { rank: 1, number: 7, name: '老年食堂', unit: '市民政局', votes: 321, percent: 26.011 };

  test('hold the ranking in numbers, and say of what and when', () => {
    const [ranking, about] = resultsSheets([row, { ...row, rank: null, number: 8, unit: '', note: '已退出' }], facts);
    expect(ranking?.columns.map(({ title }) => title)).toEqual([
      '名次',
      '编号',
      '名称',
      '单位',
      '得票数',
      '占全部选票（%）',
      '备注',
    ]);
    expect(ranking?.rows).toEqual([
      [1, 7, '老年食堂', '市民政局', 321, 26.01, null],
      [null, 8, '老年食堂', null, 321, 26.01, '已退出'],
    ]);
    expect(about?.rows).toEqual([
      ['活动', '十佳实事'],
      ['主办单位', '市民政局'],
      ['选票数', 1234],
      ['统计截至', '2026-11-23 18:00（北京时间）'],
      ['是否最终结果', '是'],
    ]);
  });

  test('name everybody who is behind the poll', () => {
    const [, about] = resultsSheets([row], { ...facts, implementers: '市社区服务中心', coOrganisers: '云川日报社' });
    expect(about?.rows.slice(1, 4)).toEqual([
      ['主办单位', '市民政局'],
      ['承办单位', '市社区服务中心'],
      ['协办单位', '云川日报社'],
    ]);
  });

  test('have a column of groups where there are groups, and no counts before these are released', () => {
    const [ranking] = resultsSheets([{ ...row, rank: null, group: '民生', votes: null, percent: null }], facts);
    expect(ranking?.rows).toEqual([[null, 7, '老年食堂', '市民政局', '民生', null, null]]);
  });
});

describe('participation', () => {
  test('is given by hour in Shanghai, by channel and by chat group, with counts under ten held back', () => {
    const [hours, channels, groups] = participationSheets(
      [0, 1, 2].map((at) => ({
        hourAt: asOf + at * hour,
        ballots: [120, 9, 0][at] ?? 0,
        visits: [300, 40, 50][at] ?? 0,
      })),
      [
        { channel: '群聊分享', ballots: 80 },
        { channel: '扫码', ballots: 3 },
        { channel: '搜索', ballots: 40 },
      ],
      [{ name: '三单元', ballots: 'few', visits: 25 }],
      { title: '十佳实事', asOf },
    );
    expect(groups).toMatchObject({ name: '按群', rows: [['三单元', '少于 10', 25]] });
    expect(hours?.rows).toEqual([
      ['2026-11-23 18:00', 120, 300],
      ['2026-11-23 19:00', '少于 10', 40],
      ['2026-11-23 20:00', '少于 10', 50],
    ]);
    // The sum is known, so one number held back alone would not be.
    expect(channels?.rows).toEqual([
      ['群聊分享', 80],
      ['扫码', '少于 10'],
      ['搜索', '不单列'],
    ]);
  });

  test('never shows a count under ten, nor all but one of a column', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1 }), (counts) => {
        const shown = suppressSmall(counts);
        const held = shown.filter((each) => typeof each === 'string').length;
        expect(shown.length).toBe(counts.length);
        expect(shown.every((each, at) => typeof each === 'string' || (each === counts[at] && each >= 10))).toBe(true);
        expect(held === 1 && counts.length > 1).toBe(false);
      }),
    );
  });
});

describe('candidates', () => {
  test('mark who has withdrawn, and no column of groups or of texts that the poll does not have', () => {
    const candidate = { number: 1, name: '甲', unit: '', sentence: '', detail: '', criteria: [] };
    const sheet = candidatesSheet([candidate, { ...candidate, number: 2, withdrawn: true }], {
      hasGroups: false,
      criteria: ['innovation', 'satisfaction'],
    });
    expect(sheet.columns.map(({ title }) => title)).toEqual([
      ...['编号', '名称', '单位', '一句话', '详细介绍', '服务创新性', '群众满意度', '状态'],
    ]);
    expect(sheet.rows[1]).toEqual([2, '甲', null, null, null, null, null, '已退出']);
  });
});

describe('the template', () => {
  test('names the poll’s groups in its example and its notes', () => {
    const [list, notes] = importTemplate(['民生', '环境'], ['satisfaction']);
    expect(list?.columns.map(({ title }) => title)).toContain('分组');
    expect(list?.rows[0]).toContain('民生');
    expect(notes?.rows.flat()).toContain('分组必填，只能是：民生、环境。');
    expect(list?.columns.map(({ title }) => title)).not.toContain('服务创新性');
    expect(notes?.rows.flat().join('')).not.toContain('创新性');
    expect(notes?.rows.flat()).toContain('一个评选的候选最多 500。');
  });
});
