import type { VisitDocument } from '../../../cloudfunctions/shared/store/spread/visits';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { noon } from '../../support/noon';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

let cloud: TestCloud;
beforeAll(async () => {
  // One instance, so that it is certain which one has gathered what.
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());
// Visits are told by the hour: at noon none turns meanwhile.
const pass = (ms: number): void => cloud.setClock(noon() + ms - Date.now());
beforeEach(() => pass(0));

const visit = (pollId: string, openid: string, channel?: string): Promise<unknown> =>
  new VoterClient(cloud.url, openid).get('poll.get', { pollId, ...(channel === undefined ? {} : { channel }) });

async function written(pollId: string): Promise<[channel: string, count: number][]> {
  const visits = await readAll<VisitDocument & { _id: string }>(cloud.url, 'visits', { pollId });
  return visits.map(({ channel, count }): [string, number] => [channel ?? 'none', count]).sort();
}

it('visits are gathered in memory and written at most every half minute, by one call that no ballot pays for', async () => {
  const pollId = await publishPoll(cloud.url, { now: noon() });
  await visit(pollId, 'oFirst', 'poster');
  await visit(pollId, 'oSecond', 'poster');
  await visit(pollId, 'oThird');
  await visit(pollId, 'oThird');
  expect(await written(pollId)).toEqual([]);

  pass(31_000);
  cloud.resetStats();
  expect(await new VoterClient(cloud.url, 'oFirst').cast(pollId, ['c1'])).toMatchObject({ ok: true });
  expect(await written(pollId)).toEqual([]);
  const ballotCalls = cloud.stats();
  expect(ballotCalls.calls['database.insertDocument']).toBe(1);

  await visit(pollId, 'oFourth', 'poster');
  expect(await written(pollId)).toEqual([
    ['', 1],
    ['poster', 3],
  ]);
  await visit(pollId, 'oFifth', 'poster');
  expect(await written(pollId)).toHaveLength(2);
});

it('nothing of who came is written or logged', async () => {
  const pollId = await publishPoll(cloud.url, { now: noon() });
  await visit(pollId, 'oSecretVisitor');
  pass(31_000);
  await visit(pollId, 'oSecretVisitor2');
  pass(62_000);
  await visit(pollId, 'oSecretVisitor3');
  const visits = await readAll(cloud.url, 'visits');
  expect(visits.length).toBeGreaterThan(0);
  for (const each of visits) expect(Object.keys(each).sort()).toEqual(['_id', 'channel', 'count', 'hour', 'pollId']);
  expect(JSON.stringify(visits) + cloud.logs.join('\n')).not.toContain('oSecretVisitor');
});

it('a database that refuses visits keeps nobody from the poll', async () => {
  const pollId = await publishPoll(cloud.url, { now: noon() });
  await visit(pollId, 'oOne');
  const stop = cloud.onDatabaseCall({
    before: ({ collection }) =>
      collection === 'visits' ? { refuse: { code: 'DATABASE_REQUEST_FAILED', message: 'full' } } : undefined,
  });
  pass(10 * 60_000);
  await visit(pollId, 'oTwo');
  stop();
});
