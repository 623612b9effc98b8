// What the step of candidates says.
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';

export const candidateStepWords = {
  none: '还没有候选',
  noneDetail: '可以一个一个加，也可以从表格一次导入。',
  add: '添加一个',
  importFile: '从表格导入',
  earlier: '从以前的评选选',
  all: '管理全部候选',
  more: (count: number, of: Measure): string => `还有 ${count} ${of}`,
  criteria: (of: Measure): string => `每${of}候选要写的`,
  criteriaHint: '选了的，候选页上会各有一段，居民可以对照着看。',
  nomination: '接受居民推荐',
  nominationHint: '拿到链接的人都可以推荐候选，由您的团队审过才列入。',
  nominationsFrom: (start: string, end: string): string => `从 ${start} 收到 ${end}。发布时没有到期的，也到此为止。`,
  nominationsNow: '从现在收到发布为止。要定在几天里收，请到“时间安排”里打开征集。',
  nominationsAtOnce: '从现在收到发布为止。',
  collect: '请大家推荐，审收到的推荐',
  collectHint: '推荐页做成卡片发到群里；推荐来了，也在那里审。',
  perPerson: (of: Measure): string => `每人最多推荐几${of}`,
  guide: '推荐说明',
  guidePlaceholder: '可以推荐什么，要写清楚什么',
} as const;

/** 20 项候选，分 3 组。顺序随机，每人不同。 */
export function candidateSentence(count: number, groups: number, of: Measure): string {
  if (count === 0) return '还没有候选。';
  return `${count} ${of}候选${groups > 0 ? `，分 ${groups} 组` : ''}。顺序随机，每人不同。`;
}
