import { shanghaiTime } from './shanghai-time';
import type { CellValue, SheetColumn, SheetContent } from './workbook';

/** A candidate in the ranking; the caller hands them in the order of the ranking. */
export interface ResultRow {
  /** Null for a candidate outside the ranking, such as a withdrawn one. */
  rank: number | null;
  number: number;
  name: string;
  unit: string;
  /** The group's name. */
  group?: string;
  /** Null while counts are not released. */
  votes: number | null;
  /** Of all votes, 0 … 1. */
  share: number | null;
  /** e.g. "入选", "已退出" */
  note?: string;
}

export interface ResultsFacts {
  title: string;
  organiser: string;
  ballots: number;
  /** Epoch milliseconds. */
  asOf: number;
  isFinal: boolean;
  /** What the public lot drew between equal votes. */
  draw?: string;
}

/** The ranking, and a sheet that says what it is and of when. */
export function resultsSheets(rows: readonly ResultRow[], facts: ResultsFacts): SheetContent[] {
  const hasGroups = rows.some(({ group }) => group !== undefined);
  const hasNotes = rows.some(({ note }) => note !== undefined);
  const columns: { column: SheetColumn; value: (row: ResultRow) => CellValue }[] = [
    { column: { title: '名次', width: 8 }, value: ({ rank }) => rank },
    { column: { title: '编号', width: 8 }, value: ({ number }) => number },
    { column: { title: '名称', width: 36 }, value: ({ name }) => name },
    { column: { title: '单位', width: 24 }, value: ({ unit }) => (unit === '' ? null : unit) },
    ...(hasGroups ? [{ column: { title: '分组', width: 16 }, value: ({ group }: ResultRow) => group ?? null }] : []),
    { column: { title: '得票数', width: 12 }, value: ({ votes }) => votes },
    { column: { title: '得票占比（%）', width: 16 }, value: ({ share }) => percent(share) },
    ...(hasNotes ? [{ column: { title: '备注', width: 16 }, value: ({ note }: ResultRow) => note ?? null }] : []),
  ];
  return [
    {
      name: '结果',
      columns: columns.map(({ column }) => column),
      rows: rows.map((row) => columns.map(({ value }) => value(row))),
    },
    aboutSheet([
      ['活动', facts.title],
      ['主办单位', facts.organiser],
      ['选票数', facts.ballots],
      ['统计截至', `${shanghaiTime(facts.asOf)}（北京时间）`],
      ['是否最终结果', facts.isFinal ? '是' : '否'],
      ...(facts.draw === undefined ? [] : [['公开抽签的号码', facts.draw] as const]),
    ]),
  ];
}

/** What a workbook is about, in pairs. */
export function aboutSheet(rows: readonly (readonly [string, CellValue])[]): SheetContent {
  return {
    name: '说明',
    columns: [
      { title: '项目', width: 20 },
      { title: '内容', width: 60 },
    ],
    rows,
  };
}

/** Two decimals, as a number. */
function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 10_000) / 100;
}
