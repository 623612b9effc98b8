import { randomInt } from 'node:crypto';
import { numberField, refuse, succeed, textField, type OpenApi } from './open-api';
import type { Visitors } from './visitors';

/**
 * How often one account may be asked about in a minute. WeChat names no figure, only that who is asked about too often is refused, and
 * lists a code without a meaning.
 */
const mostAMinute = 5;
const askedTooOften = 9410009;

/**
 * `riskControl.getUserRiskRank` by a table of ranks (0, harmless, to 4) by openid. Who is not in it has the rank that the
 * openid ends in (`oLi-risk3`), or 0.
 */
export function rankRisk(appid: string, visitors: Visitors, table: Readonly<Record<string, number>>): OpenApi {
  let minute = 0;
  const asked = new Map<string, number>();
  return ({ fields, now }) => {
    if (textField(fields, 'appid') !== appid) return refuse(40013, 'invalid appid');
    const openid = textField(fields, 'openid');
    if (openid === '') return refuse(44002, 'empty post data: openid');
    if (![0, 1].includes(numberField(fields, 'scene'))) return refuse(40129, 'invalid scene');
    if (textField(fields, 'client_ip') === '') return refuse(44002, 'empty post data: client_ip');
    const absent = visitors.refuseAbsent(openid, now);
    if (absent) return absent;
    if (minute !== Math.floor(now / 60_000)) asked.clear();
    minute = Math.floor(now / 60_000);
    const times = (asked.get(openid) ?? 0) + 1;
    asked.set(openid, times);
    if (times > mostAMinute) return refuse(askedTooOften, 'asked too often');
    const named = /-risk([0-4])$/.exec(openid)?.[1];
    // WeChat's own spelling.
    return succeed({ risk_rank: table[openid] ?? Number(named ?? 0), unoin_id: randomInt(2 ** 31) });
  };
}
