// What the ranking and its waiting page say.
import { paceText, quietText } from '../../cloudfunctions/shared/universal/count-words';
import { isQuietEnd, nextMove, type Step } from '../../cloudfunctions/shared/universal/public-count';
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

/** Heard between the figures of a line of the ranking: 第 1 名，社区长者食堂 1,672 票，占 55.3%，我选的. */
export const rankSounds = { before: '第', place: '名，', votes: '票，占', mine: '，我选的' } as const;

/** Over figures that stand still. @param since when the network was lost, by the server's clock like `now` */
export function lostText(since: number, now: number): string {
  return `没有连上网络，${momentText(since, now)} 以后的票数还没有收到。连上后自动更新。`;
}

/** Title of a shared ranking. */
export function sharedResultsTitle(pollTitle: string): string {
  return `${pollTitle}：票数`;
}
