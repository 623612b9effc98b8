import { participationWords } from '../../../cloudfunctions/shared/universal/participation';
import { hostNames, type HostTexts } from '../../../cloudfunctions/shared/universal/poll-fields';
import type { Stage } from '../../../cloudfunctions/shared/universal/poll';
import { paceText, quietText } from '../../../cloudfunctions/shared/universal/count-words';
import { isQuietEnd, nextMove, type Step } from '../../../cloudfunctions/shared/universal/public-count';
import { groupedText, rangeText } from '../../../cloudfunctions/shared/universal/numbers';
import { momentText, remainingText } from '../../../cloudfunctions/shared/universal/times';

export const words = {
  asOf: '票数截至',
  asOfFinal: '最终票数',
  asOfLog: '截至',
  ballots: '有效选票',
  inLog: '已计入选票',
  rank: '名次',
  candidate: '候选',
  votes: '得票',
  share: '占比',
  all: '全部',
  groups: '分组',
  ranking: '排名',
  candidates: '候选',
  withdrawn: participationWords.withdrawn,
  noneTitle: '还没有选票计入',
  noneDetail: '第一张选票计入以后，这里会列出排名。',
  hiddenTitle: '票数还没有公布',
  openingTitle: '投票还没有开始',
  openingWords: '开始投票',
  emptyTitle: '没有有效选票',
  emptyDetail: '投票已结束，没有计入结果的选票。',
  calledOff: '已取消',
  calledOffTitle: '评选已取消',
  check: '核对',
  recount: '重新计票',
  checkpoint: '签名快照',
  origin: '公开账册',
  key: '公钥',
  published: '已公开',
  source: '数据来自',
  checkWhy: '每张选票都记在一本只增不改的公开账册里。公钥应与主办方在别处公布的一致。',
  checkLater: '投票结束后，这里会有公开账册的文件，任何人都可以重新计票。',
  checkNow: '公开账册的文件可以下载，任何人都可以在自己的浏览器里重新计票。',
  loading: '正在取得票数',
  pause: '暂停翻页',
  resume: '继续翻页',
  codeLead: '微信扫一扫',
  codeOpen: '投出您的一票',
  codeBefore: '看候选',
  codeAfter: '看票数',
  searchLead: '在微信里投票',
  searchAfter: '在微信里查看',
} as const;

/** Before whoever is behind a poll. */
const hostTerms: Readonly<Record<keyof HostTexts, string>> = {
  organiser: '主办',
  implementers: '承办',
  coOrganisers: '协办',
};

/** Who is behind a poll, a line for each; one alone needs no word before it. */
export function hostLines(poll: HostTexts): string[] {
  const named = hostNames.filter((name) => poll[name]);
  if (named.length === 1) return [poll.organiser];
  return named.map((name) => `${hostTerms[name]}：${poll[name] ?? ''}`);
}

/** What happens when this stage begins. */
const beginnings: Readonly<Record<Exclude<Stage, 'preparing' | 'ended'>, string>> = {
  nominating: '申报开始',
  promoting: '展示开始',
  voting: '投票开始',
  verifying: '投票截止',
  notice: '公示开始',
  awarded: '表彰',
  archived: '归档',
};

/** 距投票截止还有 6 天 */
export function countdownText(stage: keyof typeof beginnings, at: number, now: number): string {
  return `距${beginnings[stage]}${remainingText(at, now)}`;
}

/** 11月30日 18:00 投票截止 */
export function beginningText(stage: keyof typeof beginnings, at: number, now: number): string {
  return `${momentText(at, now)} ${beginnings[stage]}`;
}

/** @param tied the names that stand equal, by the place they share */
export function awaitedText(tied: readonly (readonly string[])[], source: string, at: string): string {
  return `等公开抽签：${tied.map(named).join('；')}，票数相同。抽签用“${source}”，${at} 公布`;
}

/** @param tied as above, in the order that was drawn */
export function drawnText(tied: readonly (readonly string[])[], source: string, draw: string): string {
  return `公开抽签 ${draw}（${source}），票数相同的先后：${tied.map(named).join('；')}`;
}

function named(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、');
}

/** 整条底色是全部选票，每张选票选 3–10 项. @param measure how candidates are counted: 位 for people */
export function barText({ min, max }: { min: number; max: number }, measure = '项'): string {
  return `整条底色是全部选票，每张选票选 ${rangeText(min, max)} ${measure}`;
}

/** When the number of ballots moves while the counts are hidden; empty once the vote is over. */
export function inLogPaceText({ endAt, step }: { endAt: number; step: Step }, now: number): string {
  if (now >= endAt) return '';
  return `已计入的票数${isQuietEnd(endAt, step, now) ? quietText : paceText(step)}。`;
}

/** When the counts change next. */
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
      return '下一次在投票截止后公布';
    case 'announced':
      return `下一次公布 ${momentText(standings.nextAt ?? endAt, now)}`;
  }
}

/** 11 月 3 日 9:00 取消。原因：… */
export function calledOffText(
  { reason, at, isAlone }: { reason: string; at: number; isAlone?: boolean },
  now: number,
): string {
  return `${momentText(at, now)} 由主办方取消${isAlone ? '（一人办理）' : ''}。原因：${reason}`;
}

/** How to find the poll without a code. */
export function searchText(id: string): string {
  return `搜索小程序“公评”，打开后按编号 ${id} 查找`;
}

/** 连接中断，显示的是 10:32 的票数 */
export function staleText(time: string, hasCounts: boolean): string {
  return `连接中断，显示的是 ${time} 的${hasCounts ? '票数' : '情况'}`;
}

/** 20,801 条 */
export function entriesText(size: number): string {
  return `${groupedText(size)} 条`;
}

/** The log in one line, as it fits a wall. @param keyId the eight digits that name a key */
export function logLine(origin: string, keyId: string, size: number): string {
  return `公开账册 ${origin} · 公钥 ${keyId} · ${words.published} ${entriesText(size)}`;
}

/** 第 11–20 个，共 60 个: of whatever is listed */
export function pageText(from: number, to: number, total: number): string {
  return `第 ${rangeText(from, to)} 个，共 ${total} 个`;
}

/** What a screen reader is told of a new count. */
export function spokenCount(asOf: string, ballots: string): string {
  return `票数截至 ${asOf}，有效选票 ${ballots} 张`;
}
