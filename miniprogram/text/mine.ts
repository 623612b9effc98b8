// What the page of one's own ballots says.
import { periodDayText } from '../../cloudfunctions/shared/universal/times';

export const mineWords = {
  title: '我的',
  privacy: '不需要头像、昵称和手机号',
  receipts: '回执',
  received: '票已收到',
  entered: '已进公开账册，本机核对无误',
  paste: '粘贴回执',
  pasteHint: '在别的手机上投的票，复制回执后可以在这里核对',
  none: '这部手机上还没有回执',
  noneDetail: '在这部手机上投出的票，回执放在这里。在别的手机上投的，可以把回执粘贴过来。',
  toPolls: '去看评选',
  organising: '我办的评选',
  organisingHint: '发起与管理',
  rules: '投票规则',
  privacyPage: '隐私说明',
  organisingHelp: '怎么办评选',
  contact: '联系客服',
  look: '字号与深色',
  theme: '深色',
  size: '字号',
  sample: '老旧小区加装电梯，选 3 到 10 件。',
  done: '好了',
} as const;

/** Why a text was not taken for a receipt. */
export const pasteProblems = {
  NO_RECEIPT: '没有找到回执。请先在原来的手机上点“复制回执”，把整段文字复制过来。',
  RECEIPT_INCOMPLETE: '这段文字里的回执不完整，或被改动过。请重新复制整段文字。',
  UNREADABLE: '没有读到剪贴板。请允许公评读取，再试一次。',
} as const;

/** A receipt from another phone whose poll has no name here yet. */
export const unnamedPoll = '粘贴的回执';

/** What became of the poll of a receipt. */
export function becameLine(tag: string): string {
  return `这个评选${tag}`;
}

/** 11月23日 · 已进公开账册，本机核对无误; where the rules give several ballots a period, which one of them it is. */
export function receiptLine(kept: {
  period: string;
  nth: number;
  isOnlyOne: boolean;
  /** How it stands. */
  state: string;
  isPasted: boolean;
}): string {
  const day = periodDayText(kept.period);
  const which = kept.isOnlyOne ? undefined : `第 ${kept.nth} 票`;
  const parts = [day, which, kept.state, kept.isPasted ? '粘贴的' : undefined];
  return parts.filter((part) => part !== undefined).join(' · ');
}
