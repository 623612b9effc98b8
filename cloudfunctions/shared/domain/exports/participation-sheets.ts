import { aboutSheet } from './results-sheet';
import { sheetTimeText } from '../../universal/times';
import { cellOf, suppressSmall, type CarefulCount } from './suppress';
import type { SheetContent } from './workbook';

export interface HourCount {
  /** Start of the hour, epoch milliseconds. */
  hourAt: number;
  ballots: number;
  /** Absent when visits were not counted; approximate. */
  visits?: number;
}

export interface ChannelCount {
  /** As people read it, e.g. "群聊分享". */
  channel: string;
  ballots: number;
  visits?: number;
}

/** Of a chat group, with what could point to a person held back already. */
export interface GroupCount {
  name: string;
  ballots: CarefulCount;
  visits: CarefulCount;
}

export interface ParticipationFacts {
  title: string;
  /** Epoch milliseconds. */
  asOf: number;
}

/**
 * When and by which way people took part. Counts below ten are held back, and nobody is named.
 * @param groups of a poll of chat groups; empty in any other
 */
export function participationSheets(
  hours: readonly HourCount[],
  channels: readonly ChannelCount[],
  groups: readonly GroupCount[],
  facts: ParticipationFacts,
): SheetContent[] {
  const byHour = hours.map(({ hourAt, ...counts }) => ({ label: sheetTimeText(hourAt), ...counts }));
  const byChannel = channels.map(({ channel, ...counts }) => ({ label: channel, ...counts }));
  return [
    countSheet('按小时', { title: '时段（北京时间）', width: 20 }, byHour),
    countSheet('按来源', { title: '来源', width: 24 }, byChannel),
    ...(groups.length === 0 ? [] : [groupSheet(groups)]),
    aboutSheet([
      ['活动', facts.title],
      ['统计截至', `${sheetTimeText(facts.asOf)}（北京时间）`],
      ['少于 10', '为保护投票人，10 以下的数不列出。'],
      ['不单列', '同列只有一个数少于 10 时，次小的数也不列出，以免推算。'],
      ['访问数', '近似值。'],
    ]),
  ];
}

function countSheet(
  name: string,
  column: { title: string; width: number },
  counts: readonly { label: string; ballots: number; visits?: number }[],
): SheetContent {
  const ballots = suppressSmall(counts.map((count) => count.ballots));
  const hasVisits = counts.some(({ visits }) => visits !== undefined);
  const visits = suppressSmall(counts.map((count) => count.visits ?? 0));
  return {
    name,
    columns: [column, { title: '选票数', width: 12 }, ...(hasVisits ? [{ title: '访问数', width: 12 }] : [])],
    rows: counts.map(({ label }, index) => [
      label,
      ballots[index] ?? null,
      ...(hasVisits ? [visits[index] ?? null] : []),
    ]),
  };
}

function groupSheet(groups: readonly GroupCount[]): SheetContent {
  return {
    name: '按群',
    columns: [
      { title: '群', width: 24 },
      { title: '选票数', width: 12 },
      { title: '访问数', width: 12 },
    ],
    rows: groups.map(({ name, ballots, visits }) => [name, cellOf(ballots), cellOf(visits)]),
  };
}
