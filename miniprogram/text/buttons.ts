/** What a page says while it loads, and on the button where it failed or where there is nothing. */
export const pageStateWords = { waiting: '正在打开', retry: '再试一次', home: '去看评选' } as const;

/** Below what lies over a page and has no other way out. */
export const sheetWords = { close: '关闭' } as const;

/** On the dialogs that WeChat draws. */
export const tellWords = { read: '知道了', cancel: '再想想' } as const;
