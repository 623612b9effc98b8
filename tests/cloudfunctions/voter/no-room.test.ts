import type { DatabaseCall, Verdict } from '../../../scripts/local-cloud/database-hook';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { expectSoundLedger } from '../../support/ledger';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

/** How a database without room says so: as it is documented, and in words. */
const forms = [
  { code: 'EXCEED_REQUEST_LIMIT', message: '请求次数超限' },
  { code: 'EXCEED_CONCURRENT_REQUEST_LIMIT', message: '并发请求超限' },
  { code: 'DATABASE_REQUEST_FAILED', message: '[LimitExceeded.NoValidConnection] no connection' },
  { code: 'SYS_ERR', message: '[LimitExceeded] too many requests' },
];

/** Refuses so many of a function's calls, and tells which were asked. */
function refuse(times: number, functionName: string, answer: (typeof forms)[number]): DatabaseCall[] {
  const asked: DatabaseCall[] = [];
  const stop = cloud.onDatabaseCall({
    before: (call): Verdict => {
      if (call.functionName !== functionName) return undefined;
      asked.push(call);
      if (asked.length < times) return { refuse: answer };
      stop();
      return { refuse: answer };
    },
  });
  return asked;
}

test.each(forms)(
  '$code: the voter is told when to come back, and the cast costs the one insert that was refused',
  async (form) => {
    const pollId = await publishPoll(cloud.url);
    const voter = new VoterClient(cloud.url, `oCome${form.code}`);
    await voter.get('poll.get', { pollId });
    const asked = refuse(1, 'voter', form);
    expect(await voter.cast(pollId, ['c1'], { castId: 'cast-no-room' })).toMatchObject({
      error: { code: 'BUSY', details: { retryAfter: 3000 } },
    });
    expect(asked.map(({ action }) => action)).toEqual(['database.insertDocument']);
    expect(await voter.cast(pollId, ['c1'], { castId: 'cast-no-room' })).toMatchObject({ ok: true });
    expect(await voter.cast(pollId, ['c2'])).toMatchObject({ error: { code: 'ALREADY_VOTED' } });
  },
);

test('whoever opens a page is told so too', async () => {
  const pollId = await publishPoll(cloud.url);
  const voter = new VoterClient(cloud.url, 'oOpens');
  refuse(1, 'voter', { code: 'EXCEED_REQUEST_LIMIT', message: '请求次数超限' });
  expect(await voter.ask('poll.get', { pollId })).toMatchObject({
    error: { code: 'BUSY', details: { retryAfter: 3000 } },
  });
  expect(await voter.ask('poll.get', { pollId })).toMatchObject({ ok: true });
});

test.each([
  { code: 'DATABASE_REQUEST_FAILED', message: '[LimitExceeded.OutOfReadRequestQuota] read overrun' },
  { code: 'DATABASE_REQUEST_FAILED', message: '写入失败' },
])('nobody is promised room where waiting does not help: $message', async (form) => {
  const pollId = await publishPoll(cloud.url);
  const voter = new VoterClient(cloud.url, 'oQuota');
  await voter.get('poll.get', { pollId });
  refuse(2, 'voter', form);
  const reply = await voter.cast(pollId, ['c1']);
  expect(reply).toMatchObject({ error: { code: 'BUSY' } });
  expect(reply).not.toHaveProperty('error.details.retryAfter');
  await voter.ask('poll.get', { pollId });
});

test('the scheduler asks again until there is room, so that a release comes through while many vote', async () => {
  const pollId = await publishPoll(cloud.url, { countPolicy: { kind: 'live', step: 1 } });
  await new VoterClient(cloud.url, 'oCounted').cast(pollId, ['c1']);
  await cloud.whenStill();
  // Two of three of its calls find no room.
  const asked: DatabaseCall[] = [];
  const stop = cloud.onDatabaseCall({
    before: (call): Verdict => {
      if (call.functionName !== 'scheduler') return undefined;
      asked.push(call);
      return asked.length % 3 === 0 ? undefined : { refuse: { code: 'EXCEED_REQUEST_LIMIT', message: '请求次数超限' } };
    },
  });
  await new VoterClient(cloud.url, 'oCountedToo').cast(pollId, ['c1']);
  expect(await cloud.fireTimer('scheduler')).toMatchObject({ ok: true, data: { faults: 0 } });
  stop();
  await cloud.whenStill();
  expect(asked.length).toBeGreaterThan(9);
  await expectSoundLedger(cloud.url, pollId, 2);
});
