// What a page says that stands alone in WeChat's timeline. WeChat's own bar below it, 前往小程序, is the only way on.
import type { Measure } from '../services/polls';
import { momentText } from '../../cloudfunctions/shared/universal/times';

interface Words {
  title: string;
  detail: string;
}

export const timelineWords = {
  guide: '朋友圈里只能看到这一页。要投票，请点下方的“前往小程序”。',
  guideAfter: '朋友圈里只能看到这一页。候选的介绍和核对方法，请点下方的“前往小程序”看。',
  /** To whoever taps what leads nowhere from here. */
  onward: '请点下方的“前往小程序”',
  candidateCount: (count: number, of: Measure = '项'): string => `${count} ${of}候选`,
  more: (count: number, of: Measure = '项'): string => `还有 ${count} ${of}，前往小程序可以看全`,
  inLog: (count: string): string => `已计入 ${count} 张选票`,
  place: '名次',
  votes: '得票',
  share: '占全部选票',
  candidateOf: '候选',
} as const;

/** Why there is nothing to show, and what to do. */
export const timelineProblems = {
  MISSING: {
    title: '这里还没有这个评选的内容',
    detail: '它可能刚刚发布，几分钟后再试；也可以点下方的“前往小程序”去看。',
  },
  UNREACHABLE: { title: '没有连上网络', detail: '连上后再试一次，也可以点下方的“前往小程序”去看。' },
  CLOSED: {
    title: '请进入公评看这个评选',
    detail: '朋友圈里只能看到这一页。点下方的“前往小程序”，就能看候选、规则和票数，也能投票。',
  },
  FOREIGN: {
    title: '请进入公评看这个评选',
    detail: '这一页的内容比您手机上的版本新。点下方的“前往小程序”去看。',
  },
  NO_CANDIDATE: { title: '候选不在了', detail: '可能已经撤下。点下方的“前往小程序”，可以看其他候选。' },
} as const satisfies Record<string, Words>;

/** 11月3日 9:00 由主办方取消。原因：… */
export function calledOff({ at, reason, isAlone }: { at: number; reason: string; isAlone?: true }, now: number): Words {
  return {
    title: '这个评选已经取消',
    detail: `${momentText(at, now)} 由主办方取消${isAlone ? '（一人办理）' : ''}。原因：${reason.replace(/[。.]$/, '')}。`,
  };
}
