// What the page of a published poll says.
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';
import { dateTimeText } from '../../../../cloudfunctions/shared/universal/times';
import type { EditedPoll } from '../services/polls';

export const manageWords = {
  share: '发给大家',
  shareHint: '发到群里，点开卡片就能看、能投。',
  shareHintAfter: '发到群里，点开卡片就能看票数。',
  shareTitle: (title: string): string => `${title}，请您评`,
  look: '看居民看到的页面',
  preview: '预览居民会看到的页面',
  dashboard: '进展',
  dashboardHint: '参与、渠道、票数',
  after: '投票之后',
  afterHint: '核验、公示、表彰，一步一步办',
  candidates: '候选',
  changes: '改简介、电话、封面',
  changesHint: '写明理由，公开在评选页上',
  acts: '大事：延长、提前截止、取消',
  actsHint: '写明理由，公开记录',
  actsWaiting: (count: number): string => `${count} 件等待同意`,
  team: '团队',
  review: '审核推荐和图片',
  trail: '谁做了什么',
  listing: '放到公评首页',
  copy: '复制为新评选',
  copyHint: '照这一个再办一次，先是草稿',
  copyTitle: (title: string): string => `照“${title}”再办一个？`,
  copyDetail:
    '标题、规则、候选和图片照抄成一份草稿，时间往后挪整周。票、团队、群、退出的候选不带过去；批准文件和抽签要重新写，图片和视频重新审核。',
  copyYes: '复制',
  copying: '正在复制',
  published: '已发布',
  withdrawnTitle: '这个评选已经取消',
  stillTitle: '这个评选现在暂停',
  stillDetail: '平台正在搬迁或恢复资料，现在不能投票，票数也不变。已投的票都在。什么时候继续，请问平台管理员。',
  withdrawnDetail: '居民看得到取消的理由。投过的票和记录都还在。',
  awaitsDraw: {
    title: '等公开抽签',
    before: (tied: number, of: Measure, source: string, at: string): string =>
      `有 ${tied} ${of}票数相同，谁入选要抽签定。“${source}”${at} 公布，公布后到“大事”里填写，要两个人。填写以前不出结果。`,
    now: (tied: number, of: Measure, source: string): string =>
      `有 ${tied} ${of}票数相同，谁入选要抽签定。“${source}”应该已经公布，请到“大事”里填写，要两个人。填写以前不出结果。`,
  },
  record: '公开的变更记录',
  noRecord: '发布以后还没有改过。',
} as const;

export const listingWords: Readonly<Record<EditedPoll['listing']['state'], string>> = {
  unlisted: '平台管理员看过以后上首页。链接和卡片不用等。',
  requested: '已申请，等平台管理员看。',
  listed: '已在首页。',
  refused: '管理员没有同意，可以改好再申请。',
};

/** 11月24日 9:00 到 11月30日 18:00 */
export function votingSpan({ stages }: Pick<EditedPoll, 'stages'>): string {
  return `${dateTimeText(stages.voting)} 到 ${dateTimeText(stages.verifying)}`;
}
