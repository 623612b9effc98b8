/** What a page says while it loads, and on the button after a failure. */
export const pageStateWords = { waiting: '正在打开', retry: '再试一次' } as const;
