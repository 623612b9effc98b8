import { randomBytes } from 'node:crypto';

/** How long a cloudID can be resolved, in ms. */
const LIFE_MS = 5 * 60 * 1000;

/** As wx-server-sdk names them. */
const ERR_CODE = { invalid: -601005, expired: -601006, otherUser: -601007 } as const;

interface Entry {
  openid: string;
  data: Record<string, unknown>;
  issuedAt: number;
}

/** The open data (group ids, phone numbers) behind cloudIDs: each belongs to one person and lives five minutes. */
export class OpenData {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly appid: string) {}

  /** What WeChat does when a page asks for open data: keeps them and gives the page their id. `now` in epoch ms. */
  issue(openid: string, data: Record<string, unknown>, now: number): string {
    const cloudId = `43_${randomBytes(24).toString('base64url')}`;
    this.entries.set(cloudId, { openid, data, issuedAt: now });
    return cloudId;
  }

  /** The answer of `cloud.getOpenData` for one cloudID, as JSON: the data, or why there are none. */
  resolve(cloudID: string, openid: string | undefined, now: number): string {
    const entry = this.entries.get(cloudID);
    const fail = (errCode: number, errMsg: string): string => JSON.stringify({ cloudID, errCode, errMsg });
    if (entry === undefined) return fail(ERR_CODE.invalid, 'invalid cloudID');
    if (entry.openid !== openid) return fail(ERR_CODE.otherUser, 'cloudID and calling user does not match');
    if (now - entry.issuedAt > LIFE_MS) return fail(ERR_CODE.expired, 'cloudID expired');
    const watermark = { timestamp: Math.floor(entry.issuedAt / 1000), appid: this.appid };
    return JSON.stringify({ cloudID, data: { ...entry.data, watermark } });
  }
}
