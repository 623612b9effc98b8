import { call, together, type Answer } from '../../../miniprogram/services/cloud';
import { serverNow } from '../../../miniprogram/stores/clock';
import { installWechat, type FakeWechat } from '../wechat';

let wechat: FakeWechat;

beforeEach(() => {
  wechat = installWechat();
});

afterEach(() => {
  jest.useRealTimers();
});

test('a call names the procedure and passes the input on', async () => {
  wechat.answer(() => ({ ok: true, data: { polls: [] }, now: 5 }));
  expect(await call('poll.list', { query: '实事' })).toEqual({ ok: true, data: { polls: [] }, now: 5 });
  expect(wechat.calls).toEqual([{ name: 'voter', data: { procedure: 'poll.list', input: { query: '实事' } } }]);
});

test("the app goes by the server's clock from the first reply on", async () => {
  jest.useFakeTimers({ now: 1_000 });
  wechat.answer(() => ({ ok: true, data: { polls: [] }, now: 3_600_000 }));
  await call('poll.list', {});
  jest.setSystemTime(1_500);
  expect(serverNow()).toBe(3_600_500);
});

test('a refusal is passed on as it is', async () => {
  const refusal = { ok: false, error: { code: 'POLL_NOT_FOUND', message: 'no such poll' }, now: 5 };
  wechat.answer(() => refusal);
  expect(await call('poll.get', { pollId: 'x' })).toEqual(refusal);
});

test.each([
  [{ errMsg: 'cloud.callFunction:fail request:fail' }, 'OFFLINE'],
  [{ errMsg: 'cloud.callFunction:fail Error: network is down' }, 'OFFLINE'],
  [new Error('request:fail net::ERR_INTERNET_DISCONNECTED'), 'OFFLINE'],
  [{ errMsg: 'cloud.callFunction:fail Invoking task timed out after 20 seconds', errCode: -504003 }, 'TIMEOUT'],
  [{ errMsg: 'request:fail timeout' }, 'TIMEOUT'],
  [{ errMsg: 'cloud.callFunction:fail', errCode: -501000 }, 'NO_ANSWER'],
])("WeChat's failure %j becomes the value %s", async (reason, code) => {
  wechat.answer(
    () =>
      new Promise((_, reject) => {
        // WeChat rejects with plain objects.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(reason);
      }),
  );
  const answer = await call('poll.list', {});
  expect(answer).toMatchObject({ ok: false, error: { code } });
});

test.each([undefined, null, 'gateway error', {}, { ok: 'yes' }])('%j is no reply', async (result) => {
  wechat.answer(() => result);
  expect(await call('poll.list', {})).toMatchObject({ ok: false, error: { code: 'NO_ANSWER' } });
});

test('a call that never answers is given up after 12 seconds', async () => {
  jest.useFakeTimers();
  wechat.answer(() => new Promise(() => undefined));
  const answer = call('poll.list', {});
  await jest.advanceTimersByTimeAsync(12_000);
  expect(await answer).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } });
});

test('answers that make sense only together are all there, or the first failure in their order', async () => {
  const answered = (data: string): Promise<Answer<string>> => Promise.resolve({ ok: true, data, now: 0 });
  const lost = (message: string): Promise<Answer<string>> =>
    Promise.resolve({ ok: false, error: { code: 'OFFLINE', message } });
  expect(await together(answered('a'), answered('b'))).toMatchObject({ ok: true, data: ['a', 'b'] });
  expect(await together(answered('a'), lost('first'), lost('second'))).toMatchObject({ error: { message: 'first' } });
});
