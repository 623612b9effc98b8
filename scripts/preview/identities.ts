import { createHash } from 'node:crypto';

/** People to try the app as; `name` is what `?as=` takes. */
export const people = ['小李', '小王', '小张', '王阿姨'] as const;

const spelled: Readonly<Record<string, string>> = {
  小李: 'xiaoli',
  小王: 'xiaowang',
  小张: 'xiaozhang',
  王阿姨: 'wangayi',
};

/** The WeChat identity (openid) that a name stands for: stable, of the length and letters that WeChat's have. */
export function openidOf(name: string): string {
  const readable = spelled[name] ?? name.replace(/[^A-Za-z0-9]/g, '').slice(0, 12);
  const tail = createHash('sha256').update(name).digest('hex').slice(0, 28);
  return `oPreview_${readable}${tail}`.slice(0, 28);
}
