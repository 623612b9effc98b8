// What the dashboard says.
import { groupedText } from '../../../../cloudfunctions/shared/universal/numbers';
import type { ReportKind } from '../../../services/exports';
import type { Dashboard } from '../services/dashboard';

type ToDoKind = Dashboard['toDos'][number]['kind'];

export const dashboardWords = {
  toDos: '待办',
  figures: {
    ballots: '已计入选票',
    /** @param moment 今天 10:00 */
    upTo: (moment: string): string => moment.replace(/ (?=\S+$)/, '到 '),
    today: '今天',
    visits: '访问（约）',
  },
  visitsHint: '访问量是约数：每小时同一人约计一次，少数没有记到。',
  trend: { day: '每天', hour: '近 24 小时', title: '计入的选票和访问' },
  spans: { day: '按天', hour: '按小时' },
  ballots: '选票',
  visits: '访问',
  unfinished: { day: '今天未完', hour: '这一小时未完' },
  numbers: { show: '看数字', hide: '收起数字' },
  table: { when: '时间' },
  noBallots: '还没有选票计入',
  noBallotsDetail: '第一批选票计入后，这里会按天、按小时显示。',
  funnel: '从打开到投票',
  funnelSteps: { visits: '打开评选', ballots: '选票计入' },
  funnelShare: (share: string): string => `大约每百次打开有 ${share} 张选票计入。`,
  funnelOver: '选票比记到的访问多：访问是约数，少数没有记到。',
  channels: '从哪里来',
  channelsOf: '占全部选票',
  otherChannel: '没有标明',
  turnout: '各群参与',
  chatGroup: '群',
  careful: { few: '少于 10', withheld: '不单列' },
  turnoutLine: (name: string, ballots: string, visits: string): string => `${name}，选票 ${ballots}，访问 ${visits}`,
  fewHint: '少于 10 的不写具体数，免得推出是谁投的。',
  withheldHint: '少于 10 的不写具体数，免得推出是谁投的；能推算出它的数也不单列。',
  groups: '各组得票',
  groupsOf: '占全部得票',
  ranking: '目前排名',
  toRanking: '看全部排名',
  hidden: (at: string): string => `排名和票数 ${at} 公布。在那之前，谁都看不到，团队也一样。`,
  rankLine: (rank: number, name: string, votes: number): string => `第 ${rank} 名，${name}，${groupedText(votes)} 票`,
  log: { title: '公开账册', none: '还没有公开', noneDetail: '投票开始后，选票会写进所有人都能查的公开账册。' },
  logSize: (size: number): string => `已公开 ${groupedText(size)} 条`,
  logPace: '和这里的票数一起更新',
  look: '查看',
  exports: '导出表格',
  exportHint: '表格里没有投票人。少于 10 的人数不写出来。',
  exporting: '正在生成',
  cannotOpen: { title: '表格打不开', detail: '文件已经生成。请检查手机上的空间，再试一次。' },
} as const;

export const toDoTexts: Readonly<Record<ToDoKind, { title: (count: number) => string; detail: string; icon: string }>> =
  {
    acts: { title: (count) => `${count} 件事等另一位同意`, detail: '提出的人不能自己同意', icon: 'check-circle' },
    nominations: {
      title: (count) => `${count} 条推荐等待审核`,
      detail: '采用、退回，或并入已有的候选',
      icon: 'bulletpoint',
    },
    media: { title: (count) => `${count} 份图片或视频等您看`, detail: '通过以后居民才看得到', icon: 'search' },
    checklist: { title: (count) => `发布前还缺 ${count} 项`, detail: '一项一项补齐就能发布', icon: 'info-circle' },
    listing: { title: () => '没有同意上首页', detail: '看看理由，改好可以再申请', icon: 'info-circle' },
  };

export const exportNames: Readonly<Record<ReportKind, { name: string; detail: string }>> = {
  results: { name: '结果表', detail: '名次、得票和占比' },
  participation: { name: '参与情况表', detail: '按小时、来源和群的选票与访问' },
  candidates: { name: '候选表', detail: '编号、名称、单位和介绍' },
};

/** 第 5 天，共 11 天 */
export function dayOfText(day: number, days: number): string {
  return `第 ${day} 天，共 ${days} 天`;
}

/** The chart in a sentence for screen readers, which cannot see a canvas. */
export function spokenTrend(title: string, points: readonly { label: string; ballots: number }[]): string {
  const most = points.reduce<{ label: string; ballots: number } | undefined>(
    (top, point) => (top === undefined || point.ballots > top.ballots ? point : top),
    undefined,
  );
  if (most === undefined || most.ballots === 0) return `${title}：还没有选票`;
  return `${title}：最多的是 ${most.label}，${groupedText(most.ballots)} 张。全部数字在“看数字”里`;
}
