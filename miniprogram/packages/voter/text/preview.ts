// What the preview of a poll says around the poll itself.

export const previewWords = {
  note: '预览。居民会看到的就是这样，还没有开放投票。',
  bar: '预览里不能投票',
  back: '返回接着改',
  none: '还没有候选，加上以后会排在这里。',
} as const;
