/** Channels of every poll: what the product itself hands out says where it was. Ids are short, so that each fits a scene. */
export const builtInChannels = [
  { id: 'card', name: '群聊卡片' },
  { id: 'timeline', name: '朋友圈' },
  { id: 'poster', name: '海报图片' },
  { id: 'print', name: '打印的二维码' },
  { id: 'board', name: '大屏与网站' },
  { id: 'sms', name: '短信' },
  { id: 'web', name: '网页链接' },
] as const;

/** A channel that the team of a poll named. */
export interface NamedChannel {
  id: string;
  name: string;
  isRemoved: boolean;
}

/** How many a team may name, removed ones included. */
export const mostNamedChannels = 30;

const unsaid = { id: '', name: '未标明' };
const other = { id: 'other', name: '其他来源' };

/** A channel as it is counted: links can say anything, so whatever is not known is one. */
export function channelOf(said: string, named: readonly NamedChannel[]): { id: string; name: string } {
  if (said === '') return unsaid;
  const found = named.find(({ id }) => id === said) ?? builtInChannels.find(({ id }) => id === said);
  return found === undefined ? other : { id: found.id, name: found.name };
}

/** Whether a new link or code may carry it. */
export function isUsable(channel: string, named: readonly NamedChannel[]): boolean {
  const isBuiltIn = builtInChannels.some(({ id }) => id === channel);
  return isBuiltIn || named.some(({ id, isRemoved }) => id === channel && !isRemoved);
}
