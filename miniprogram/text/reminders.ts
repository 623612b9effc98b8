// What is said of messages that somebody may have sent to them once.
import type { Consent } from '../phone/consent';
import type { ReminderKind } from '../services/reminders';

const moments: Readonly<Record<ReminderKind, string>> = {
  opening: '开始时',
  lastDay: '截止前',
  notice: '公示有消息时',
  result: '出结果时',
  extended: '投票延长时',
  verdict: '有结果时',
};

/** Of these there may be more than one, and a consent is good for the first. */
const repeated: readonly ReminderKind[] = ['notice', 'extended'];

/** 截止前、出结果时 */
function momentsText(kinds: readonly ReminderKind[]): string {
  return kinds.map((kind) => moments[kind]).join('、');
}

/** What WeChat lets be sent for one consent, where somebody may expect more of it. */
function againText(kinds: readonly ReminderKind[]): string {
  const also = kinds.includes('notice') ? '公示开始、延长、更正都算有消息。' : '';
  return kinds.some((kind) => repeated.includes(kind)) ? `${also}收到一条以后，还想知道下一条，请再来点一次。` : '';
}

export const reminderWords = {
  offer: (kinds: readonly ReminderKind[]): string => `${momentsText(kinds)}提醒我`,
  once: (kinds: readonly ReminderKind[]): string =>
    `${kinds.length > 1 ? '每样只发一条，不发别的。' : '只发这一条，不发别的。'}${againText(kinds)}`,
  asking: '正在设提醒',
  set: '已设提醒',
  setDetail: (kinds: readonly ReminderKind[], isBrief: boolean): string =>
    `${momentsText(kinds)}，发到您微信的“服务通知”里。${isBrief ? '' : againText(kinds)}`,
  notNoted: (title: string, detail: string): string => `提醒还没有设成。${title}，${detail}`,
} as const;

/** Why there will be no message, and what one can do. */
export const notConsented: Readonly<Record<Exclude<Consent['kind'], 'given'>, string>> = {
  refused: '没有设提醒，什么也不会发。想要时再点一次，或到右上角“…”的“设置”里打开。',
  switchedOff: '公评的通知在您的微信里是关着的，所以没有设提醒。到右上角“…”的“设置”里打开，再点一次。',
  offline: '没有连上网络，提醒没有设成。连上后再点一次。',
  unavailable: '微信现在不让设这个提醒，什么也不会发。',
};
