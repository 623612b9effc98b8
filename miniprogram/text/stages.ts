import type { StageName } from '../../cloudfunctions/shared/contract/poll';

/** A stage's name on the timeline. */
export const stageNames: Readonly<Record<StageName, string>> = {
  preparing: '筹备',
  nominating: '申报',
  promoting: '展示',
  voting: '投票',
  verifying: '核验',
  notice: '公示',
  awarded: '颁奖',
  archived: '归档',
};

/** What a poll's tag says while it is in this stage. */
export const stageTags: Readonly<Record<StageName, string>> = {
  preparing: '筹备中',
  nominating: '申报中',
  promoting: '展示中',
  voting: '投票中',
  verifying: '核验中',
  notice: '公示中',
  awarded: '已颁奖',
  archived: '已归档',
};
