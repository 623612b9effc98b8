import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { startTestCloud } from '../support/cloud';
import { buildProbes } from '../support/functions';

const api = 'riskControl.getUserRiskRank';
let cloud: LocalCloud;
beforeAll(async () => {
  const functionsDir = buildProbes([api, 'security.msgSecCheck']);
  cloud = await startTestCloud({ functionsDir, wechat: { riskRanks: { oWang: 4 } } });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

const call = (name: string, data: object, openid: string): Promise<Record<string, unknown>> =>
  cloud.invoke('probe', { do: 'openapi', name, data }, { openid }) as Promise<Record<string, unknown>>;

describe('getUserRiskRank', () => {
  const rank = (openid: string, more: object = {}): Promise<Record<string, unknown>> => {
    const data = { appid: 'wxlocal0000000000', openid, scene: 1, clientIp: '10.0.0.7', ...more };
    return call(api, data, openid === '' ? 'oLi' : openid);
  };

  test.each([
    ['oLi', 0],
    ['oWang', 4],
    ['oLi-risk3', 3],
  ])('the risk of %s is %i', async (openid, riskRank) => {
    expect(await rank(openid)).toMatchObject({ errCode: 0, riskRank });
  });

  test.each([
    [{ scene: 2 }, 40129],
    [{ clientIp: '' }, 44002],
    [{ openid: '' }, 44002],
    [{ appid: 'wxanother' }, 40013],
    [{ openid: 'oStranger' }, 61010],
  ])('refuses %j with %i', async (more, errCode) => {
    expect(await rank('oLi', more)).toMatchObject({ errCode });
  });

  test('refuses who is asked about too often, until a minute later', async () => {
    for (let time = 0; time < 5; time++) expect(await rank('oOften')).toMatchObject({ errCode: 0 });
    expect(await rank('oOften')).toMatchObject({ errCode: 9410009 });
    expect(await rank('oSeldom')).toMatchObject({ errCode: 0 });
    cloud.setClock(60_000);
    expect(await rank('oOften')).toMatchObject({ errCode: 0 });
  });

  test('answers late as long as it was told to', async () => {
    const end = cloud.delayOpenApi(api, 500);
    const askedAt = performance.now();
    await rank('oLate');
    // A timer may fire a millisecond early by this clock.
    expect(performance.now() - askedAt).toBeGreaterThanOrEqual(499);
    end();
  });
});
