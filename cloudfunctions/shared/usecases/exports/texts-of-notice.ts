import type { WallNotice } from '../../print/wall-notice';

/** All that is going to be printed, each row under the name in it. */
export function textsOfNotice(notice: WallNotice): { text: string; name?: string }[] {
  const { heading, subtitle, paragraph, columns, rows, remarks, box, organiser, day, foot } = notice;
  const own = [
    ...[heading, subtitle, ...paragraph.map(({ text }) => text), ...columns.map((column) => column.heading)],
    ...[...remarks, box?.lead ?? '', ...(box?.lines ?? []), organiser, day, ...foot],
  ];
  return [{ text: own.join('') }, ...rows.map((row) => ({ text: row.join(''), name: row[1] ?? '' }))];
}
