// What the step of times says.
import { dateTimeText } from '../../../../cloudfunctions/shared/universal/times';
import type { PollFields } from '../services/polls';

export type StageField = keyof PollFields['stages'];

/** Stages as the editor offers them, in order of time. */
export const stageFields: Readonly<Record<StageField, { label: string; hint: string }>> = {
  nominating: { label: '征集开始', hint: '居民和单位可以推荐候选，您来审。' },
  promoting: { label: '展示开始', hint: '候选先公开给大家看，还不能投票。' },
  voting: { label: '投票开始', hint: '' },
  verifying: { label: '投票截止', hint: '' },
  notice: { label: '公示开始', hint: '评优一般公示不少于 5 个工作日。' },
  awarded: { label: '公布或表彰', hint: '公示到这时结束。' },
  archived: { label: '归档', hint: '评选到此结束，结果和公开账册一直查得到。' },
};

export const scheduleWords = {
  zone: '都是北京时间',
  atOnce: '发布后马上开始投票',
  atOnceHint: '大约一分钟后开放，不设征集和展示。',
  mayExtend: '截止时间可以再延后',
  mayExtendHint: '写明最晚到什么时候。发布后只能延到这里，居民一开始就看得到。',
  latestEnd: '最晚延到',
  order: (before: string): string => `要晚于“${before}”`,
  latestBefore: '要不早于投票截止',
  latestAfter: '要不晚于投票截止的下一个阶段',
  past: '这个时间已经过了',
} as const;

/** 投票 11月24日 9:00 到 11月30日 18:00。 */
export function scheduleSentence({ stages, opensAtOnce, latestEnd }: PollFields): string {
  const end = dateTimeText(stages.verifying);
  const vote = opensAtOnce ? `发布后马上开始投票，${end} 截止` : `投票 ${dateTimeText(stages.voting)} 到 ${end}`;
  const later = latestEnd === null ? '' : `，最晚可以延到 ${dateTimeText(latestEnd)}`;
  const nominating =
    stages.nominating === undefined || opensAtOnce ? '' : `${dateTimeText(stages.nominating)} 开始征集。`;
  const notice = stages.notice === undefined ? '' : `${dateTimeText(stages.notice)} 开始公示。`;
  return `${nominating}${vote}${later}。${notice}`;
}
