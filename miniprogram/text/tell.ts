/** On the dialogs that WeChat draws. */
export const tellWords = { read: '知道了', cancel: '再想想' } as const;
