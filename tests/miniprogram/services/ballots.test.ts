import { failureBy } from '../failures';
import { castBallot, isOutcomeUnknown } from '../../../miniprogram/services/ballots';
import { installWechat, type FakeWechat } from '../wechat';

const cast = { pollId: 'p1', choices: ['c1'], castId: 'abcdefgh', nth: 1, period: '2026-11-24' };
const busy = { ok: false, error: { code: 'BUSY', message: '' }, now: 1 };
const noRoom = {
  ok: false,
  error: { code: 'BUSY', message: '', details: { requestId: '1', retryAfter: 3000 } },
  now: 1,
};
const receipt = { ok: true, data: { receipt: { code: '7K4M-Q2XD' } }, now: 1 };

let wechat: FakeWechat;

beforeEach(() => {
  wechat = installWechat();
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

test('a busy database is tried again with the very same cast, until the receipt comes', async () => {
  wechat.answer(() => (wechat.calls.length < 3 ? busy : receipt));
  const answer = castBallot(cast);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(await answer).toMatchObject({ ok: true });
  expect(wechat.calls).toHaveLength(3);
  for (const { data } of wechat.calls) expect(data).toEqual({ procedure: 'ballot.cast', input: cast });
});

test('a refusal is not tried again', async () => {
  wechat.answer(() => ({ ok: false, error: { code: 'ALREADY_VOTED', message: '' }, now: 1 }));
  expect(await castBallot(cast)).toMatchObject({ error: { code: 'ALREADY_VOTED' } });
  expect(wechat.calls).toHaveLength(1);
});

test.each([
  ['a busy database', busy, 'BUSY', 30_000],
  ['no network', undefined, 'OFFLINE', 10_000],
])('without a receipt the failure is said in time, never a success: %s', async (_, reply, code, limit) => {
  wechat.answer(() => {
    if (reply) return reply;
    throw new Error('request:fail');
  });
  const started = Date.now();
  let endedAfter = 0;
  const answer = castBallot(cast).then((value) => {
    endedAfter = Date.now() - started;
    return value;
  });
  await jest.advanceTimersByTimeAsync(60_000);
  expect(await answer).toMatchObject({ ok: false, error: { code } });
  expect(endedAfter).toBeLessThanOrEqual(limit);
  expect(endedAfter).toBeGreaterThan(limit / 2 - 1);
  expect(wechat.calls.length).toBeGreaterThan(3);
});

test('only lost replies and a busy database leave the outcome unknown', () => {
  const codes = ['BUSY', 'OFFLINE', 'TIMEOUT', 'NO_ANSWER', 'ALREADY_VOTED', 'INTERNAL'] as const;
  expect(codes.filter((code) => isOutcomeUnknown(failureBy(code)))).toEqual([
    'BUSY',
    'OFFLINE',
    'TIMEOUT',
    'NO_ANSWER',
  ]);
});

describe('while the cloud has no room', () => {
  /** Plays a queue in which one waits as long as it is said. */
  function queue() {
    const waits: number[] = [];
    const wait = (ms: number): Promise<boolean> => {
      waits.push(ms);
      return new Promise((resolve) => setTimeout(resolve, ms, true));
    };
    return { waits, wait };
  }

  test('the same cast waits longer each time, far beyond the patience for a network, until its receipt comes', async () => {
    wechat.answer(() => (wechat.calls.length <= 8 ? noRoom : receipt));
    const { waits, wait } = queue();
    const answer = castBallot(cast, { wait });
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(await answer).toMatchObject({ ok: true });
    for (const { data } of wechat.calls) expect(data).toEqual({ procedure: 'ballot.cast', input: cast });
    expect(waits).toHaveLength(8);
    for (const [index, ms] of waits.entries()) {
      const least = Math.min(40_000, 3000 * 2 ** index);
      expect(ms).toBeGreaterThanOrEqual(least);
      expect(ms).toBeLessThanOrEqual(2 * least);
    }
  });

  test('whoever leaves the queue is told that there is no receipt', async () => {
    wechat.answer(() => noRoom);
    const answer = await castBallot(cast, { wait: () => Promise.resolve(false) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'BUSY' } });
    expect(wechat.calls).toHaveLength(1);
  });

  test('a network that fails behind the queue gets all the patience it always has', async () => {
    wechat.answer(() => {
      if (wechat.calls.length <= 6) return noRoom;
      if (wechat.calls.length <= 9) throw new Error('request:fail');
      return receipt;
    });
    const { wait } = queue();
    const answer = castBallot(cast, { wait });
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(await answer).toMatchObject({ ok: true });
  });

  test('it ends after half an hour', async () => {
    wechat.answer(() => noRoom);
    const { waits, wait } = queue();
    const answer = castBallot(cast, { wait });
    await jest.advanceTimersByTimeAsync(40 * 60_000);
    expect(await answer).toMatchObject({ error: { code: 'BUSY' } });
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(30 * 60_000);
  });
});
