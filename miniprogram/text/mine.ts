// What the page of one's own ballots says.
import { periodDayText } from './times';

export const mineWords = {
  title: '我的',
  privacy: '不需要头像、昵称和手机号',
  receipts: '回执',
  received: '已收讫',
  entered: '已入册',
  none: '还没有投过票',
  noneDetail: '投出第一票后，回执会放在这里。',
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
  sample: '老旧小区加装电梯，选 3 到 10 项。',
  done: '好了',
} as const;

const states = { received: '已收讫，待入册', entered: '已入册' } as const;

/** 11月23日 · 已入册 · 7 项; where the rules give several ballots a period, which one of them it is. */
export function receiptLine(kept: {
  period: string;
  nth: number;
  isOnlyOne: boolean;
  state: keyof typeof states;
  choiceCount: number;
}): string {
  const day = periodDayText(kept.period);
  const which = kept.isOnlyOne ? undefined : `第 ${kept.nth} 票`;
  const parts = [day, which, states[kept.state], kept.state === 'entered' ? `${kept.choiceCount} 项` : undefined];
  return parts.filter((part) => part !== undefined).join(' · ');
}
