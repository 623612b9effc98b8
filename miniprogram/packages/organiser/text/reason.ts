export const reasonWords = { missing: '请先写一句理由', busy: '正在提交', field: '理由' } as const;
