import { createHash } from 'node:crypto';

/** People to try the app as; `name` is what `?as=` takes. The first are residents, then an organiser and colleagues. */
export const people = ['小李', '小王', '小张', '王阿姨', '陈叔', '周主任', '小赵', '小孙'] as const;

/** A chat that cards can be sent to. */
export interface Chat {
  id: string;
  name: string;
  kind: 'group' | 'single';
  members: readonly (typeof people)[number][];
}

export const chats: readonly Chat[] = [
  { id: 'building3', name: '幸福里 3 号楼群', kind: 'group', members: ['小李', '小王', '王阿姨', '周主任'] },
  { id: 'building5', name: '幸福里 5 号楼群', kind: 'group', members: ['小张', '陈叔', '周主任'] },
  { id: 'office', name: '街道办公室', kind: 'group', members: ['周主任', '小赵', '小孙'] },
  { id: 'friend', name: '好友', kind: 'single', members: people },
];

const spelled: Readonly<Record<string, string>> = {
  小李: 'xiaoli',
  小王: 'xiaowang',
  小张: 'xiaozhang',
  王阿姨: 'wangayi',
  陈叔: 'chenshu',
  周主任: 'zhouzhuren',
  小赵: 'xiaozhao',
  小孙: 'xiaosun',
};

/** The WeChat identity (openid) that a name stands for: stable, of the length and letters that WeChat's have. */
export function openidOf(name: string): string {
  const readable =
    (Object.hasOwn(spelled, name) ? spelled[name] : undefined) ?? name.replace(/[^A-Za-z0-9]/g, '').slice(0, 12);
  const tail = createHash('sha256').update(name).digest('hex').slice(0, 28);
  return `oPreview_${readable}${tail}`.slice(0, 28);
}

/** WeChat's id of a group (opengid), the same for all its members in this mini-program. */
export function openGroupIdOf(chat: Chat): string {
  return `tG${createHash('sha256').update(`group ${chat.id}`).digest('base64url')}`.slice(0, 28);
}
