import cloud from 'wx-server-sdk';
import { riskRankOf, type RiskRank } from '../domain/fairplay/ticket';
import { attemptWechat } from './wechat-fault';

/** It has to be listed in the function's config.json, and WeChat has to have granted it to the mini-program. */
interface RiskControl {
  getUserRiskRank(options: {
    appid: string;
    openid: string;
    scene: 1;
    clientIp: string;
  }): Promise<{ riskRank?: unknown }>;
}

/** WeChat's scene for campaigns, votes among them. */
const scene = 1;

/**
 * `riskControl.getUserRiskRank`: how WeChat judges an account, by no criterion that it discloses.
 * @returns null for what is no rank
 * @throws WechatFault: 61010 for whoever was not here lately, 48001 where it is not granted, -1 where WeChat is busy
 */
export async function askRiskRank(person: {
  appid: string;
  openid: string;
  address: string;
}): Promise<RiskRank | null> {
  const { appid, openid, address: clientIp } = person;
  // The SDK's typings know `openapi` as a record of anything.
  const riskControl = cloud.openapi['riskControl'] as RiskControl;
  const ask = { appid, openid, scene, clientIp } as const;
  const { riskRank } = await attemptWechat('riskControl.getUserRiskRank', () => riskControl.getUserRiskRank(ask));
  return riskRankOf(riskRank);
}
