// What the page of later changes says.

export const changesWords = {
  note: '评选已经发布。下面这些还能改，改一次写一次理由，连同时间公开在评选页上。',
  save: '保存并公开理由',
  nothing: '还没有改动',
  reasonTitle: '为什么改',
  reasonDetail: '这句话给所有居民看。',
  reasonPlaceholder: '例如：更正电话号码',
  done: '已保存，变更已公开',
} as const;
