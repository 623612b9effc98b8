import { randomInt } from 'node:crypto';
import { numberField, refuse, succeed, textField, type OpenApi } from './open-api';
import type { Visitors } from './visitors';

/**
 * `riskControl.getUserRiskRank` by a table of ranks (0, harmless, to 4) by openid. Who is not in it has the rank that the
 * openid ends in (`oLi-risk3`), or 0.
 */
export function rankRisk(appid: string, visitors: Visitors, table: Readonly<Record<string, number>>): OpenApi {
  return ({ fields, now }) => {
    if (textField(fields, 'appid') !== appid) return refuse(40013, 'invalid appid');
    const openid = textField(fields, 'openid');
    if (openid === '') return refuse(40003, 'invalid openid');
    if (![0, 1].includes(numberField(fields, 'scene'))) return refuse(47001, 'data format error: scene');
    if (textField(fields, 'client_ip') === '') return refuse(47001, 'data format error: client_ip');
    const named = /-risk([0-4])$/.exec(openid)?.[1];
    const rank = table[openid] ?? Number(named ?? 0);
    return (
      visitors.refuseAbsent(openid, now) ??
      // WeChat's own spelling.
      succeed({ risk_rank: rank, unoin_id: randomInt(2 ** 31) })
    );
  };
}
