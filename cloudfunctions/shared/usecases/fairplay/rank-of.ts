import { RankBook } from '../../domain/fairplay/rank-book';
import type { RiskRank } from '../../domain/fairplay/ticket';
import { within } from '../../platform/clock';
import { askRiskRank } from '../../platform/risk-rank';
import { WechatFault } from '../../platform/wechat-fault';

/** Who opens a poll, as the platform tells it. */
export interface Asked {
  openid: string;
  appid: string;
  address: string;
}

/** How long whoever opens a poll waits for WeChat's opinion at the most, milliseconds. */
const patience = 200;

/** WeChat is busy, or does not offer this to the mini-program: asking about the next one is in vain. */
const vain: ReadonlySet<number | undefined> = new Set([undefined, -1, 48001]);

const book = new RankBook();

/**
 * WeChat's opinion of an account, asked once an hour by each instance, and not for a while after it was late or busy.
 * @returns null where there is none, which accuses nobody; it never fails
 */
export async function rankOf({ openid, appid, address }: Asked, now: number): Promise<RiskRank | null> {
  const known = book.find(openid, now);
  if (known !== undefined) return known;
  // WeChat refuses to say anything without one.
  if (address === '') return null;
  try {
    const rank = await within(patience, askRiskRank({ appid, openid, address }));
    if (rank === undefined) book.pause(now);
    book.note(openid, rank ?? null);
    return rank ?? null;
  } catch (fault) {
    if (!(fault instanceof WechatFault)) throw fault;
    if (vain.has(fault.errcode)) book.pause(now);
    else book.note(openid, null);
    return null;
  }
}
