// What the ranking and its waiting page say.
import { paceText, quietText } from '../../cloudfunctions/shared/universal/count-words';
import { isQuietEnd, nextMove, type Step } from '../../cloudfunctions/shared/universal/public-count';
import { groupedText } from '../../cloudfunctions/shared/universal/numbers';
import { dayText, momentText } from '../../cloudfunctions/shared/universal/times';

export const resultWords = {
  asOf: '票数截至',
  final: '最终票数',
  opens: '投票开始',
  ballots: '有效选票',
  legendRank: '名次',
  legendMine: ['带', '的是我选的'],
  legendCount: '得票，占全部选票',
  all: '全部',
  toPoll: '看候选',
  bundle: '公开账册',
  bundleNote: '点一下复制下载地址。谁都可以拿它重新计票。',
  bundleCopied: '公开账册的下载地址已复制，可在电脑上打开',
  hiddenTitle: '票数还没有公布',
  inLog: '已计入',
  ballotUnit: '张',
} as const;

/** In place of a ranking. After the close nothing comes any more, and ballots may have come and been voided. */
export function noneText(isFinal: boolean): { title: string; detail: string } {
  return isFinal
    ? { title: '没有有效选票', detail: '投票已结束，没有计入结果的选票。' }
    : { title: '还没有选票计入', detail: '第一张选票计入以后，这里会列出排名。' };
}

/** Under the as-of time: when these counts change next. @param now the server's time */
export function nextCountText(
  standings: { final: boolean; nextAt: number | null; step: Step },
  endAt: number,
  now: number,
): string {
  switch (nextMove(standings, endAt, now)) {
    case 'never':
      return '投票已结束，票数不再变动';
    case 'closing':
      return '投票已结束，最终票数几分钟内公布';
    case 'close':
      return quietText;
    case 'release':
      return paceText(standings.step);
    case 'afterVote':
      return '下一次在投票截止后';
    case 'announced':
      return `下一次 ${momentText(standings.nextAt ?? endAt, now)}`;
  }
}

/** Under the number of ballots, where the counts are hidden: when it was true, and when it moves again. */
export function inLogText({ asOf, endAt, step }: { asOf: number; endAt: number; step: Step }, now: number): string {
  const then = `截至 ${momentText(asOf, now)}`;
  if (now >= endAt) return then;
  // Before the first release that time is the opening, which may lie ahead.
  if (asOf > now) return paceText(step);
  return `${then}，${isQuietEnd(endAt, step, now) ? quietText : paceText(step)}`;
}

/** Above the clock's figure: 今天, 明天, 11月30日. */
export function clockDay(until: number, now: number): string {
  return dayText(until, now);
}

/** A line of the ranking for a screen reader. */
export function spokenRank(row: {
  /** Null for who left the ranking. */
  rank: number | null;
  name: string;
  votes: number;
  share: string;
  isMine: boolean;
  /** Why it takes no votes. */
  note: string;
}): string {
  const place = [row.rank === null ? '' : `第 ${row.rank} 名`, row.note].filter(Boolean).join('，');
  const mine = row.isMine ? '，我选的' : '';
  return `${place}，${row.name}，${groupedText(row.votes)} 票，占 ${row.share}${mine}`;
}

/** Title of a shared ranking. */
export function sharedResultsTitle(pollTitle: string): string {
  return `${pollTitle}：票数`;
}
