// What is said of messages that somebody may have sent to them once.
import type { Consent } from '../phone/consent';
import type { ReminderKind } from '../services/reminders';

const moments: Readonly<Record<ReminderKind, string>> = {
  opening: '开始时',
  lastDay: '截止前',
  result: '出结果时',
  verdict: '有结果时',
};

/** 截止前、出结果时 */
function momentsText(kinds: readonly ReminderKind[]): string {
  return kinds.map((kind) => moments[kind]).join('、');
}

export const reminderWords = {
  offer: (kinds: readonly ReminderKind[]): string => `${momentsText(kinds)}提醒我`,
  once: (kinds: readonly ReminderKind[]): string =>
    kinds.length > 1 ? '每样只发一条，不发别的。' : '只发这一条，不发别的。',
  asking: '正在设提醒',
  set: '已设提醒',
  setDetail: (kinds: readonly ReminderKind[]): string => `${momentsText(kinds)}，发到您微信的“服务通知”里。`,
  notNoted: (title: string, detail: string): string => `提醒还没有设成。${title}，${detail}`,
} as const;

/** Why there will be no message, and what one can do. */
export const notConsented: Readonly<Record<Exclude<Consent['kind'], 'given'>, string>> = {
  refused: '没有设提醒，什么也不会发。想要时再点一次，或到右上角“…”的“设置”里打开。',
  switchedOff: '公评的通知在您的微信里是关着的，所以没有设提醒。到右上角“…”的“设置”里打开，再点一次。',
  offline: '没有连上网络，提醒没有设成。连上后再点一次。',
  unavailable: '微信现在不让设这个提醒，什么也不会发。',
};
