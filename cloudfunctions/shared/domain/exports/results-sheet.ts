import { hostNames, type HostTexts } from '../../universal/poll-fields';
import { participationWords } from '../../universal/participation';
import type { DrawnLot, Ranked } from '../../universal/ranking';
import { sheetTimeText } from '../../universal/times';
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
  /** Percent of all ballots; null while counts are not released. */
  percent: number | null;
  /** Why it takes no votes, or what its rank waits for. */
  note?: string;
}

/** What of a candidate its row says. */
export interface ResultCandidate {
  id: string;
  number: number;
  name: string;
  unit: string;
  group?: string | undefined;
}

export interface ResultsFacts extends HostTexts {
  title: string;
  ballots: number;
  /** Epoch milliseconds. */
  asOf: number;
  isFinal: boolean;
  /** What the public lot drew between equal votes. */
  draw?: string;
}

/**
 * The ranking as rows of its sheet.
 * @param groups names by id
 */
export function resultRows(
  ranking: readonly Ranked<ResultCandidate>[],
  groups: ReadonlyMap<string, string>,
  lot: DrawnLot | undefined,
): ResultRow[] {
  const awaiting = new Set(lot?.draw === undefined ? lot?.tied.flat() : []);
  return ranking.map(({ candidate: { id, number, name, unit, group = '' }, rank, votes, percent, participation }) => {
    const groupName = groups.get(group);
    const note = participationWords[participation] || (awaiting.has(id) ? '等公开抽签' : '');
    return {
      rank,
      number,
      name,
      unit,
      votes,
      percent,
      ...(groupName === undefined ? {} : { group: groupName }),
      ...(note === '' ? {} : { note }),
    };
  });
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
    { column: { title: '占全部选票（%）', width: 16 }, value: ({ percent }) => twoDecimals(percent) },
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
      ...hostRows(facts),
      ['选票数', facts.ballots],
      ['统计截至', `${sheetTimeText(facts.asOf)}（北京时间）`],
      ['是否最终结果', facts.isFinal ? '是' : '否'],
      ...(facts.draw === undefined ? [] : [['公开抽签的号码', facts.draw] as const]),
    ]),
  ];
}

const hostTerms: Readonly<Record<keyof HostTexts, string>> = {
  organiser: '主办单位',
  implementers: '承办单位',
  coOrganisers: '协办单位',
};

function hostRows(hosts: HostTexts): [string, string][] {
  return hostNames.flatMap((name): [string, string][] => (hosts[name] ? [[hostTerms[name], hosts[name]]] : []));
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

function twoDecimals(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent * 100) / 100;
}
