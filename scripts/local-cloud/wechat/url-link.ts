import { randomBytes } from 'node:crypto';
import { numberField, objectField, refuse, succeed, textField, type OpenApi, type OpenApiCall } from './open-api';

/** Of the documentation of `urllink.generate`. */
const MAX_QUERY = 1024;
const LIFE = { least: 60_000, mostDays: 30 };
const DAY_MS = 86_400_000;
const PATH = /^[\w/-]+$/;
const QUERY = /^[\w!#$&'()*+,/:;=?@.~%-]*$/;

/** Where a link leads, as the phone is told when somebody opens it. */
export interface LinkTarget {
  path: string;
  query: string;
  /** Epoch ms. */
  expiresAt: number;
}

/** The links that `urllink.generate` gave out. They end with the process: those who printed them have nowhere to go then. */
export class UrlLinks {
  private readonly targets = new Map<string, LinkTarget>();

  /** What opening a link does; undefined when there is none, or it is over. `now` in epoch ms. */
  open(url: string, now: number): LinkTarget | undefined {
    const target = this.targets.get(url);
    return target !== undefined && now < target.expiresAt ? target : undefined;
  }

  /** @param pages the mini-program's pages, or undefined if they are not known and every page passes */
  generate(pages: readonly string[] | undefined): OpenApi {
    return (call) => {
      const { fields } = call;
      const path = textField(fields, 'path');
      const isUnknown = path !== '' && pages !== undefined && !pages.includes(path);
      if ((path !== '' && !PATH.test(path)) || path.startsWith('/') || isUnknown)
        return refuse(40165, 'invalid weapp pagepath');
      const query = textField(fields, 'query');
      if (query.length > MAX_QUERY || !QUERY.test(query)) return refuse(40212, 'invalid query');
      if (!['release', 'trial', 'develop'].includes(textField(fields, 'env_version') || 'release'))
        return refuse(85402, 'invalid env_version');
      if (objectField(fields, 'cloud_base') !== undefined)
        return refuse(47001, 'data format error: cloud_base is not offered by the local cloud');
      const expiresAt = expiryOf(call);
      if (expiresAt === undefined) return refuse(85401, 'invalid expire time');
      const url = `https://wxaurl.cn/${randomBytes(8).toString('base64url')}`;
      this.targets.set(url, { path, query, expiresAt });
      return succeed({ url_link: url });
    };
  }
}

/** A link ends at an instant (type 0, seconds) or after some days (type 1), within a minute and thirty days. */
function expiryOf({ fields, now }: OpenApiCall): number | undefined {
  const type = fields.has('expire_type') ? numberField(fields, 'expire_type') : 0;
  if (type === 1) {
    const days = numberField(fields, 'expire_interval');
    return Number.isInteger(days) && days >= 1 && days <= LIFE.mostDays ? now + days * DAY_MS : undefined;
  }
  // Without a time it is the longest there is.
  if (type !== 0) return undefined;
  if (!fields.has('expire_time')) return now + LIFE.mostDays * DAY_MS;
  const expiresAt = numberField(fields, 'expire_time') * 1000;
  const isPossible = expiresAt >= now + LIFE.least && expiresAt <= now + LIFE.mostDays * DAY_MS;
  return isPossible ? expiresAt : undefined;
}
