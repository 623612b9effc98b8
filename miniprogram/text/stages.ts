import type { StageName } from '../../cloudfunctions/shared/contract/poll';

/** A stage's name on the timeline. */
export const stageNames: Readonly<Record<StageName, string>> = {
  preparing: '筹备',
  nominating: '申报',
  promoting: '展示',
  voting: '投票',
  verifying: '核验',
  notice: '公示',
  awarded: '表彰',
  archived: '归档',
  ended: '结束',
};

/** What a ring says aloud. */
const ringWords = { tick: '已完成', dot: '进行中', open: '未到' } as const;

/** The timeline in one sentence for screen readers: 评选进度：申报已完成，投票进行中，公示未到 */
export function timelineText(steps: readonly { name: string; ring: keyof typeof ringWords }[]): string {
  return `评选进度：${steps.map(({ name, ring }) => name + ringWords[ring]).join('，')}`;
}
