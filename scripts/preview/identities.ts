import { createHash } from 'node:crypto';
import type { Chat, PreviewProgram } from './program';

/** The WeChat identity (openid) that a name stands for: stable, of the length and letters that WeChat's have. */
export function openidOf({ spelled = {} }: Pick<PreviewProgram, 'spelled'>, name: string): string {
  const readable =
    (Object.hasOwn(spelled, name) ? spelled[name] : undefined) ?? name.replace(/[^A-Za-z0-9]/g, '').slice(0, 12);
  const tail = createHash('sha256').update(name).digest('hex').slice(0, 28);
  return `oPreview_${readable}${tail}`.slice(0, 28);
}

/** WeChat's id of a group (opengid), the same for all its members in this mini-program. */
export function openGroupIdOf(chat: Chat): string {
  return `tG${createHash('sha256').update(`group ${chat.id}`).digest('base64url')}`.slice(0, 28);
}
