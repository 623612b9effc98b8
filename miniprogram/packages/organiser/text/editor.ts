// What the editor says around its steps.
import { momentText, timeText } from '../../../../cloudfunctions/shared/universal/times';

export const editorWords = {
  seen: '居民会看到',
  preview: '预览整页',
  back: '上一步',
  next: '下一步',
  keptHere: '您写的内容在这部手机上，会自动再试，关掉也不会丢。',
  conflictKeep: '就这样',
} as const;

export const stepNames = {
  basics: '基本信息',
  times: '时间安排',
  rules: '投票规则',
  candidates: '候选',
  publish: '发布',
} as const;

/** 第 3 步，共 5 步 */
export function stepText(at: number, all: number): string {
  return `第 ${at} 步，共 ${all} 步`;
}

/** What became of what was typed, beside a small sign. */
export const saveText = {
  saved: (at: number): string => (at === 0 ? '' : `已保存 ${timeText(at)}`),
  unfinished: '有一处没写完',
  saving: '正在保存',
  waiting: '没有保存上，会再试',
  refused: '有一处没保存',
  conflict: '有人同时在改',
} as const;

export const conflictWords = {
  title: (who: string, at: number, now: number): string => `${who}在 ${momentText(at, now)} 改过`,
  detail: '您改的是同一处。两边都在下面，请选一个，没有选的不会留下。',
  theirs: (who: string): string => `用${who}写的`,
  mine: '用我写的',
  theirText: (who: string): string => `${who}写的`,
  myText: '我写的',
  empty: '（空着）',
  on: '要两个人同意',
  off: '不用两个人同意',
  picture: '一张图片',
  pictures: (count: number): string => (count === 0 ? '（没有图片）' : `${count} 张图片`),
  video: '一段视频',
  otherGroup: '另一个分组',
} as const;
