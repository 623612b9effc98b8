export const wayWords = { contact: '联系客服' } as const;
