import type { Caller } from '../functions/caller';
import { refuse, type OpenApiAnswer } from './open-api';

/** WeChat checks content and risk only for those who used the mini-program within two hours. */
const ACTIVE_MS = 2 * 60 * 60 * 1000;

/** Who was here, and when last. Not kept over a restart: everybody has to call again. */
export class Visitors {
  private readonly lastSeen = new Map<string, number>();

  /** Notes that somebody called a function at `now`, epoch ms. */
  note({ openid }: Caller, now: number): void {
    if (openid !== undefined) this.lastSeen.set(openid, now);
  }

  /** WeChat's refusal for somebody who was not here for two hours. */
  refuseAbsent(openid: string, now: number): OpenApiAnswer | undefined {
    const seen = this.lastSeen.get(openid);
    if (seen !== undefined && now - seen <= ACTIVE_MS) return undefined;
    return refuse(61010, 'code is expired: the user was not active within 2 hours');
  }
}
