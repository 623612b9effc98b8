import { installWechat } from '../wechat';

/** What the app gives to WeChat when it was built for this environment. */
async function initialised(environment: string): Promise<unknown[]> {
  const given: unknown[] = [];
  installWechat();
  wx.cloud.init = (options) => void given.push(options);
  jest.resetModules();
  jest.doMock('../../../miniprogram/installation', () => ({ environment }));
  const { connect } = await import('../../../miniprogram/services/cloud');
  connect();
  return given;
}

test('the app names the environment that it was built for', async () => {
  expect(await initialised('gongping-1a2b3c')).toEqual([{ env: 'gongping-1a2b3c', traceUser: false }]);
});

test('one that was built for none leaves the choice to WeChat', async () => {
  expect(await initialised('')).toEqual([{ traceUser: false }]);
});
