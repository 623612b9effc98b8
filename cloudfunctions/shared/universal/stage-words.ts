import type { Stage } from './poll';

/** What a poll's tag says while it is in this stage. */
export const stageTags: Readonly<Record<Stage, string>> = {
  preparing: '筹备中',
  nominating: '申报中',
  promoting: '展示中',
  voting: '投票中',
  verifying: '核验中',
  notice: '公示中',
  awarded: '已表彰',
  archived: '已归档',
  ended: '已结束',
};
