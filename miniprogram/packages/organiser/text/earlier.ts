// What taking candidates of an earlier poll along says.
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';

export const earlierWords = {
  one: (title: string, count: number): string => `${title}（${count}）`,
  more: '更早的评选',
  none: '您还没有别的带候选的评选。',
  finding: '正在找您的评选',
  detail: '文字、图片和视频一起加在后面。图片和视频重新审核。',
  here: '这里已经有了，不加',
  left: '已退出，不加',
  all: '全选',
  nothing: '全不选',
  add: (count: number, of: Measure): string => `加入这 ${count} ${of}`,
  lacks: '点选要加入的',
  busy: '正在复制',
  done: (added: number, taken: readonly string[], of: Measure): string =>
    `加了 ${added} ${of}。${taken.length === 0 ? '' : `同名的 ${taken.length} ${of}没有加：${taken.slice(0, 5).join('、')}${taken.length > 5 ? '等' : ''}。`}`,
  empty: { title: '没有可以加的候选', detail: '这里已经有了，或者已经退出。' },
} as const;
