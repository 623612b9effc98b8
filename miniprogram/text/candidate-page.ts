import type { CandidateReply, Measure } from '../services/polls';

type CriterionName = CandidateReply['candidate']['criteria'][number]['criterion'];

/** The four criteria by which candidates are compared. */
export const criterionNames: Readonly<Record<CriterionName, string>> = {
  innovation: '服务创新性',
  effectiveness: '服务实效性',
  satisfaction: '群众满意度',
  sustainability: '可持续性',
};

/** The public reason, where one was given, and whether one person was enough. */
function because(reason: string, isAlone: boolean): string {
  const why = reason === '' ? '' : `理由：${reason}`;
  return isAlone ? `${why}（一人办理）` : why;
}

export const candidateWords = {
  /** "民生保障・市民政局" */
  origin: (group: string, unit: string): string => (group === '' ? unit : `${group}・${unit}`),
  frozen: (of: Measure, reason: string, isAlone = false): string =>
    `这一${of}暂停接受投票，已投的票照样算数。${because(reason, isAlone)}`,
  withdrawn: (of: Measure, reason: string, isAlone = false): string =>
    `这一${of}已退出评选，不再接受投票，也不排名次。${because(reason, isAlone)}`,
  pictureOf: (at: number, all: number, name: string): string => `${name}，图片 ${at} / ${all}`,
  video: (name: string): string => `${name}的视频`,
  toPoll: (title: string): string => `${title}，看全部候选`,
  share: (number: string, name: string, title: string): string => `${number}号 ${name}｜${title}`,
} as const;
